import type { Instrument } from './instrument.ts';

/** Answers by item id, as a browser sends them; an item that is absent or null is not answered. */
export type AnswersByItem = Readonly<Record<string, number | null>>;

export type CheckedAnswers =
	| { readonly kind: 'ok'; readonly answers: readonly (number | null)[] }
	| { readonly kind: 'unknown-item'; readonly item: string }
	| { readonly kind: 'out-of-range'; readonly item: string; readonly value: number }
	| { readonly kind: 'not-whole'; readonly item: string; readonly value: number };

/**
 * Checks one respondent's answers at the door and puts them in the instrument's item order.
 *
 * Shape: one number per answered item, within the item's range, whole where the format says so, and one of the
 * options where there are any (a number between two options counts as out of range). Missing: null or absent.
 * Returns the ordered answers (length = number of items), or the first fault found. Throws nothing.
 */
export function checkAnswers(input: {
	readonly instrument: Instrument;
	readonly answers: AnswersByItem;
}): CheckedAnswers {
	const { instrument, answers } = input;
	const formats = new Map(instrument.formats.map((format) => [format.id, format]));
	const positions = new Map(instrument.items.map((item, index) => [item.id, index]));
	const ordered: (number | null)[] = instrument.items.map(() => null);
	for (const id in answers) {
		if (!Object.hasOwn(answers, id)) continue;
		const position = positions.get(id);
		const format = formats.get(instrument.items[position ?? -1]?.format ?? '');
		if (position === undefined || format === undefined) return { kind: 'unknown-item', item: id };
		const value = answers[id];
		if (value === null || value === undefined) continue;
		const isWithin = typeof value === 'number' && value >= format.minimum && value <= format.maximum;
		if (!isWithin) return { kind: 'out-of-range', item: id, value };
		if (format.isWhole && !Number.isInteger(value)) return { kind: 'not-whole', item: id, value };
		const isOption = format.options === undefined || format.options.some((option) => option.value === value);
		if (!isOption) return { kind: 'out-of-range', item: id, value };
		ordered[position] = value;
	}
	return { kind: 'ok', answers: ordered };
}
