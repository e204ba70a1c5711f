// Where the share of strained respondents is shown. A share is a count in disguise: a shown 0 % tells something of each.
import { boundResiduals, residualOf, shownTree } from './bound-sums.ts';
import type { SumBounds } from './bound-sums.ts';
import { hideNeighboursThenSelf } from './cheapest-to-hide.ts';
import { chooseShown } from './choose-shown.ts';
import type { Nesting } from './choose-shown.ts';
import { openRange, LEAST_OPEN_SHARE } from './protect-means.ts';
import type { ProtectedMeans } from './protect-means.ts';
import type { ReleaseScale } from './release.ts';
import { roundTo } from './rounding.ts';
import type { ScaleMoments } from './scale-moments.ts';

/** Fewest respondents behind a share, and in any set for which one can be derived. */
export const LEAST_FOR_SHARE = 20;
export const SHARE_STEP = 0.05;
/** Smaller shares are shown as at most this; larger ones than its complement as at least that. */
export const SHARE_EDGE = 0.1;

export type ShownShare = { readonly value: number; readonly step: number; readonly bound: -1 | 0 | 1 };

/** The figure that is shown for `strained` of `n` respondents: to 5 %, and never nearer to 0 or 100 % than 10 %. */
export function shownShare(strained: number, n: number): ShownShare {
	const value = roundTo(strained / n, SHARE_STEP);
	if (value < SHARE_EDGE) return { value: SHARE_EDGE, step: SHARE_EDGE, bound: -1 };
	if (value > 1 - SHARE_EDGE) return { value: 1 - SHARE_EDGE, step: SHARE_EDGE, bound: 1 };
	return { value, step: SHARE_STEP, bound: 0 };
}

/** How many of `n` can be strained, given the figure that is shown. */
export function countsBehind(share: ShownShare, n: number): { low: number; high: number } {
	const slack = share.bound === 0 ? share.step / 2 : 0;
	return {
		low: share.bound < 0 ? 0 : Math.ceil(n * (share.value - slack) - 1e-6),
		high: share.bound > 0 ? n : Math.floor(n * (share.value + slack) + 1e-6)
	};
}

/**
 * Chooses the nodes whose share is shown; returns 1 for each.
 *
 * Residuals hold nobody or at least 20 respondents. The intruder is given every residual's sum unrounded (what is
 * published of it, where only clamping keeps the scores open) and bounds the strained in it, up and down the tree. A cell is hidden where the shares settle for a whole residual whether
 * its people are strained though the means leave it open, or narrow a person's possible scores below half of the scale.
 */
export function protectShares(input: {
	readonly tree: Nesting;
	readonly moments: ScaleMoments;
	readonly means: ProtectedMeans;
	readonly scale: ReleaseScale;
}): Uint8Array {
	const { tree, moments, means, scale } = input;
	const { counts } = moments;
	const size = counts.length;
	if (scale.strainedAt === undefined) return new Uint8Array(size);
	const mayShow = means.shown.shown.map((yes, node) => (yes === 1 && means.bounds[node] === 0 ? 1 : 0));
	const mask = chooseShown({ tree, counts, mayShow, threshold: LEAST_FOR_SHARE });
	const parts = partsSeenFromCut(tree, moments, means, scale);
	const tries = hideNeighboursThenSelf(counts);

	for (;;) {
		const shown = shownTree(tree, counts, mask);
		const nodeCounts = { low: new Float64Array(size), high: Float64Array.from(counts) };
		for (const node of shown.order) {
			const behind = countsBehind(shownShare(moments.strained[node]!, counts[node]!), counts[node]!);
			nodeCounts.low[node] = behind.low;
			nodeCounts.high[node] = behind.high;
		}
		const strained = boundResiduals(means.shown, nodeCounts, parts.strainedByMean);
		const breached = new Set<number>();
		for (const part of means.shown.order) {
			const owner = residualOf(shown, part);
			if (means.shown.residual[part]! > 0 && owner >= 0 && isSettled(part, means, parts, strained)) breached.add(owner);
		}
		if (breached.size === 0) return mask;
		for (const node of breached) mask[tries.hide(shown, node)] = 0;
	}
}

/** Residuals of the shown means, mirrored where needed so that strained is always at or above `cut`. */
type Parts = {
	readonly range: number;
	readonly cut: number;
	readonly leastOpen: number;
	/** What the intruder is given of each residual's sum. */
	readonly lowest: Float64Array;
	readonly highest: Float64Array;
	/** How many can be strained by that alone. */
	readonly strainedByMean: SumBounds;
	/** The same by what is published of the mean. */
	readonly strainedByRounded: SumBounds;
};

function isSettled(part: number, means: ProtectedMeans, parts: Parts, strained: SumBounds): boolean {
	const n = means.shown.residual[part]!;
	const low = strained.low[part]!;
	const high = strained.high[part]!;
	if (high < 1 && parts.strainedByRounded.high[part]! >= 1) return true;
	if (low > n - 1 && parts.strainedByRounded.low[part]! <= n - 1) return true;
	const sumLow = parts.lowest[part]!;
	const sumHigh = parts.highest[part]!;
	return openRangeByShare({ n, sumLow, sumHigh, cut: parts.cut, range: parts.range, low, high }) < parts.leastOpen;
}

/**
 * Width of one person's possible scores: `n` scores from 0 to `range` sum to between `sumLow` and `sumHigh`, and from
 * `low` to `high` of them are at or above `cut`; every such count must be possible. Checked against a search over all
 * small cases in `protect-shares.test.ts`.
 */
export function openRangeByShare(given: {
	readonly n: number;
	readonly sumLow: number;
	readonly sumHigh: number;
	readonly cut: number;
	readonly range: number;
	readonly low: number;
	readonly high: number;
}): number {
	const { n, sumLow, sumHigh, cut, range, low, high } = given;
	let least = Infinity;
	let most = -Infinity;
	if (low <= n - 1) {
		const strained = Math.min(high, n - 1);
		least = Math.max(0, sumLow - strained * range - (n - 1 - strained) * cut);
		most = Math.min(cut, sumHigh - low * cut);
	}
	if (high >= 1) {
		least = Math.min(least, Math.max(cut, sumLow - (high - 1) * range - (n - high) * cut));
		most = Math.max(most, Math.min(range, sumHigh - (Math.max(low, 1) - 1) * cut));
	}
	return most - least;
}

function partsSeenFromCut(tree: Nesting, moments: ScaleMoments, means: ProtectedMeans, scale: ReleaseScale): Parts {
	const { range } = moments;
	const isMirrored = scale.strainedAt?.direction === 'at-most';
	const fromMinimum = (scale.strainedAt?.cut ?? scale.maximum) - scale.minimum;
	const cut = isMirrored ? range - fromMinimum : fromMinimum;
	const leastOpen = LEAST_OPEN_SHARE * range - 1e-6;
	const sums = residualSums(tree, moments, means);
	const published = { low: Float64Array.from(sums), high: Float64Array.from(sums) };
	const given = { low: Float64Array.from(sums), high: Float64Array.from(sums) };
	for (const part of means.shown.order) {
		const n = means.shown.residual[part]!;
		const low = means.residualSums.low[part]!;
		const high = means.residualSums.high[part]!;
		published.low[part] = isMirrored ? n * range - high : low;
		published.high[part] = isMirrored ? n * range - low : high;
		const sum = isMirrored ? n * range - sums[part]! : sums[part]!;
		const isOpenUnrounded = openRange(n, sum, sum, range) >= leastOpen;
		given.low[part] = isOpenUnrounded ? sum : published.low[part]!;
		given.high[part] = isOpenUnrounded ? sum : published.high[part]!;
	}
	const strainedFrom = ({ low, high }: SumBounds): SumBounds => ({
		low: low.map((sum, part) => {
			const n = means.shown.residual[part]!;
			return Math.max(0, Math.ceil((sum - n * cut) / (range - cut) - 1e-6));
		}),
		high: high.map((sum, part) => Math.min(means.shown.residual[part]!, Math.floor(sum / cut + 1e-6)))
	});
	return {
		range,
		cut,
		leastOpen,
		lowest: given.low,
		highest: given.high,
		strainedByMean: strainedFrom(given),
		strainedByRounded: strainedFrom(published)
	};
}

function residualSums(tree: Nesting, moments: ScaleMoments, means: ProtectedMeans): Float64Array {
	const sums = new Float64Array(moments.counts.length);
	for (const node of tree.bottomUp) {
		if (means.shown.shown[node] === 0) continue;
		sums[node]! += moments.sums[node]!;
		const above = means.shown.above[node]!;
		if (above >= 0) sums[above]! -= moments.sums[node]!;
	}
	return sums;
}
