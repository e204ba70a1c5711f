// What all plans together did, factor by factor: groups that act against groups that do not, from the same mean before.
import { tQuantile, tUpperTail } from '#domain/statistics/student-t.ts';
import { weightedHolm } from '#domain/statistics/weighted-holm.ts';
import type { Interval } from '#domain/statistics/mean-interval.ts';
import { leastGroups, leastThatMatters } from './effect.ts';
import type { EffectReason, EffectVerdict, FactorPair } from './effect.ts';
import { expectedChanges, expectedDistance } from './expected-change.ts';
import type { FactorExpectation, Parts } from './expected-change.ts';

export type FactorEffect = {
	readonly factor: string;
	readonly isTargeted: boolean;
	readonly verdict: EffectVerdict;
	readonly reasons: readonly EffectReason[];
	readonly actingGroups: number;
	readonly comparisonGroups: number;
	/** Everything below is in person standard deviations, up is better; null where it cannot be computed. */
	readonly change: number | null;
	readonly comparisonChange: number | null;
	/** What the acting groups were to be expected to change by, had nothing been done. */
	readonly expectedChange: number | null;
	/** change − expectedChange. */
	readonly effect: number | null;
	readonly standardError: number | null;
	/** Around `effect`, 95 %, for this factor taken alone. */
	readonly interval: Interval | null;
	/** Two-sided, 0-1; `adjusted` for the number of factors looked at (`weightedHolm`). */
	readonly probability: number | null;
	readonly adjusted: number | null;
};

/** Improved or worse is said where the adjusted probability is at most this: of programmes without effect, 1 in 20. */
export const mostFalseFindings = 0.05;
/** Factors that no plan aims at share this part of the error that is allowed; they are looked at for side effects. */
export const shareForUntargeted = 0.2;

/**
 * Judges every factor of a programme of plans.
 *
 * `factors`: one scale each in two rounds, groups with and without plans; `targeted`: the factors that plans aim at. Effect =
 * (acting groups' mean after − comparison groups') − what lasts of the difference before (`expectedDistance`);
 * SE² = residual scale · (1/W acting + 1/W comparison) + variance of what lasts; t with the degrees of freedom of the residual
 * scale. Probabilities are adjusted over all factors together: targeted ones share 80 % of the allowed error
 * evenly, the others 20 %; where all or none are targeted they share alike. Verdict: *improved* or *worse* where the
 * adjusted probability is at most 0.05; else *no clear change* where the 95 % interval lies within ± 0.5 person standard
 * deviations; else, or with fewer than five groups on a side, *cannot tell*.
 *
 * Returns one entry a factor, in the order given. Throws RangeError for a spread that is not above 0 or two factors of one id.
 * Checked by simulation (tools/bench/effect.ts, docs/methods.md), and against R 4.2 `lm`.
 */
export function programmeEffects(input: {
	readonly factors: readonly FactorPair[];
	readonly targeted: ReadonlySet<string>;
}): readonly FactorEffect[] {
	const { factors, targeted } = input;
	if (new Set(factors.map(({ factor }) => factor)).size < factors.length)
		throw new RangeError('Two factors have one id');
	const expectations = new Map(expectedChanges(factors).map((one) => [one.factor, one]));
	const measured = factors.map((factor) => measure(factor, expectations.get(factor.factor), targeted));
	const tested = measured.filter(isTested);
	const adjusted = weightedHolm(tested.map((one) => ({ probability: one.probability, weight: weightOf(one, tested) })));
	return measured.map((one) => {
		const place = tested.findIndex(({ factor }) => factor === one.factor);
		return place < 0 ? one : judged({ ...one, adjusted: adjusted[place] ?? null });
	});
}

type Tested = FactorEffect & { readonly probability: number };

function isTested(one: FactorEffect): one is Tested {
	return one.probability !== null;
}

function weightOf(own: FactorEffect, tested: readonly FactorEffect[]): number {
	const alike = tested.filter((one) => one.isTargeted === own.isTargeted).length;
	if (alike === tested.length) return 1 / alike;
	return (own.isTargeted ? 1 - shareForUntargeted : shareForUntargeted) / alike;
}

function measure(
	{ factor }: FactorPair,
	expectation: FactorExpectation | undefined,
	targeted: ReadonlySet<string>
): FactorEffect {
	const { acting = null, comparison = null } = expectation ?? {};
	const nothing: FactorEffect = {
		factor,
		isTargeted: targeted.has(factor),
		verdict: 'cannot-tell',
		reasons: [],
		actingGroups: acting?.groups ?? 0,
		comparisonGroups: comparison?.groups ?? 0,
		change: acting === null ? null : acting.after - acting.before,
		comparisonChange: comparison === null ? null : comparison.after - comparison.before,
		expectedChange: null,
		effect: null,
		standardError: null,
		interval: null,
		probability: null,
		adjusted: null
	};
	if (acting === null || acting.groups < leastGroups || expectation === undefined)
		return { ...nothing, reasons: ['few-acting-groups'] };
	if (comparison === null || comparison.groups < leastGroups) return { ...nothing, reasons: ['few-comparison-groups'] };
	const gap: Parts = [acting.parts[0] - comparison.parts[0], acting.parts[1] - comparison.parts[1]];
	const expected = expectedDistance(expectation, gap);
	const expectedChange = comparison.after + expected.distance - acting.before;
	const effect = acting.after - acting.before - expectedChange;
	const variance = expectation.residualScale * (1 / acting.weight + 1 / comparison.weight) + expected.variance;
	if (!(variance > 0)) return { ...nothing, expectedChange, effect, reasons: ['too-uncertain'] };
	const standardError = Math.sqrt(variance);
	const reach = quantile(0.975, expectation.degrees) * standardError;
	return {
		...nothing,
		expectedChange,
		effect,
		standardError,
		interval: { low: effect - reach, high: effect + reach },
		probability: Math.min(1, 2 * tail(Math.abs(effect) / standardError, expectation.degrees))
	};
}

/** Beyond this many degrees of freedom t is as good as normal, and the same as with this many. */
const mostDegrees = 1e6;

function quantile(probability: number, degrees: number): number {
	return tQuantile(probability, Math.min(degrees, mostDegrees));
}

function tail(t: number, degrees: number): number {
	return tUpperTail(t, Math.min(degrees, mostDegrees));
}

function judged(one: FactorEffect): FactorEffect {
	const { effect, interval, adjusted } = one;
	if (effect === null || interval === null || adjusted === null) return one;
	if (adjusted <= mostFalseFindings) {
		return effect > 0
			? { ...one, verdict: 'improved', reasons: ['better-than-expected'] }
			: { ...one, verdict: 'worse', reasons: ['worse-than-expected'] };
	}
	return interval.low > -leastThatMatters && interval.high < leastThatMatters
		? { ...one, verdict: 'no-clear-change', reasons: ['no-large-effect'] }
		: { ...one, verdict: 'cannot-tell', reasons: ['too-uncertain'] };
}
