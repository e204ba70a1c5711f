// What the pictures of effect draw: one row a figure, with its uncertainty and, where there is one, what was to be expected.

export type EffectRow = {
	readonly id: string;
	readonly name: string;
	/** A word beside the name. */
	readonly note?: string;
	/** Null where there is no figure; then `text` says so. */
	readonly value: number | null;
	readonly interval: readonly [number, number] | null;
	/** A thin mark: where the figure was to be expected. */
	readonly expected?: number | null;
	/** The figure in words: what a screen reader hears and everybody reads. */
	readonly text: string;
	readonly verdict?: 'improved' | 'no-clear-change' | 'worse' | 'cannot-tell';
};

/** The widest reach of the rows around 0, at least `least`, rounded up to a multiple of 5: both sides of a picture alike. */
export function reachOf(rows: readonly EffectRow[], least: number): number {
	const ends = rows.flatMap(({ value, interval }) => [...(interval ?? []), ...(value === null ? [] : [value])]);
	const widest = ends.reduce((most, end) => Math.max(most, Math.abs(end)), least);
	return Math.ceil(widest / 5 - 1e-9) * 5;
}
