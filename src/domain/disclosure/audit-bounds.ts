// The auditor's second attack: how narrowly can one person's score be bounded by everything shown of one scale?
import { isPinned, isPinnedByShare, stepsOf, strainedWithin } from './audit-arithmetic.ts';
import type { Range, Steps } from './audit-arithmetic.ts';
import { boundAll, countRange, sumRange } from './audit-nodes.ts';
import type { BoundBreach, Bounded, BoundNode } from './audit-nodes.ts';
import { isPinnedBySpread, pinnedInParts } from './audit-spread.ts';
import type { ReleasedCell, ReleaseScale } from './release.ts';

const DUST = 1e-6;

/**
 * Bounds every person's score, given one scale's cells in groups that are nested or disjoint.
 *
 * `pinned`: the possible scores of somebody span less than half of the scale, or less than a fifth for a respondent who
 * subtracts the own; `settled`: shares tell of every person in a set whether they are strained, where means do not;
 * `contradiction`: the cells cannot all be true.
 */
export function auditBounds(roots: readonly BoundNode[], scale: ReleaseScale): BoundBreach[] {
	const range = scale.maximum - scale.minimum;
	const breaches: BoundBreach[] = [];
	const sums = boundAll(roots, {
		own: (node) => sumRange(node, scale),
		rest: (_, size) => ({ low: 0, high: Math.max(0, size) * range })
	});
	const steps = stepsOf(scale);
	const counts = steps === null ? null : countStrained(roots, sums, steps, scale);
	sums.forEach((one, place) => {
		const { low, high } = one.rest;
		const { node, restSize } = one;
		if (restSize < 0 || one.sum.low > one.sum.high + DUST || low > high + DUST) {
			breaches.push({ kind: 'contradiction', group: node.group, n: node.n });
		} else if (restSize > 0 && isPinned(restSize, { low, high }, range)) {
			breaches.push({ kind: 'pinned', group: node.group, n: restSize });
		}
		const { sd } = node;
		if (sd === undefined) return;
		breaches.push(...pinnedInParts(one, scale));
		// Less than a step apart on a coarse scale: who has another score than nearly all knows all of theirs.
		const isBelowOneStep = sd.value + sd.step / 2 < (scale.grain ?? 0) && (scale.grain ?? 0) * 8 > range + DUST;
		const strained = counts?.strained[place]?.sum ?? null;
		const known = { n: node.n, sum: towardsStrain(one.sum, node.n, scale), strained, sd };
		if (isBelowOneStep || isPinnedBySpread(known, scale)) {
			breaches.push({ kind: 'pinned', group: node.group, n: node.n });
		}
	});
	if (steps !== null && counts !== null) breaches.push(...auditShares(sums, { steps, scale, ...counts }));
	return breaches;
}

/** True where a mean alone bounds its people's scores to less than half of the scale. */
export function isPinnedAlone(mean: ReleasedCell, scale: ReleaseScale): boolean {
	return isPinned(mean.n, sumRange({ n: mean.n, mean }, scale), scale.maximum - scale.minimum);
}

/** A sum of `n` scores, seen so that strain is always high. */
function towardsStrain(sum: Range, n: number, scale: ReleaseScale): Range {
	const top = n * (scale.maximum - scale.minimum);
	return scale.strainedAt?.direction === 'at-most' ? { low: top - sum.high, high: top - sum.low } : sum;
}

type Counts = {
	/** Strained among those whom no part covers, by means alone. */
	readonly byMean: readonly Range[];
	/** By means and shares. */
	readonly strained: readonly Bounded[];
};

/** Counts of strained respondents are bounded like sums, each set's between what its mean allows. */
function countStrained(
	roots: readonly BoundNode[],
	sums: readonly Bounded[],
	steps: Steps,
	scale: ReleaseScale
): Counts {
	const byMean = sums.map(({ rest, restSize }): Range => {
		return strainedWithin(restSize, towardsStrain(rest, restSize, scale), steps);
	});
	const strained = boundAll(roots, {
		own: ({ share, n }) => countRange(share, n),
		rest: (place) => ({ ...byMean[place]! })
	});
	return { byMean, strained };
}

function auditShares(
	sums: readonly Bounded[],
	{ steps, scale, byMean, strained }: Counts & { readonly steps: Steps; readonly scale: ReleaseScale }
): BoundBreach[] {
	const breaches: BoundBreach[] = [];
	const isUnderShare = new Set<BoundNode>();
	sums.forEach(({ node, restSize: n, above, rest }, place) => {
		if (node.share === undefined && (above === null || !isUnderShare.has(above.node))) return;
		isUnderShare.add(node);
		if (n <= 0) return;
		const { low, high } = strained[place]!.rest;
		const before = byMean[place]!;
		const isSettled = (high < 1 && before.high >= 1) || (low > n - 1 && before.low <= n - 1);
		const isNews = low > before.low || high < before.high;
		const known = { n, sum: towardsStrain(rest, n, scale), strained: { low, high } };
		if (low > high) breaches.push({ kind: 'contradiction', group: node.group, n });
		else if (isSettled) breaches.push({ kind: 'settled', group: node.group, n });
		else if (isNews && isPinnedByShare(known, steps)) breaches.push({ kind: 'pinned', group: node.group, n });
	});
	return breaches;
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
