// The geometry of one bar of the picture: what is filled, what is only possible, and the marks upon it.
import { percentOf } from './scale.ts';
import type { Range } from './scale.ts';

/** One number that a chart shows, or says that it does not show. */
export type ChartValue = {
	/** Null where there is no number: not answered, or withheld. */
	readonly value: number | null;
	/** `at-most` and `at-least` where only a limit of the number is shown. */
	readonly bound?: 'at-most' | 'at-least' | null;
	readonly state: 'shown' | 'withheld';
};

export type ChartRow = ChartValue & {
	readonly id: string;
	readonly name: string;
	readonly href?: string;
	readonly reference?: number | null;
	readonly interval?: readonly [number, number] | null;
	/** Where `value` is an estimate: the mean as measured, shown beside it. */
	readonly measured?: number | null;
	/** The one that weighs most, marked with a word. */
	readonly mark?: 'most' | null;
};

/** What of a row is drawn. */
export type DrawnRow = Pick<ChartRow, 'value' | 'bound' | 'state' | 'reference' | 'interval' | 'measured'>;

export type Span = { readonly start: number; readonly width: number };

export type Bar =
	| { readonly kind: 'withheld'; readonly tick: number | null }
	| { readonly kind: 'not-answered'; readonly tick: number | null }
	| {
			readonly kind: 'bar';
			/** Known to be there, in percent of the width. */
			readonly filled: Span;
			/** Where the number may lie, when only a limit is shown. */
			readonly open: Span | null;
			readonly whisker: Span | null;
			readonly tick: number | null;
			/** Where the measured mean lies, beside an estimate. */
			readonly dot: number | null;
	  };

/** Percentages of the bar's width for everything that is drawn of one row. */
export function barOf(row: DrawnRow, range: Range): Bar {
	const tick = row.reference === null || row.reference === undefined ? null : percentOf(row.reference, range);
	if (row.state === 'withheld') return { kind: 'withheld', tick };
	if (row.value === null) return { kind: 'not-answered', tick };
	const end = percentOf(row.value, range);
	const dot = row.measured === null || row.measured === undefined ? null : percentOf(row.measured, range);
	return { kind: 'bar', ...fill(end, row.bound ?? null), whisker: whiskerOf(row.interval, range), tick, dot };
}

function fill(end: number, bound: 'at-most' | 'at-least' | null): { filled: Span; open: Span | null } {
	if (bound === 'at-most') return { filled: { start: 0, width: 0 }, open: { start: 0, width: end } };
	const filled = { start: 0, width: end };
	return { filled, open: bound === 'at-least' ? span(end, 100) : null };
}

function whiskerOf(interval: readonly [number, number] | null | undefined, range: Range): Span | null {
	if (!interval) return null;
	const [low, high] = interval;
	if (low > high) throw new RangeError(`An interval runs from low to high, not from ${low} to ${high}`);
	return span(percentOf(low, range), percentOf(high, range));
}

function span(from: number, to: number): Span {
	return { start: from, width: Math.round((to - from) * 100) / 100 };
}
