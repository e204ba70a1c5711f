// What became of one group after its plan, held against what was to be expected of it had it done nothing.
import type { Interval } from '#domain/statistics/mean-interval.ts';
import { reliabilityOfMean } from '#domain/statistics/partial-pooling.ts';
import { tQuantile } from '#domain/statistics/student-t.ts';
import {
	betterSign,
	leastGroups,
	leastResponse,
	leastSameMembers,
	leastThatMatters,
	mostResponseChange
} from './effect.ts';
import type { EffectReason, EffectVerdict, FactorPair, GroupPair } from './effect.ts';
import { expectedDistance, partsOf } from './expected-change.ts';
import type { FactorExpectation, Parts } from './expected-change.ts';
import { groupChange } from './group-change.ts';
import type { GroupChange } from './group-change.ts';
import { betweenShare, measuredGroup } from './measured-groups.ts';

export type PlanEffect = {
	readonly verdict: EffectVerdict;
	/** Why; then what weighs against leaning on it. */
	readonly reasons: readonly EffectReason[];
	/** Null where the group's mean is not shown in both rounds. In the unit of the scale. */
	readonly change: GroupChange | null;
	/** The change to be expected had nothing been done, in the unit of the scale. */
	readonly expectedChange: number | null;
	/** Change − expected change, turned so that up is better, in the unit of the scale; with 95 %. */
	readonly effect: number | null;
	readonly interval: Interval | null;
};

/**
 * Judges one plan by its group's mean on the factor that the plan aims at.
 *
 * Effect = mean after − (comparison groups' mean after + what lasts of the distance before, `expectedDistance`); its variance is
 * residual scale · (own variance + 1/W comparison) + variance of the expected distance, its interval that of t. Where fewer than
 * 70 % of the leaders are the same (`sameMembers`, 0-1; null: not known, and let pass) every figure is null: it is another group
 * now. Verdict: *cannot tell* there, where a mean is not shown, fewer than 40 % answered or that share moved by more than 30
 * points, or fewer than five groups can be compared with; *improved* or *worse* where the interval lies on one side of 0; *no clear
 * change* where it lies within ± 0.5 person standard deviations; else *cannot tell*. A group of five can hardly get beyond that
 * last one, and that is so.
 * Where no groups compare, the expected change shrinks the group's mean towards the organisation's by its reliability.
 *
 * Throws RangeError for a spread that is not above 0. Checked by simulation (docs/methods.md) and by hand (plan-effect.test.ts).
 */
export function planEffect(input: {
	readonly factor: FactorPair;
	readonly pair: GroupPair;
	readonly expectation: FactorExpectation | null;
	readonly sameMembers: number | null;
}): PlanEffect {
	const { factor, pair, expectation, sameMembers } = input;
	const { before, after } = pair;
	if (sameMembers !== null && sameMembers < leastSameMembers - dust) return nothingToTell('members-changed');
	const own = measuredGroup(factor, pair);
	if (own === null || before === null || after === null)
		return nothingToTell(before === null ? 'figure-not-shown' : 'not-measured-again');
	const change = groupChange(factor, before, after);
	const comparison = expectation?.comparison ?? null;
	if (expectation === null || comparison === null || comparison.groups < leastGroups) {
		const expectedChange = shrunkenChange(factor, before.mean, before.n);
		const reasons = [...doubtsOf(change), 'few-comparison-groups' as const];
		return { verdict: 'cannot-tell', reasons, change, expectedChange, effect: null, interval: null };
	}
	const [ownPart, answersPart] = partsOf(expectation, own);
	const gap: Parts = [ownPart - comparison.parts[0], answersPart - comparison.parts[1]];
	const foreseen = expectedDistance(expectation, gap);
	const expected = comparison.after + foreseen.distance;
	const effect = own.after - expected;
	const variance = expectation.residualScale * (own.variance + 1 / comparison.weight) + foreseen.variance;
	const reach = tQuantile(0.975, Math.min(expectation.degrees, 1e6)) * Math.sqrt(variance);
	const interval = { low: effect - reach, high: effect + reach };
	const unit = factor.personSd;
	return {
		...judged(interval, doubtsOf(change)),
		change,
		expectedChange: (expected - own.before) * unit * betterSign(factor.direction),
		effect: effect * unit,
		interval: { low: interval.low * unit, high: interval.high * unit }
	};
}

/** A plan of which nothing can be told, or told to this reader: no figure at all, and why. */
export function nothingToTell(reason: EffectReason): PlanEffect {
	return {
		verdict: 'cannot-tell',
		reasons: [reason],
		change: null,
		expectedChange: null,
		effect: null,
		interval: null
	};
}

/** What floating point may add to or take from a share. */
const dust = 1e-9;

/** What forbids a verdict whatever the figures say. */
function doubtsOf(change: GroupChange): readonly EffectReason[] {
	const { responseBefore, responseAfter } = change;
	const doubts: EffectReason[] = [];
	if ([responseBefore, responseAfter].some((share) => share !== null && share < leastResponse - dust))
		doubts.push('few-answered');
	if (responseBefore !== null && responseAfter !== null) {
		if (Math.abs(responseAfter - responseBefore) > mostResponseChange + dust) doubts.push('response-changed');
	}
	return doubts;
}

function judged(interval: Interval, doubts: readonly EffectReason[]): Pick<PlanEffect, 'verdict' | 'reasons'> {
	if (doubts.length > 0) return { verdict: 'cannot-tell', reasons: doubts };
	if (interval.low > 0) return { verdict: 'improved', reasons: ['better-than-expected'] };
	if (interval.high < 0) return { verdict: 'worse', reasons: ['worse-than-expected'] };
	return interval.low > -leastThatMatters && interval.high < leastThatMatters
		? { verdict: 'no-clear-change', reasons: ['no-large-effect'] }
		: { verdict: 'cannot-tell', reasons: ['too-uncertain'] };
}

/** Null where the organisation's mean is not shown in both rounds. */
function shrunkenChange({ organisation, icc1 }: FactorPair, mean: number, n: number): number | null {
	const { before, after } = organisation;
	if (before === null || after === null) return null;
	const between = betweenShare({ icc1 });
	const reliability = reliabilityOfMean({ between, within: 1 - between, count: n });
	return after.mean + reliability * (mean - before.mean) - mean;
}
