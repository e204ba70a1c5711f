// The groups of a factor that were measured both times, in one unit for all factors: person standard deviations, up is better.
import { betterSign } from './effect.ts';
import type { FactorPair, GroupFigure, GroupPair } from './effect.ts';

export type MeasuredGroup = {
	readonly group: string;
	readonly isActing: boolean;
	readonly isComparison: boolean;
	/** Means in person standard deviations, higher is better. */
	readonly before: number;
	readonly after: number;
	/** 0-1: how much of the mean before is the group's own rather than its few answers' (τ² / (τ² + σ²/n)). */
	readonly reliability: number;
	/** Variance of the mean after around all groups' mean, as the organisation's figures have it. */
	readonly variance: number;
};

/** An ICC(1) shown as 0 or below may be this much, half of its rounding. */
export const leastIcc1 = 0.005;

/** Groups without a mean in one of the rounds are left out. Throws RangeError for a spread that is not above 0. */
export function measuredGroups(factor: FactorPair): readonly MeasuredGroup[] {
	if (!(factor.personSd > 0)) throw new RangeError(`a spread is above 0, not ${factor.personSd}`);
	return factor.groups.flatMap((group) => {
		const measured = measuredGroup(factor, group);
		return measured === null ? [] : [measured];
	});
}

/** Null without a mean in both rounds. */
export function measuredGroup(factor: FactorPair, pair: GroupPair): MeasuredGroup | null {
	const { before, after } = pair;
	if (before === null || after === null || before.n < 1 || after.n < 1) return null;
	const unit = betterSign(factor.direction) / factor.personSd;
	const between = betweenShare(factor);
	return {
		group: pair.group,
		isActing: pair.part === 'acts',
		isComparison: pair.part === 'compares',
		before: before.mean * unit,
		after: after.mean * unit,
		reliability: between / (between + (1 - between) / before.n),
		variance: meanVariance(factor, after)
	};
}

/** ICC(1) as a share that can be computed with. */
export function betweenShare({ icc1 }: Pick<FactorPair, 'icc1'>): number {
	return Math.min(1, Math.max(leastIcc1, icc1));
}

/** τ² + σ²/n + rounding, in person variances. */
function meanVariance(factor: FactorPair, { n, step }: GroupFigure): number {
	const between = betweenShare(factor);
	return between + (1 - between) / n + (step / factor.personSd) ** 2 / 12;
}
