// The auditor's second attack: how narrowly can one person's score be bounded by everything shown of one scale?
import { isPinned, LEAST_OPEN_PART, multiplesIn, openByShare, strainedWithin } from './audit-arithmetic.ts';
import type { ReleasedCell, ReleaseScale } from './release.ts';

/** The cells of one scale in one group, in a forest of groups that hold one another. */
export type BoundNode = {
	readonly group: number;
	readonly n: number;
	readonly mean?: ReleasedCell;
	readonly sd?: ReleasedCell;
	readonly share?: ReleasedCell;
	readonly better?: ReleasedCell;
	readonly worse?: ReleasedCell;
	readonly parts: BoundNode[];
};

export type BoundBreach = {
	readonly kind: 'pinned' | 'settled' | 'contradiction';
	readonly group: number;
	readonly n: number;
};

/** Bounds that are tightened in place. */
type Range = { low: number; high: number };
type Bounded = {
	readonly node: BoundNode;
	readonly above: Bounded | null;
	readonly parts: Bounded[];
	readonly sum: Range;
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
	const sums = boundAll(roots, {
		own: (node) => sumRange(node, scale),
		rest: (_, size) => ({ low: 0, high: Math.max(0, size) * range })
	});
	for (const one of sums) {
		const { low, high } = one.rest;
		if (one.restSize < 0 || one.sum.low > one.sum.high + DUST || low > high + DUST) {
			breaches.push({ kind: 'contradiction', group: one.node.group, n: one.node.n });
		} else if (one.restSize > 0 && isPinned(one.restSize, { low, high }, range)) {
			breaches.push({ kind: 'pinned', group: one.node.group, n: one.restSize });
		}
		if (one.node.sd !== undefined) breaches.push(...pinnedBySpread(one, scale));
		// Less than a step apart on a coarse scale: who has another score than nearly all knows all of theirs.
		const { sd } = one.node;
		if (sd !== undefined && sd.value + sd.step / 2 < (scale.grain ?? 0) && (scale.grain ?? 0) * 8 > range + DUST)
			breaches.push({ kind: 'pinned', group: one.node.group, n: one.node.n });
	}
	if (scale.strainedAt !== undefined) breaches.push(...auditShares(roots, sums, scale));
	return breaches;
}

/**
 * Bounds the sum of every node and of what its parts leave over, each whole before its parts.
 *
 * `own`: what a node's own cell says of its sum; `rest`: what can be said beforehand of what is left over, by place.
 */
function boundAll(
	roots: readonly BoundNode[],
	given: { own: (node: BoundNode) => Range; rest: (place: number, size: number) => Range }
): Bounded[] {
	const all: Bounded[] = [];
	const waiting: { node: BoundNode; above: Bounded | null }[] = roots.map((node) => ({ node, above: null }));
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		const { node, above } = next;
		const restSize = node.n - node.parts.reduce((sum, part) => sum + part.n, 0);
		const rest = given.rest(all.length, restSize);
		const one: Bounded = { node, above, parts: [], sum: given.own(node), restSize, rest };
		above?.parts.push(one);
		all.push(one);
		for (const part of node.parts) waiting.push({ node: part, above: one });
	}
	for (const { sum, rest, parts } of all.toReversed()) {
		sum.low = Math.max(sum.low, rest.low + total(parts, 'low'));
		sum.high = Math.min(sum.high, rest.high + total(parts, 'high'));
	}
	all.forEach(tightenParts);
	return all;
}

/** Each part by the whole less what the others can hold at most or least. */
function tightenParts({ sum, rest, parts }: Bounded): void {
	const low = rest.low + total(parts, 'low');
	const high = rest.high + total(parts, 'high');
	for (const part of [...parts.map((one) => one.sum), rest]) {
		const before = { ...part };
		part.low = Math.max(before.low, sum.low - (high - before.high));
		part.high = Math.min(before.high, sum.high - (low - before.low));
	}
}

function total(parts: readonly Bounded[], side: 'low' | 'high'): number {
	return parts.reduce((sum, part) => sum + part.sum[side], 0);
}

/** True where a mean alone bounds its people's scores to less than half of the scale. */
export function isPinnedAlone(mean: ReleasedCell, scale: ReleaseScale): boolean {
	return isPinned(mean.n, sumRange({ n: mean.n, mean }, scale), scale.maximum - scale.minimum);
}

/** What a published mean says of the sum of its `n` scores, counted from the minimum. */
export function sumRange({ mean, n }: Pick<BoundNode, 'mean' | 'n'>, scale: ReleaseScale): Range {
	const whole = { low: 0, high: n * (scale.maximum - scale.minimum) };
	if (mean === undefined) return whole;
	const value = mean.value - scale.minimum;
	const grain = scale.grain ?? 0;
	if (mean.bound === 'at-most') return { ...multiplesIn({ low: 0, high: n * value }, grain) };
	if (mean.bound === 'at-least') return { ...multiplesIn({ low: n * value, high: whole.high }, grain) };
	return { ...multiplesIn({ low: n * (value - mean.step / 2), high: n * (value + mean.step / 2) }, grain) };
}

/** Nobody lies farther from the own part's mean than the squared deviations left for it allow (Samuelson's inequality). */
function pinnedBySpread(whole: Bounded, scale: ReleaseScale): BoundBreach[] {
	const range = scale.maximum - scale.minimum;
	const centre = { low: whole.sum.low / whole.node.n, high: whole.sum.high / whole.node.n };
	let left = deviations(whole.node, 1);
	const inside: { group: number; n: number; sum: Range }[] = [];
	const waiting = [whole];
	for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
		if (one.restSize > 0) {
			inside.push({ group: one.node.group, n: one.restSize, sum: one.rest });
			left -= one.restSize * gapBetween(one.rest, one.restSize, centre) ** 2;
		}
		for (const part of one.parts) {
			if (part.node.sd === undefined) waiting.push(part);
			else left -= deviations(part.node, -1) + part.node.n * gapBetween(part.sum, part.node.n, centre) ** 2;
		}
	}
	return inside.flatMap(({ group, n, sum }) => {
		const reach = Math.sqrt((Math.max(0, left) * (n - 1)) / n);
		const low = Math.max(0, sum.low / n - reach, sum.low - (n - 1) * range);
		const high = Math.min(range, sum.high / n + reach, sum.high);
		return high - low < LEAST_OPEN_PART * range - DUST ? [{ kind: 'pinned', group, n }] : [];
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
function auditShares(roots: readonly BoundNode[], sums: readonly Bounded[], scale: ReleaseScale): BoundBreach[] {
	const range = scale.maximum - scale.minimum;
	const isMirrored = scale.strainedAt?.direction === 'at-most';
	const fromMinimum = (scale.strainedAt?.cut ?? scale.maximum) - scale.minimum;
	const cut = isMirrored ? range - fromMinimum : fromMinimum;
	/** The sum of what a node leaves over, seen so that strained is always at or above the cut. */
	const towardsStrain = ({ rest, restSize }: Bounded): Range =>
		isMirrored ? { low: restSize * range - rest.high, high: restSize * range - rest.low } : rest;
	const byMean = sums.map((one): Range => {
		return { ...strainedWithin(one.restSize, towardsStrain(one), range, cut) };
	});
	const strained = boundAll(roots, {
		own: ({ share, n }) => countRange(share, n),
		rest: (place) => ({ ...byMean[place]! })
	});

	const breaches: BoundBreach[] = [];
	const isUnderShare = new Set<BoundNode>();
	sums.forEach((one, place) => {
		const { node, restSize: n, above } = one;
		if (node.share === undefined && (above === null || !isUnderShare.has(above.node))) return;
		isUnderShare.add(node);
		if (n <= 0) return;
		const { low, high } = strained[place]!.rest;
		const before = byMean[place]!;
		const isSettled = (high < 1 && before.high >= 1) || (low > n - 1 && before.low <= n - 1);
		const open = openByShare({ n, sum: towardsStrain(one), strained: { low, high } }, range, cut);
		if (low > high) breaches.push({ kind: 'contradiction', group: node.group, n });
		else if (isSettled) breaches.push({ kind: 'settled', group: node.group, n });
		else if (open < LEAST_OPEN_PART * range - DUST) breaches.push({ kind: 'pinned', group: node.group, n });
	});
	return breaches;
}

/** How many of `n` people are counted in a published share. */
export function countRange(share: ReleasedCell | undefined, n: number): Range {
	if (share === undefined) return { low: 0, high: n };
	if (share.bound === 'at-most') return { low: 0, high: Math.floor(n * share.value + DUST) };
	if (share.bound === 'at-least') return { low: Math.ceil(n * share.value - DUST), high: n };
	return {
		low: Math.ceil(n * (share.value - share.step / 2) - DUST),
		high: Math.floor(n * (share.value + share.step / 2) + DUST)
	};
}

/**
 * Bounds how many are better and worse off in every set of people that is left over, given groups that are nested or
 * disjoint with shares of those who told. `settled`: of all in a set it is known that they are, or are not, one of better,
 * worse and unchanged.
 */
export function auditChanges(roots: readonly BoundNode[]): BoundBreach[] {
	const boundsOf = (statistic: 'better' | 'worse') =>
		boundAll(roots, {
			own: (node) => countRange(node[statistic], node.n),
			rest: (_, size) => ({ low: 0, high: Math.max(0, size) })
		});
	const worse = boundsOf('worse');
	return boundsOf('better').flatMap((better, place): BoundBreach[] => {
		const { node, restSize: n } = better;
		const other = worse[place]!;
		const isEmpty = [better, other].some(({ sum, rest }) => sum.low > sum.high || rest.low > rest.high);
		if (n < 0 || isEmpty) return [{ kind: 'contradiction', group: node.group, n: node.n }];
		return n > 0 && areChangesSettled(n, better.rest, other.rest) ? [{ kind: 'settled', group: node.group, n }] : [];
	});
}

export function areChangesSettled(n: number, better: Range, worse: Range): boolean {
	const isOneSettled = [better, worse].some(({ low, high }) => high < 1 || low > n - 1);
	return isOneSettled || better.low + worse.low > n - 1;
}
