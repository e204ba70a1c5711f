// Where a standard deviation is shown. With the means it bounds how far one score can lie from its group's mean.
import { residualOf, shownTree } from './bound-sums.ts';
import { hideNeighboursThenSelf } from './cheapest-to-hide.ts';
import { chooseShown } from './choose-shown.ts';
import type { Nesting } from './choose-shown.ts';
import { LEAST_OPEN_SHARE, LEAST_OPEN_SHARE_FOR_INSIDER, openRange } from './protect-means.ts';
import type { ProtectedMeans } from './protect-means.ts';
import type { ReleaseScale } from './release.ts';
import type { ScaleMoments } from './scale-moments.ts';
import { leastSquares, strainLevels } from './strain-levels.ts';

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
 * cell itself is hidden. So a unanimous group never shows one. W is counted from the least that sums, grain and the
 * counts at strain allow (`leastSquares`), as if every share were known: only what is left can be anybody's.
 *
 * The same for a respondent, whose own score may lie at either end of the scale and use up the deviations of all others:
 * what is left then must still let another person move by a fifth of the scale. Only nodes with a rounded mean are
 * considered.
 */
export function protectSpread(input: {
	readonly tree: Nesting;
	readonly moments: ScaleMoments;
	readonly means: ProtectedMeans;
	readonly scale: ReleaseScale;
}): Uint8Array {
	const { tree, moments, means } = input;
	const { counts, range, grain } = moments;
	const isCoarse = grain * FEWEST_STEPS > range + 1e-9;
	// Where it is less than one step, nearly everybody has the same score, and who has another one knows all.
	const isTelling = (node: number): boolean => isCoarse && moments.spread[node]! < (counts[node]! - 1) * grain * grain;
	const mayShow = means.shown.shown.map((yes, node) =>
		yes === 1 && means.bounds[node] === 0 && !isTelling(node) ? 1 : 0
	);
	const mask = chooseShown({ tree, counts, mayShow, threshold: isCoarse ? LEAST_FOR_COARSE_SPREAD : LEAST_FOR_SPREAD });
	if (mask.every((shows) => shows === 0)) return mask;
	const parts = partsOfMeans(tree, moments, means);
	const free = freeDeviations(parts, means, input.scale);
	const tries = hideNeighboursThenSelf(counts);
	const least = LEAST_OPEN_SHARE_FOR_INSIDER * range + 2 * grain;
	for (;;) {
		const shown = shownTree(tree, counts, mask);
		const within = new Float64Array(counts.length);
		const mostTaken = new Float64Array(counts.length);
		const owner = new Int32Array(counts.length).fill(-1);
		for (const part of means.shown.order) {
			if (means.shown.residual[part] === 0) continue;
			const own = residualOf(shown, part);
			owner[part] = own;
			if (own < 0) continue;
			within[own]! += free.left[part]!;
			mostTaken[own] = Math.max(mostTaken[own]!, free.taken[part]!);
		}
		const breached = new Set<number>();
		for (const part of means.shown.order) {
			const n = means.shown.residual[part]!;
			const own = owner[part]!;
			if (n === 0 || own < 0) continue;
			const given = { n, sum: parts.sums[part]!, within: within[own]!, range };
			const published = { low: means.residualSums.low[part]!, high: means.residualSums.high[part]! };
			const isNarrow = openBySpread(given, published) < LEAST_OPEN_SHARE * range - 1e-9;
			const isNarrowForInsider = (within[own]! - mostTaken[own]!) * (n - 2) < least * least * (n - 1);
			if (isNarrow || (n > 2 && isNarrowForInsider)) breached.add(own);
		}
		if (breached.size === 0) return mask;
		for (const node of breached) mask[tries.hide(shown, node)] = 0;
	}
}

/**
 * By residual of the means: the squared deviations that its sum and its count at strain leave free, and how many more of
 * those one respondent takes up with a score at an end of the scale, whichever takes more.
 */
function freeDeviations(
	parts: { readonly sums: Float64Array; readonly spread: Float64Array; readonly strained: Int32Array },
	means: ProtectedMeans,
	scale: ReleaseScale
): { left: Float64Array; taken: Float64Array } {
	const levels = strainLevels(scale);
	const range = scale.maximum - scale.minimum;
	const grid = { range, grain: scale.grain ?? 0 };
	const left = new Float64Array(parts.sums.length);
	const taken = new Float64Array(parts.sums.length);
	for (const part of means.shown.order) {
		const n = means.shown.residual[part]!;
		if (n === 0) continue;
		const strained = parts.strained[part]!;
		const sum = levels?.isMirrored === true ? n * range - parts.sums[part]! : parts.sums[part]!;
		const least = leastSquares({ n, sum, strained }, grid, levels);
		left[part] = parts.spread[part]! + (sum * sum) / n - least;
		for (const own of [0, range]) {
			const isStrained = levels !== null && own >= levels.from;
			const others = { n: n - 1, sum: sum - own, strained: Math.max(0, strained - (isStrained ? 1 : 0)) };
			const byShare = own * own + leastSquares(others, grid, levels) - least;
			// Another count at strain than the true one may be possible too.
			const more = Number.isFinite(byShare) ? byShare : ((own - sum / n) ** 2 * n) / (n - 1);
			taken[part] = Math.max(taken[part]!, more);
		}
	}
	return { left, taken };
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

/** Sum, squared deviations and count at strain of the respondents in each residual of the shown means. */
function partsOfMeans(
	tree: Nesting,
	moments: ScaleMoments,
	means: ProtectedMeans
): { sums: Float64Array; spread: Float64Array; strained: Int32Array } {
	const size = moments.counts.length;
	const hasChild = new Uint8Array(size);
	for (const parent of tree.parentOf) if (parent >= 0) hasChild[parent] = 1;
	const counts = new Int32Array(size);
	const sums = new Float64Array(size);
	const spread = new Float64Array(size);
	const strained = new Int32Array(size);
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
		strained[part]! += moments.strained[leaf]!;
		counts[part] = before + n;
	}
	return { sums, spread, strained };
}
