// Where the share of strained respondents is shown. A share is a count in disguise: a shown 0 % tells something of each.
import { boundResiduals, residualOf, shownTree } from './bound-sums.ts';
import type { SumBounds } from './bound-sums.ts';
import { hideNeighboursThenSelf } from './cheapest-to-hide.ts';
import { chooseShown } from './choose-shown.ts';
import type { Nesting } from './choose-shown.ts';
import { LEAST_OPEN_SHARE, LEAST_OPEN_SHARE_FOR_INSIDER, openRange } from './protect-means.ts';
import type { ProtectedMeans } from './protect-means.ts';
import type { ReleaseScale } from './release.ts';
import { roundTo } from './rounding.ts';
import type { ScaleMoments } from './scale-moments.ts';
import { possibleScores, strainLevels } from './strain-levels.ts';
import type { StrainLevels } from './strain-levels.ts';

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
 * Residuals hold nobody or at least 20 respondents. The strained in each residual are bounded up and down the tree, from
 * the shares and from what sums of scores allow, three times: the intruder is given every residual's sum unrounded; then
 * what is published of it where only clamping keeps the scores open; then what is published of all. A cell is hidden
 * where the shares say more than those sums, and settle for a whole residual whether its people are strained, narrow a
 * person's possible scores below half of the scale, or below a fifth for whoever subtracts the own score. Scores are the
 * few that the grain leaves, and the own score is any that is possible, not only those that somebody has.
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
	const levels = strainLevels(scale);
	if (levels === null) return new Uint8Array(size);
	const mayShow = means.shown.shown.map((yes, node) => (yes === 1 && means.bounds[node] === 0 ? 1 : 0));
	const mask = chooseShown({ tree, counts, mayShow, threshold: LEAST_FOR_SHARE });
	const views = viewsOfSums(tree, moments, means, levels);
	const tries = hideNeighboursThenSelf(counts);

	for (;;) {
		const shown = shownTree(tree, counts, mask);
		const nodeCounts = { low: new Float64Array(size), high: Float64Array.from(counts) };
		for (const node of shown.order) {
			const behind = countsBehind(shownShare(moments.strained[node]!, counts[node]!), counts[node]!);
			nodeCounts.low[node] = behind.low;
			nodeCounts.high[node] = behind.high;
		}
		const breached = new Set<number>();
		for (const view of [views.exact, views.given, views.published]) {
			const strained = boundResiduals(means.shown, nodeCounts, view.strained);
			for (const part of means.shown.order) {
				const owner = residualOf(shown, part);
				const n = means.shown.residual[part]!;
				if (n === 0 || owner < 0 || breached.has(owner)) continue;
				const before = rangeAt(view.strained, part);
				const range = rangeAt(strained, part);
				if (range.low <= before.low && range.high >= before.high) continue;
				const given = { n, sumLow: view.sums.low[part]!, sumHigh: view.sums.high[part]!, ...range };
				const settles = isSettled(n, range) && !isSettled(n, before);
				if (settles || isNarrowed(given, levels) || isNarrowedForInsider(given, levels)) breached.add(owner);
			}
		}
		if (breached.size === 0) return mask;
		for (const node of breached) mask[tries.hide(shown, node)] = 0;
	}
}

/** `n` scores sum to between `sumLow` and `sumHigh`, and from `low` to `high` of them are at strain. */
type KnownOfPart = {
	readonly n: number;
	readonly sumLow: number;
	readonly sumHigh: number;
	readonly low: number;
	readonly high: number;
};

type CountRange = { readonly low: number; readonly high: number };

function rangeAt({ low, high }: SumBounds, part: number): CountRange {
	return { low: low[part]!, high: high[part]! };
}

/** Nobody of `n` is at strain, or everybody. */
function isSettled(n: number, { low, high }: CountRange): boolean {
	return high < 1 || low > n - 1;
}

/** Narrowed below half of the scale, and the shares are to blame, not the sum alone. */
function isNarrowed(given: KnownOfPart, levels: StrainLevels): boolean {
	const dust = 1e-6 * levels.range;
	const open = widthOf(scoresByShare(given, levels));
	if (open >= LEAST_OPEN_SHARE * levels.range - dust) return false;
	return open < widthOf(scoresByShare(bySumAlone(given), levels)) - dust;
}

/** For some score that a respondent can have, what others can have is narrowed below a fifth, and the shares are to blame. */
function isNarrowedForInsider(given: KnownOfPart, levels: StrainLevels): boolean {
	const { n, sumLow, sumHigh, low, high } = given;
	const open = scoresByShare(given, levels);
	if (n === 1 || open === null) return false;
	const dust = 1e-6 * levels.range;
	return [...possibleScores(levels), open.low, open.high].some((own) => {
		const strained = own >= levels.from - 1e-9 ? 1 : 0;
		const others = {
			n: n - 1,
			sumLow: sumLow - own,
			sumHigh: sumHigh - own,
			low: Math.max(0, low - strained),
			high: Math.min(n - 1, high - strained)
		};
		const learned = scoresByShare(others, levels);
		if (learned === null) return false;
		const width = widthOf(learned);
		const isNarrow = width < LEAST_OPEN_SHARE_FOR_INSIDER * levels.range - dust;
		return isNarrow && width < widthOf(scoresByShare(bySumAlone(others), levels)) - dust;
	});
}

function bySumAlone(given: KnownOfPart): KnownOfPart {
	return { ...given, low: 0, high: given.n };
}

function widthOf(scores: { readonly low: number; readonly high: number } | null): number {
	return scores === null ? -1 : scores.high - scores.low;
}

/**
 * One person's possible scores; null where no scores fit. Checked against a search over all small cases in
 * `protect-shares.test.ts`.
 */
export function scoresByShare(given: KnownOfPart, levels: StrainLevels): { low: number; high: number } | null {
	const { n, sumLow, sumHigh, low, high } = given;
	const { range, from, below } = levels;
	const dust = 1e-6 * range;
	if (low > high || sumLow > sumHigh + dust) return null;
	let least = Infinity;
	let most = -Infinity;
	const add = (bottom: number, top: number): void => {
		if (bottom > top + dust) return;
		least = Math.min(least, bottom);
		most = Math.max(most, top);
	};
	if (low <= n - 1) {
		const others = Math.min(high, n - 1);
		add(Math.max(0, sumLow - others * range - (n - 1 - others) * below), Math.min(below, sumHigh - low * from));
	}
	if (high >= 1) {
		const others = Math.max(low, 1) - 1;
		add(Math.max(from, sumLow - (high - 1) * range - (n - high) * below), Math.min(range, sumHigh - others * from));
	}
	return least > most + dust ? null : { low: least, high: most };
}

/** What the intruder is taken to know of each residual's sum, mirrored where strain lies low. */
type View = {
	readonly sums: SumBounds;
	/** How many can be strained by that alone. */
	readonly strained: SumBounds;
};

function viewsOfSums(
	tree: Nesting,
	moments: ScaleMoments,
	means: ProtectedMeans,
	levels: StrainLevels
): { readonly exact: View; readonly given: View; readonly published: View } {
	const { range, isMirrored } = levels;
	const sums = residualSums(tree, moments, means);
	const published = { low: Float64Array.from(sums), high: Float64Array.from(sums) };
	const exact = { low: Float64Array.from(sums), high: Float64Array.from(sums) };
	const given = { low: Float64Array.from(sums), high: Float64Array.from(sums) };
	for (const part of means.shown.order) {
		const n = means.shown.residual[part]!;
		const low = means.residualSums.low[part]!;
		const high = means.residualSums.high[part]!;
		published.low[part] = isMirrored ? n * range - high : low;
		published.high[part] = isMirrored ? n * range - low : high;
		const sum = isMirrored ? n * range - sums[part]! : sums[part]!;
		exact.low[part] = sum;
		exact.high[part] = sum;
		const isOpenUnrounded = openRange(n, sum, sum, range) >= LEAST_OPEN_SHARE * range - 1e-6;
		given.low[part] = isOpenUnrounded ? sum : published.low[part]!;
		given.high[part] = isOpenUnrounded ? sum : published.high[part]!;
	}
	const viewOf = (known: SumBounds): View => ({ sums: known, strained: strainedWithin(known, means, levels) });
	return { exact: viewOf(exact), given: viewOf(given), published: viewOf(published) };
}

function strainedWithin({ low, high }: SumBounds, means: ProtectedMeans, levels: StrainLevels): SumBounds {
	const { range, from, below } = levels;
	return {
		low: low.map((sum, part) => {
			const n = means.shown.residual[part]!;
			return Math.max(0, Math.ceil((sum - n * below) / (range - below) - 1e-6));
		}),
		high: high.map((sum, part) => Math.min(means.shown.residual[part]!, Math.floor(sum / from + 1e-6)))
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
