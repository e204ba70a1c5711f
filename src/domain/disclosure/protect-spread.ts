// Where a standard deviation is shown. With the means it bounds how far one score can lie from its group's mean.
import { residualOf, shownTree } from './bound-sums.ts';
import { hideNeighboursThenSelf } from './cheapest-to-hide.ts';
import { chooseShown } from './choose-shown.ts';
import type { Nesting } from './choose-shown.ts';
import { LEAST_OPEN_SHARE, openRange } from './protect-means.ts';
import type { ProtectedMeans } from './protect-means.ts';
import type { ScaleMoments } from './scale-moments.ts';

/** Fewest respondents behind a standard deviation, and in any set for which one can be derived. */
export const LEAST_FOR_SPREAD = 20;
/** The same where only few scores are possible, because mean and spread together then leave few ways to have them. */
const LEAST_FOR_COARSE_SPREAD = 100;
/** A scale with fewer steps than this is coarse: one item with five answers has four. */
const FEWEST_STEPS = 8;

/**
 * Chooses the nodes whose standard deviation is shown; returns 1 for each.
 *
 * Sums of squares can be subtracted like sums, so residuals of these nodes hold nobody or at least 20 respondents. The
 * intruder is given the unrounded figures: a score in a part of n people with mean m, within a residual whose squared
 * deviations from the means of its parts sum to W, lies within m ± √(W (n − 1) / n): Samuelson's inequality (How Deviant
 * Can You Be?, Journal of the American Statistical Association, 1968), for one part while all others are unanimous.
 * Where that, cut at the scale's ends and by what the means allow, spans less than half of the scale, a neighbour or the
 * cell itself is hidden. So a unanimous group never shows one. Only nodes with a rounded mean are considered.
 */
export function protectSpread(input: {
	readonly tree: Nesting;
	readonly moments: ScaleMoments;
	readonly means: ProtectedMeans;
}): Uint8Array {
	const { tree, moments, means } = input;
	const { counts, range } = moments;
	const isCoarse = moments.grain * FEWEST_STEPS > range + 1e-9;
	const threshold = isCoarse ? LEAST_FOR_COARSE_SPREAD : LEAST_FOR_SPREAD;
	// Where it is less than one step, nearly everybody has the same score, and who has another one knows all.
	const isTelling = (node: number): boolean =>
		isCoarse && moments.spread[node]! < (counts[node]! - 1) * moments.grain * moments.grain;
	const mayShow = means.shown.shown.map((yes, node) =>
		yes === 1 && means.bounds[node] === 0 && !isTelling(node) ? 1 : 0
	);
	const mask = chooseShown({ tree, counts, mayShow, threshold });
	const parts = partsOfMeans(tree, moments, means);
	const tries = hideNeighboursThenSelf(counts);
	for (;;) {
		const shown = shownTree(tree, counts, mask);
		const within = new Float64Array(counts.length);
		const owner = new Int32Array(counts.length).fill(-1);
		for (const part of means.shown.order) {
			if (means.shown.residual[part] === 0) continue;
			owner[part] = residualOf(shown, part);
			if (owner[part]! >= 0) within[owner[part]!]! += parts.spread[part]!;
		}
		const breached = new Set<number>();
		for (const part of means.shown.order) {
			const n = means.shown.residual[part]!;
			if (n === 0 || owner[part]! < 0) continue;
			const given = { n, sum: parts.sums[part]!, within: within[owner[part]!]!, range };
			const published = { low: means.residualSums.low[part]!, high: means.residualSums.high[part]! };
			if (openBySpread(given, published) < LEAST_OPEN_SHARE * range - 1e-9) breached.add(owner[part]!);
		}
		if (breached.size === 0) return mask;
		for (const node of breached) mask[tries.hide(shown, node)] = 0;
	}
}

/**
 * Width of one person's possible scores. Where the unrounded sum alone would leave too little (only clamping protects
 * the part), the intruder is given what is published of the sum in its place, and the unrounded mean for the spread alone.
 */
function openBySpread(
	given: { readonly n: number; readonly sum: number; readonly within: number; readonly range: number },
	published: { readonly low: number; readonly high: number }
): number {
	const { n, sum, within, range } = given;
	if (openRange(n, sum, sum, range) >= LEAST_OPEN_SHARE * range - 1e-9) {
		const scores = scoresBySpread(given);
		return scores.high - scores.low;
	}
	const reach = Math.sqrt((within * (n - 1)) / n);
	const low = Math.max(0, sum / n - reach, published.low - (n - 1) * range);
	return Math.min(range, sum / n + reach, published.high) - low;
}

/**
 * One person's possible scores, where `n` scores from 0 to `range` have this sum and their squared deviations are at most
 * `within`. Both ends can be reached: checked in `protect-spread.test.ts`.
 */
export function scoresBySpread(given: {
	readonly n: number;
	readonly sum: number;
	readonly within: number;
	readonly range: number;
}): { low: number; high: number } {
	const { n, sum, within, range } = given;
	const reach = Math.sqrt((within * (n - 1)) / n);
	return {
		low: Math.max(0, sum / n - reach, sum - (n - 1) * range),
		high: Math.min(range, sum / n + reach, sum)
	};
}

/** Sum and squared deviations of the respondents in each residual of the shown means. */
function partsOfMeans(
	tree: Nesting,
	moments: ScaleMoments,
	means: ProtectedMeans
): { sums: Float64Array; spread: Float64Array } {
	const size = moments.counts.length;
	const hasChild = new Uint8Array(size);
	for (const parent of tree.parentOf) if (parent >= 0) hasChild[parent] = 1;
	const counts = new Int32Array(size);
	const sums = new Float64Array(size);
	const spread = new Float64Array(size);
	for (const leaf of tree.bottomUp) {
		const part = residualOf(means.shown, leaf);
		const n = moments.counts[leaf]!;
		if (hasChild[leaf] === 1 || part < 0 || n === 0) continue;
		const before = counts[part]!;
		if (before > 0) {
			const gap = moments.sums[leaf]! / n - sums[part]! / before;
			spread[part]! += (gap * gap * before * n) / (before + n);
		}
		spread[part]! += moments.spread[leaf]!;
		sums[part]! += moments.sums[leaf]!;
		counts[part] = before + n;
	}
	return { sums, spread };
}
