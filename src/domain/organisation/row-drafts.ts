// From a row's cells to what it says of a unit and of a leader, with each cell checked on its own.
import { foldName, tidyText } from './fold-text.ts';
import type { Field } from './heading-names.ts';
import { importLimits, type ImportProblem } from './import-problem.ts';
import type { OrganisationTable, TableRow } from './read-rows.ts';

/** A mention of something declared elsewhere, as written. */
export type Reference = {
	readonly text: string;
	readonly by: 'code' | 'name' | 'either' | 'email' | 'number';
	readonly line: number;
	readonly column: string;
};

export type UnitDraft = {
	readonly line: number;
	readonly code: string | null;
	readonly name: string | null;
	/** Names from the top to this unit, or null where the row gives no path. */
	readonly path: readonly string[] | null;
	readonly parent: Reference | null;
	readonly shak: string | null;
	/** Heading of the column that names the unit. */
	readonly column: string | null;
};

export type LeaderDraft = {
	readonly line: number;
	readonly name: string;
	/** Lower case; kept though faulty, so that mentions of it still meet. */
	readonly email: string | null;
	readonly isEmailValid: boolean;
	readonly number: string | null;
	readonly manager: Reference | null;
	readonly level: string | null;
	readonly profession: string | null;
	readonly span: number | null;
	/** The unit the leader leads, or null where the row names none (a problem already). */
	readonly unit: UnitDraft | null;
};

/** `unit` is null where the row names none; `leader` is null where it is a row of a unit only. */
export type RowDraft = { readonly line: number; readonly unit: UnitDraft | null; readonly leader: LeaderDraft | null };

/**
 * Reads one row. Faulty cells go to `problems`, each with its line and heading; the draft keeps what could be read.
 * A row speaks of a leader where it holds a leader's name, e-mail, number, profession or manager.
 */
export function draftRow(row: TableRow, table: OrganisationTable, problems: ImportProblem[]): RowDraft {
	const { line } = row;
	const extra = row.cells.slice(table.headings.length);
	if (extra.some((cell) => cell.trim() !== '')) {
		const detail = { cells: row.cells.length, headings: table.headings.length };
		problems.push({ line, column: null, code: 'row-too-long', detail });
	}
	const cells = new Map<Field, Cell>();
	for (const { index, heading, field } of table.columns) {
		const text = checkText(row.cells[index] ?? '', { line, column: heading }, problems);
		if (text !== '' && !cells.has(field)) cells.set(field, { text, column: heading });
	}
	const unit = draftUnit(line, cells, problems);
	const leader = draftLeader(line, { cells, unit }, problems);
	if (unit === null) problems.push({ line, column: null, code: 'unit-missing', detail: {} });
	return { line, unit, leader };
}

type Cell = { readonly text: string; readonly column: string };
type Cells = ReadonlyMap<Field, Cell>;
type Place = { readonly line: number; readonly column: string };

// C0, C1, the marks that turn the direction of writing, and the sign of a letter that was lost in an earlier conversion.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]/;

function checkText(raw: string, place: Place, problems: ImportProblem[]): string {
	const match = forbidden.exec(raw);
	if (match !== null) {
		const point = `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
		problems.push({ ...place, code: 'control-character', detail: { point } });
	}
	const text = tidyText(match === null ? raw : raw.replaceAll(new RegExp(forbidden, 'g'), ''));
	const characters = text.length;
	const limit = importLimits.fieldCharacters;
	if (characters <= limit) return text;
	problems.push({ ...place, code: 'field-too-long', detail: { characters, limit } });
	return text.slice(0, limit);
}

function draftUnit(line: number, cells: Cells, problems: ImportProblem[]): UnitDraft | null {
	const code = cells.get('unit-code');
	const name = cells.get('unit-name');
	const pathCell = cells.get('unit-path');
	const path = pathCell === undefined ? null : readPath(pathCell, { line, name: name?.text ?? null }, problems);
	if (code === undefined && name === undefined && path === null) return null;
	return {
		line,
		code: code?.text ?? null,
		name: path?.at(-1) ?? name?.text ?? null,
		path,
		parent: parentOf(line, cells),
		shak: cells.get('shak')?.text.replace(/\s/g, '').toUpperCase() ?? null,
		column: (name ?? pathCell ?? code)?.column ?? null
	};
}

function readPath(
	cell: Cell,
	{ line, name }: { line: number; name: string | null },
	problems: ImportProblem[]
): string[] | null {
	const parts = cell.text.split(/\s*[>»→|\\]\s*/);
	if (parts.some((part) => part === '')) {
		problems.push({ line, column: cell.column, code: 'unit-path-broken', detail: { path: cell.text } });
	}
	const filled = parts.filter((part) => part !== '');
	if (name !== null && foldName(filled.at(-1) ?? '') !== foldName(name)) filled.push(name);
	return filled.length === 0 ? null : filled;
}

function parentOf(line: number, cells: Cells): Reference | null {
	const choices = [
		['parent-code', 'code'],
		['parent', 'either'],
		['parent-name', 'name']
	] as const;
	return firstReference(line, cells, choices);
}

function firstReference(
	line: number,
	cells: Cells,
	choices: readonly (readonly [Field, Reference['by']])[]
): Reference | null {
	for (const [field, by] of choices) {
		const cell = cells.get(field);
		if (cell !== undefined) return { text: cell.text, by, line, column: cell.column };
	}
	return null;
}

const leaderFields = [
	'leader-name',
	'first-name',
	'last-name',
	'email',
	'employee-number',
	'profession',
	'manager',
	'manager-email',
	'manager-number'
] as const;

function draftLeader(
	line: number,
	{ cells, unit }: { cells: Cells; unit: UnitDraft | null },
	problems: ImportProblem[]
): LeaderDraft | null {
	if (!leaderFields.some((field) => cells.has(field))) return null;
	const parts = [cells.get('first-name')?.text, cells.get('last-name')?.text].filter((part) => part !== undefined);
	const name = cells.get('leader-name')?.text ?? parts.join(' ');
	if (name === '') problems.push({ line, column: null, code: 'leader-name-missing', detail: {} });
	const email = cells.get('email');
	const isEmailValid = email !== undefined && isEmail(email.text);
	if (email !== undefined && !isEmailValid) {
		problems.push({ line, column: email.column, code: 'email-invalid', detail: { email: email.text } });
	}
	return {
		line,
		name,
		email: email?.text.toLowerCase() ?? null,
		isEmailValid,
		number: readNumber(line, cells.get('employee-number'), problems),
		manager: firstReference(line, cells, [
			['manager-email', 'email'],
			['manager-number', 'number'],
			['manager', 'either']
		]),
		level: cells.get('level')?.text ?? null,
		profession: cells.get('profession')?.text ?? null,
		span: readSpan(line, cells.get('span'), problems),
		unit
	};
}

/** True for one `@` with something before it and a domain with a dot behind; at most 254 characters (RFC 5321). */
export function isEmail(text: string): boolean {
	return (
		text.length <= 254 &&
		/^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(\.[^\s@<>()[\],;:"\\.]+)+$/.test(text) &&
		!/^\.|\.\.|\.@/.test(text)
	);
}

function readNumber(line: number, cell: Cell | undefined, problems: ImportProblem[]): string | null {
	if (cell === undefined) return null;
	if (!/^\d{6}-\d{4}$/.test(cell.text)) return cell.text;
	problems.push({ line, column: cell.column, code: 'employee-number-civil', detail: {} });
	return null;
}

function readSpan(line: number, cell: Cell | undefined, problems: ImportProblem[]): number | null {
	if (cell === undefined) return null;
	const place = { line, column: cell.column };
	const value = cell.text;
	const text = value.replace(/^([+\-−]?\d{1,3}(?:[ .,]\d{3})+)$/, (digits) => digits.replace(/[ .,]/g, ''));
	const match = /^([+\-−]?)(\d+)(?:[.,](\d+))?$/.exec(text);
	if (match === null) return report({ ...place, code: 'span-not-a-number', detail: { value } });
	const [, sign = '', whole = '', decimals = ''] = match;
	const span = Number(whole);
	if (/[1-9]/.test(decimals)) return report({ ...place, code: 'span-decimals', detail: { value } });
	if (sign !== '' && sign !== '+' && span > 0) return report({ ...place, code: 'span-negative', detail: { value } });
	if (span > importLimits.span) {
		return report({ ...place, code: 'span-too-large', detail: { value, limit: importLimits.span } });
	}
	return span;

	function report(problem: ImportProblem): null {
		problems.push(problem);
		return null;
	}
}
