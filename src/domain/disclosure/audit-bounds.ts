// The auditor's second attack: how narrowly can one person's score be bounded by everything shown of one scale?
import { LEAST_OPEN_SHARE, openRange } from './protect-means.ts';
import { openRangeByShare } from './protect-shares.ts';
import type { ReleasedCell, ReleaseScale } from './release.ts';

/** The cells of one scale in one group, in a forest of groups that hold one another. */
export type BoundNode = {
	readonly group: number;
	readonly n: number;
	readonly mean?: ReleasedCell;
	readonly sd?: ReleasedCell;
	readonly share?: ReleasedCell;
	readonly parts: BoundNode[];
};

export type BoundBreach = {
	readonly kind: 'pinned' | 'settled' | 'contradiction';
	readonly group: number;
	readonly n: number;
};

type Range = { low: number; high: number };
type Bounded = {
	readonly node: BoundNode;
	readonly sum: Range;
	readonly parts: Bounded[];
	/** Respondents that no part covers, with the range of their sum. */
	readonly restSize: number;
	readonly rest: Range;
};

const DUST = 1e-6;

/**
 * Bounds every person's score, given one scale's cells in groups that are nested or disjoint.
 *
 * `pinned`: the possible scores of somebody span less than half of the scale; `settled`: shares tell of every person in
 * a set whether they are strained, where means do not; `contradiction`: the cells cannot all be true.
 */
export function auditBounds(roots: readonly BoundNode[], scale: ReleaseScale): BoundBreach[] {
	const range = scale.maximum - scale.minimum;
	const breaches: BoundBreach[] = [];
	for (const root of roots) {
		const bounded = bound(root, scale, sumRange);
		tighten(bounded, bounded.sum);
		walk(bounded, (one) => {
			const { low, high } = one.rest;
			if (one.restSize < 0 || one.sum.low > one.sum.high + DUST || low > high + DUST) {
				breaches.push({ kind: 'contradiction', group: one.node.group, n: one.node.n });
			} else if (one.restSize > 0 && openRange(one.restSize, low, high, range) < LEAST_OPEN_SHARE * range - DUST) {
				breaches.push({ kind: 'pinned', group: one.node.group, n: one.restSize });
			}
			if (one.node.sd !== undefined) breaches.push(...pinnedBySpread(one, scale));
		});
		if (scale.strainedAt !== undefined) breaches.push(...auditShares(bounded, scale));
	}
	return breaches;
}

/** From the parts up: each sum's range by its own cell and by its parts. */
function bound(
	node: BoundNode,
	scale: ReleaseScale,
	ownRange: (node: BoundNode, scale: ReleaseScale) => Range
): Bounded {
	const parts = node.parts.map((part) => bound(part, scale, ownRange));
	const restSize = node.n - node.parts.reduce((sum, part) => sum + part.n, 0);
	const rest = { low: 0, high: Math.max(0, restSize) * (scale.maximum - scale.minimum) };
	const own = ownRange(node, scale);
	const sum = {
		low: Math.max(own.low, rest.low + total(parts, 'low')),
		high: Math.min(own.high, rest.high + total(parts, 'high'))
	};
	return { node, sum, parts, restSize, rest };
}

/** From the top down: each part by the whole less what the others can hold at most or least. */
function tighten(whole: Bounded, sum: Range): void {
	const low = whole.rest.low + total(whole.parts, 'low');
	const high = whole.rest.high + total(whole.parts, 'high');
	for (const part of [...whole.parts.map((one) => one.sum), whole.rest]) {
		const before = { ...part };
		part.low = Math.max(before.low, sum.low - (high - before.high));
		part.high = Math.min(before.high, sum.high - (low - before.low));
	}
	for (const part of whole.parts) tighten(part, part.sum);
}

function walk(whole: Bounded, visit: (one: Bounded) => void): void {
	visit(whole);
	for (const part of whole.parts) walk(part, visit);
}

function total(parts: readonly Bounded[], side: 'low' | 'high'): number {
	return parts.reduce((sum, part) => sum + part.sum[side], 0);
}

/** True where a mean alone bounds its people's scores to less than half of the scale. */
export function isPinnedAlone(mean: ReleasedCell, scale: ReleaseScale): boolean {
	const range = scale.maximum - scale.minimum;
	const { low, high } = sumRange({ n: mean.n, mean }, scale);
	return openRange(mean.n, low, high, range) < LEAST_OPEN_SHARE * range - DUST;
}

function sumRange({ mean, n }: Pick<BoundNode, 'mean' | 'n'>, scale: ReleaseScale): Range {
	const whole = { low: 0, high: n * (scale.maximum - scale.minimum) };
	if (mean === undefined) return whole;
	const value = mean.value - scale.minimum;
	if (mean.bound === 'at-most') return { low: 0, high: n * value };
	if (mean.bound === 'at-least') return { low: n * value, high: whole.high };
	return { low: n * (value - mean.step / 2), high: n * (value + mean.step / 2) };
}

/** Nobody lies farther from the own part's mean than the squared deviations left for it allow (Samuelson's inequality). */
function pinnedBySpread(whole: Bounded, scale: ReleaseScale): BoundBreach[] {
	const range = scale.maximum - scale.minimum;
	const centre = { low: whole.sum.low / whole.node.n, high: whole.sum.high / whole.node.n };
	let left = deviations(whole.node, 1);
	const inside: { group: number; n: number; sum: Range }[] = [];
	const collect = (one: Bounded): void => {
		if (one.restSize > 0) {
			inside.push({ group: one.node.group, n: one.restSize, sum: one.rest });
			left -= one.restSize * gapBetween(one.rest, one.restSize, centre) ** 2;
		}
		for (const part of one.parts) {
			if (part.node.sd === undefined) collect(part);
			else left -= deviations(part.node, -1) + part.node.n * gapBetween(part.sum, part.node.n, centre) ** 2;
		}
	};
	collect(whole);
	return inside.flatMap(({ group, n, sum }) => {
		const reach = Math.sqrt((Math.max(0, left) * (n - 1)) / n);
		const low = Math.max(0, sum.low / n - reach, sum.low - (n - 1) * range);
		const high = Math.min(range, sum.high / n + reach, sum.high);
		return high - low < LEAST_OPEN_SHARE * range - DUST ? [{ kind: 'pinned', group, n }] : [];
	});
}

function deviations(node: BoundNode, side: 1 | -1): number {
	const sd = node.sd === undefined ? 0 : Math.max(0, node.sd.value + (side * node.sd.step) / 2);
	return (node.n - 1) * sd * sd;
}

function gapBetween(sum: Range, n: number, centre: Range): number {
	return Math.max(0, sum.low / n - centre.high, centre.low - sum.high / n);
}

/** Counts of strained respondents are bounded like sums, each set's between what its mean allows. */
function auditShares(whole: Bounded, scale: ReleaseScale): BoundBreach[] {
	const range = scale.maximum - scale.minimum;
	const isMirrored = scale.strainedAt?.direction === 'at-most';
	const fromMinimum = (scale.strainedAt?.cut ?? scale.maximum) - scale.minimum;
	const cut = isMirrored ? range - fromMinimum : fromMinimum;
	const byMean = (rest: Range, n: number): Range => {
		const low = isMirrored ? n * range - rest.high : rest.low;
		const high = isMirrored ? n * range - rest.low : rest.high;
		return {
			low: Math.max(0, Math.ceil((low - n * cut) / (range - cut) - DUST)),
			high: Math.min(n, Math.floor(high / cut + DUST))
		};
	};
	const counted = (one: Bounded): Bounded => {
		const parts = one.parts.map(counted);
		const rest = byMean(one.rest, one.restSize);
		const own = strainedRange(one.node);
		const low = Math.max(own.low, rest.low + total(parts, 'low'));
		const high = Math.min(own.high, rest.high + total(parts, 'high'));
		return { node: one.node, parts, restSize: one.restSize, rest, sum: { low, high } };
	};
	const counts = counted(whole);
	tighten(counts, counts.sum);

	const breaches: BoundBreach[] = [];
	const compare = (sums: Bounded, strained: Bounded, isCovered: boolean): void => {
		const isUnderShare = isCovered || sums.node.share !== undefined;
		const n = sums.restSize;
		if (n > 0 && isUnderShare) {
			const before = byMean(sums.rest, n);
			const { low, high } = strained.rest;
			const isSettled = (high < 1 && before.high >= 1) || (low > n - 1 && before.low <= n - 1);
			const sumLow = isMirrored ? n * range - sums.rest.high : sums.rest.low;
			const sumHigh = isMirrored ? n * range - sums.rest.low : sums.rest.high;
			const open = openRangeByShare({ n, sumLow, sumHigh, cut, range, low, high });
			if (low > high) breaches.push({ kind: 'contradiction', group: sums.node.group, n });
			else if (isSettled) breaches.push({ kind: 'settled', group: sums.node.group, n });
			else if (open < LEAST_OPEN_SHARE * range - DUST) breaches.push({ kind: 'pinned', group: sums.node.group, n });
		}
		sums.parts.forEach((part, i) => compare(part, strained.parts[i]!, isUnderShare));
	};
	compare(whole, counts, false);
	return breaches;
}

function strainedRange(node: BoundNode): Range {
	const { share, n } = node;
	if (share === undefined) return { low: 0, high: n };
	if (share.bound === 'at-most') return { low: 0, high: Math.floor(n * share.value + DUST) };
	if (share.bound === 'at-least') return { low: Math.ceil(n * share.value - DUST), high: n };
	return {
		low: Math.ceil(n * (share.value - share.step / 2) - DUST),
		high: Math.floor(n * (share.value + share.step / 2) + DUST)
	};
}
