// What can be wrong with a file that is to become an organisation; the sentences live in `texts/*/organisation-import.ts`.
import type { Field } from './heading-names.ts';

/** The most rows a file may hold beside its heading, and the most characters of a field. */
export const importLimits = { rows: 200_000, fieldCharacters: 500, span: 10_000 } as const;

/** So many rows are told of those that a problem is about. */
export const mostTold = 20;

/** The first of the rows or names that a problem is about: each of very many rows would otherwise carry all the others. */
export function firstFew<T>(all: readonly T[]): readonly T[] {
	return all.slice(0, mostTold);
}

/** What each problem tells beside its line and column. Lines are 1-based, as an editor or Excel counts them. */
export type ProblemDetails = {
	/** No row to take as heading: the file is empty. */
	readonly 'no-rows': Record<never, never>;
	/** Each list in `needed` is a choice: one of its fields must be there. `found`: the headings as they stand. */
	readonly 'heading-missing': { readonly needed: readonly (readonly Field[])[]; readonly found: readonly string[] };
	readonly 'heading-repeated': { readonly field: Field; readonly headings: readonly string[] };
	readonly 'too-many-rows': { readonly limit: number };
	readonly 'row-too-long': { readonly cells: number; readonly headings: number };
	readonly 'field-too-long': { readonly characters: number; readonly limit: number };
	/** `point`: the first forbidden character, as U+0007. */
	readonly 'control-character': { readonly point: string };
	readonly 'unit-missing': Record<never, never>;
	readonly 'unit-name-missing': { readonly unitCode: string };
	readonly 'unit-unknown': { readonly unit: string };
	readonly 'unit-ambiguous': { readonly unit: string; readonly lines: readonly number[] };
	readonly 'unit-path-broken': { readonly path: string };
	readonly 'unit-code-conflict': {
		readonly unitCode: string;
		readonly about: 'name' | 'parent';
		readonly lines: readonly number[];
	};
	readonly 'parent-unknown': { readonly parent: string };
	readonly 'parent-ambiguous': { readonly parent: string; readonly lines: readonly number[] };
	/** `names`: the units of the cycle in order; `lines`: where they stand. */
	readonly 'unit-cycle': { readonly names: readonly string[]; readonly lines: readonly number[] };
	readonly 'leader-name-missing': Record<never, never>;
	readonly 'email-invalid': { readonly email: string };
	readonly 'email-repeated': { readonly email: string; readonly lines: readonly number[] };
	/** A leader outside the file, who stays, has this e-mail. */
	readonly 'email-taken': { readonly email: string; readonly name: string };
	readonly 'employee-number-repeated': { readonly employeeNumber: string; readonly lines: readonly number[] };
	/** The value has the form of a Danish civil registration number; it is not repeated here. */
	readonly 'employee-number-civil': Record<never, never>;
	readonly 'leader-repeated': { readonly name: string; readonly lines: readonly number[] };
	readonly 'span-not-a-number': { readonly value: string };
	readonly 'span-negative': { readonly value: string };
	readonly 'span-decimals': { readonly value: string };
	readonly 'span-too-large': { readonly value: string; readonly limit: number };
	readonly 'manager-unknown': { readonly manager: string };
	readonly 'manager-ambiguous': { readonly manager: string; readonly lines: readonly number[] };
	readonly 'manager-self': { readonly name: string };
	readonly 'manager-cycle': { readonly names: readonly string[]; readonly lines: readonly number[] };
};

export type ProblemCode = keyof ProblemDetails;

/** One faulty row (or heading): nothing of the file may be saved while there is one. */
export type ImportProblem = {
	readonly [Code in ProblemCode]: {
		readonly line: number;
		/** The heading as it stands in the file, or null where the whole row is meant. */
		readonly column: string | null;
		readonly code: Code;
		readonly detail: ProblemDetails[Code];
	};
}[ProblemCode];

/** What was done that the file does not say outright: shown in the preview, no hindrance to saving. */
export type NoticeDetails = {
	readonly 'unit-created': { readonly name: string; readonly lines: number };
	/** Nobody's manager stands in the file: all were derived from the tree. */
	readonly 'managers-derived': { readonly leaders: number };
	/** This row's manager is empty and was derived from the tree. */
	readonly 'manager-derived': { readonly name: string; readonly manager: string };
	/** Neither employee number nor e-mail: recognised again by name and unit only. */
	readonly 'leader-weak-key': { readonly name: string };
	readonly 'heading-unused': { readonly headings: readonly string[] };
	/** A civil registration number column was left unread. */
	readonly 'civil-number-unread': { readonly heading: string };
};

export type NoticeCode = keyof NoticeDetails;

export type ImportNotice = {
	readonly [Code in NoticeCode]: {
		readonly line: number;
		readonly column: string | null;
		readonly code: Code;
		readonly detail: NoticeDetails[Code];
	};
}[NoticeCode];

/** Why a file cannot be read as a table at all. */
export type UnreadableFileCode =
	| 'empty'
	| 'too-large'
	| 'pdf'
	| 'old-excel'
	| 'password'
	| 'other-zip'
	| 'broken-xlsx'
	| 'xlsx-too-large'
	| 'no-sheet'
	| 'html'
	| 'not-text'
	| 'broken-quotes';
