// A small group's mean as an estimate: drawn towards the group it is a part of, by what the release says of the round.
import { pooledMean } from '#domain/statistics/partial-pooling.ts';
import type { ReleasedCell, ReleaseScale } from './release.ts';

export type GroupEstimate = {
	/** In the unit of the scale, between the group's mean and the parent's. */
	readonly value: number;
	/** 95 %, cut at the ends of the scale. */
	readonly low: number;
	readonly high: number;
	/** 0-1: how much the group's own answers weigh in the value; the parent's mean weighs the rest. */
	readonly weightOfGroup: number;
};

/**
 * Estimates one scale's mean in a group by partial pooling (`pooledMean`), from released figures only.
 *
 * The variance between groups is icc1 × sd², inside them (1 − icc1) × sd²; an ICC(1) of 0 or below counts as half of its
 * rounding, so that the group's own answers never weigh nothing. How far the parent's mean may be off follows from its n, as if
 * all groups in the parent were of this group's size. It tells nothing that is not shown: whoever reads the release can
 * compute it. Missing: null without the group's or the parent's mean, where one of them is only a limit, without the
 * organisation's sd or ICC(1), or where nothing varies.
 * Two limits: τ² is that of all groups in the organisation, so groups that differ less inside their parent are drawn too
 * little rather than too much, with an interval too wide rather than too narrow; and a union counts as one group.
 */
export function groupEstimate(input: {
	readonly scale: Pick<ReleaseScale, 'minimum' | 'maximum'>;
	readonly mean: ReleasedCell | null;
	readonly parentMean: ReleasedCell | null;
	readonly organisationSd: ReleasedCell | null;
	readonly organisationIcc1: ReleasedCell | null;
}): GroupEstimate | null {
	const { scale, mean, parentMean, organisationSd, organisationIcc1 } = input;
	if (mean === null || parentMean === null || organisationSd === null || organisationIcc1 === null) return null;
	if (mean.bound !== undefined || parentMean.bound !== undefined) return null;
	if (mean.n === 0 || parentMean.n < mean.n || !(organisationSd.value > 0)) return null;
	const icc1 = Math.min(1, Math.max(organisationIcc1.value, organisationIcc1.step / 2));
	const between = icc1 * organisationSd.value ** 2;
	const within = (1 - icc1) * organisationSd.value ** 2;
	const { value, weight, interval } = pooledMean({
		mean: mean.value,
		count: mean.n,
		parentMean: parentMean.value,
		between,
		within,
		parentMeanVariance: ((between + within / mean.n) * mean.n) / parentMean.n
	});
	return {
		value,
		low: Math.max(scale.minimum, interval.low),
		high: Math.min(scale.maximum, interval.high),
		weightOfGroup: weight
	};
}
