// One scale's scores, summed up over a tree of groups. Scores are counted from the scale's minimum: 0 to `range`.
import type { Nesting } from './choose-shown.ts';
import type { ReleaseScale } from './release.ts';

export type ScaleMoments = {
	readonly range: number;
	/** See `ReleaseScale`; 0 where it has none. */
	readonly grain: number;
	/** Respondents with a score, by node. */
	readonly counts: Int32Array;
	readonly sums: Float64Array;
	/** Sum of squared deviations from the node's own mean. */
	readonly spread: Float64Array;
	/** Respondents at or beyond the cut of strain; zeros where the scale has none. */
	readonly strained: Int32Array;
	readonly lowest: Float64Array;
	readonly highest: Float64Array;
};

/**
 * Sums one scale up over leaves and the nodes above them.
 *
 * `leafOf`: the leaf of each respondent; `scores`: respondents × scales, row by row, NaN where not answered; `column`:
 * which scale. Throws RangeError for a score outside the scale's range.
 */
export function scaleMoments(input: {
	readonly tree: Nesting;
	readonly leafOf: Int32Array;
	readonly scores: Float64Array;
	readonly column: number;
	readonly columns: number;
	readonly scale: ReleaseScale;
}): ScaleMoments {
	const { tree, leafOf, scores, column, columns, scale } = input;
	const size = tree.parentOf.length;
	const range = scale.maximum - scale.minimum;
	const counts = new Int32Array(size);
	const sums = new Float64Array(size);
	const spread = new Float64Array(size);
	const strained = new Int32Array(size);
	const lowest = new Float64Array(size).fill(Infinity);
	const highest = new Float64Array(size).fill(-Infinity);
	const cut = scale.strainedAt;

	for (let row = 0; row < leafOf.length; row++) {
		const score = scores[row * columns + column]!;
		if (Number.isNaN(score)) continue;
		const value = score - scale.minimum;
		if (!(value >= -1e-9 && value <= range + 1e-9)) throw new RangeError(`A score of "${scale.id}" is out of range`);
		const leaf = leafOf[row]!;
		const n = counts[leaf]! + 1;
		const fromMean = value - (n === 1 ? value : sums[leaf]! / (n - 1));
		counts[leaf] = n;
		sums[leaf]! += value;
		spread[leaf]! += (fromMean * fromMean * (n - 1)) / n;
		if (value < lowest[leaf]!) lowest[leaf] = value;
		if (value > highest[leaf]!) highest[leaf] = value;
		if (cut !== undefined && (cut.direction === 'at-least' ? score >= cut.cut : score <= cut.cut)) strained[leaf]! += 1;
	}
	const moments = { range, grain: scale.grain ?? 0, counts, sums, spread, strained, lowest, highest };
	for (const node of tree.bottomUp) {
		const parent = tree.parentOf[node]!;
		if (parent >= 0 && counts[node]! > 0) addTo(moments, parent, node);
	}
	return moments;
}

function addTo(moments: ScaleMoments, parent: number, child: number): void {
	const { counts, sums, spread, strained, lowest, highest } = moments;
	const before = counts[parent]!;
	if (before > 0) {
		const gap = sums[child]! / counts[child]! - sums[parent]! / before;
		spread[parent]! += (gap * gap * before * counts[child]!) / (before + counts[child]!);
	}
	spread[parent]! += spread[child]!;
	counts[parent] = before + counts[child]!;
	sums[parent]! += sums[child]!;
	strained[parent]! += strained[child]!;
	lowest[parent] = Math.min(lowest[parent]!, lowest[child]!);
	highest[parent] = Math.max(highest[parent]!, highest[child]!);
}
