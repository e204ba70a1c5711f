// What an editor's form holds: texts by the name of their field, a list where a field may be chosen more than once.
import { overviewLineCount } from '#domain/evidence/check-evidence.ts';
import type { LineRange } from '#domain/evidence/evidence.ts';
import type { Localised } from '#domain/language/localised.ts';

export type FormValues = Readonly<Record<string, readonly string[]>>;

export type FieldCode =
	| 'missing'
	| 'one-language'
	| 'not-a-number'
	| 'not-chosen'
	| 'lines-unreadable'
	| 'line-outside'
	| 'lists-differ'
	| 'author-unreadable'
	| 'country-unreadable'
	| 'doi-unreadable'
	| 'address-unreadable'
	| 'id-unreadable'
	| 'id-taken'
	| 'too-long'
	| 'too-few'
	| 'too-low'
	| 'too-high'
	| 'confidence-missing';

/** `field`: the name of the field to mend. `detail`: the part that could not be read; else empty. */
export type FieldProblem = { readonly field: string; readonly code: FieldCode; readonly detail: string };

/** The longest text of a field: every page that has the record shows it. The schemas say the same. */
export const longestText = 10_000;
/** How much can be chosen in one field, and how long an id is at most. */
const mostChosen = 1000;
const longestChoice = 100;

/** One field, ready to be filled in. */
export type FormReader = ReturnType<typeof createFormReader>;

/** Reads fields one by one and notes what cannot be read; what it returns for such a field is a stand-in. Throws nothing. */
export function createFormReader(values: FormValues) {
	const problems: FieldProblem[] = [];
	const fault = (field: string, code: FieldCode, detail = '') => problems.push({ field, code, detail });
	const isToldOf = (name: string) => problems.some(({ field, code }) => field === name && code === 'too-long');
	const text = (name: string) => {
		const whole = (values[name]?.[0] ?? '').replaceAll('\r\n', '\n').trim();
		if (whole.length > longestText && !isToldOf(name)) fault(name, 'too-long', `${longestText}`);
		return whole.slice(0, longestText);
	};
	const linesOf = (name: string) =>
		text(name)
			.split('\n')
			.map((line) => line.trim())
			.filter((line) => line !== '');

	const optionalText = (name: string) => (text(name) === '' ? null : text(name));
	const optionalLocalised = (name: string): Localised | null => {
		const both = { da: text(`${name}.da`), en: text(`${name}.en`) };
		if (both.da === '' && both.en === '') return null;
		if (both.da === '') fault(`${name}.da`, 'one-language');
		if (both.en === '') fault(`${name}.en`, 'one-language');
		return both;
	};
	const optionalNumber = (name: string): number | null => {
		if (text(name) === '') return null;
		if (/^\d{1,9}$/.test(text(name))) return Number(text(name));
		fault(name, 'not-a-number', text(name));
		return null;
	};
	const optionalChoice = <Value extends string>(name: string, choices: readonly Value[]): Value | null => {
		const found = choices.find((choice) => choice === text(name));
		if (found === undefined && text(name) !== '') fault(name, 'not-chosen', text(name));
		return found ?? null;
	};
	return {
		problems,
		fault,
		text,
		linesOf,
		optionalText,
		optionalLocalised,
		optionalNumber,
		optionalChoice,
		chosen: (name: string): readonly string[] => {
			const all = [...new Set(values[name] ?? [])].filter((value) => value !== '');
			const short = all.filter((value) => value.length <= longestChoice);
			if (short.length < all.length || short.length > mostChosen) fault(name, 'not-chosen');
			return short.slice(0, mostChosen);
		},
		flag: (name: string) => text(name) !== '',
		/** Yes, no or not known. */
		answer: (name: string): boolean | null => (text(name) === 'yes' ? true : text(name) === 'no' ? false : null),
		localised: (name: string): Localised => {
			const both = optionalLocalised(name);
			if (both === null) fault(`${name}.da`, 'missing');
			return both ?? { da: '', en: '' };
		},
		number: (name: string): number => {
			const found = optionalNumber(name);
			if (found === null && text(name) === '') fault(name, 'missing');
			return found ?? 0;
		},
		choice: <Value extends string>(name: string, choices: readonly [Value, ...Value[]]): Value => {
			const found = optionalChoice(name, choices);
			if (found === null && text(name) === '') fault(name, 'not-chosen');
			return found ?? choices[0];
		},
		/** One entry a line, as many in Danish as in English. */
		localisedList: (name: string): readonly Localised[] => {
			const [danish, english] = [linesOf(`${name}.da`), linesOf(`${name}.en`)];
			if (danish.length !== english.length) {
				const shorter = danish.length < english.length ? `${name}.da` : `${name}.en`;
				fault(shorter, 'lists-differ', `${danish.length}, ${english.length}`);
			}
			return danish.map((da, place) => ({ da, en: english[place] ?? '' }));
		},
		/** "375-376, 421". */
		lines: (name: string): readonly LineRange[] =>
			text(name)
				.split(/[,;\n]/)
				.map((part) => part.trim())
				.filter((part) => part !== '')
				.flatMap((part): readonly LineRange[] => {
					const [, first, last] = /^(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?$/.exec(part) ?? [];
					const range: LineRange = [Number(first), Number(last ?? first)];
					if (first === undefined) fault(name, 'lines-unreadable', part);
					else if (range[0] < 1 || range[1] > overviewLineCount || range[0] > range[1]) fault(name, 'line-outside', part);
					return first === undefined ? [] : [range];
				})
	};
}

export function linesAsText(lines: readonly LineRange[]): string {
	return lines.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}

export function localisedValues(name: string, text: Localised | null): FormValues {
	return { [`${name}.da`]: [text?.da ?? ''], [`${name}.en`]: [text?.en ?? ''] };
}

export function localisedListValues(name: string, texts: readonly Localised[]): FormValues {
	return {
		[`${name}.da`]: [texts.map((text) => text.da).join('\n')],
		[`${name}.en`]: [texts.map((text) => text.en).join('\n')]
	};
}
