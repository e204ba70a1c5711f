// Whether plans help with what each of them aims at, all taken together: plans of one round may aim at twelve different factors,
// with too few groups behind each to tell.
import type { Interval } from '#domain/statistics/mean-interval.ts';
import { tQuantile } from '#domain/statistics/student-t.ts';
import { leastGroups, leastThatMatters } from './effect.ts';
import type { EffectReason, EffectVerdict, FactorPair } from './effect.ts';
import { expectedChanges, expectedDistance, partsOf } from './expected-change.ts';
import type { FactorExpectation, Parts } from './expected-change.ts';
import { measuredGroups } from './measured-groups.ts';

export type TogetherEffect = {
	readonly verdict: EffectVerdict;
	readonly reasons: readonly EffectReason[];
	/** Group and factor pairs: a group with plans for two factors counts twice. */
	readonly aims: number;
	/** In person standard deviations, up is better, with 95 %; null where fewer than five groups can be judged. */
	readonly effect: number | null;
	readonly interval: Interval | null;
};

/**
 * Judges all plans of a round by the factor each aims at.
 *
 * Effect = weighted mean of (own mean after − expected), weights 1 / (residual scale · variance of the mean). Its variance has
 * three parts: the groups' own swing, 1 / Σ weights, a group with several aims counting them as one; the comparison groups'
 * means, which several factors share, and which are taken to err together (too wide rather than too narrow); and what lasts,
 * the same for all factors (`expectedDistance`). t with the fewest degrees of freedom of the factors. The verdict's rule is that
 * of one plan (`planEffect`). Throws as `expectedChanges`. Checked by simulation (docs/methods.md).
 */
export function togetherEffect(input: {
	readonly factors: readonly FactorPair[];
	readonly targeted: ReadonlySet<string>;
}): TogetherEffect {
	const aims = aimsOf(input.factors, input.targeted);
	const groups = new Set(aims.map(({ group }) => group)).size;
	const nothing = { verdict: 'cannot-tell', aims: aims.length, effect: null, interval: null } as const;
	if (groups < leastGroups) return { ...nothing, reasons: ['few-acting-groups'] };
	const total = aims.reduce((sum, { weight }) => sum + weight, 0);
	const effect = aims.reduce((sum, { weight, surplus }) => sum + weight * surplus, 0) / total;
	const degrees = Math.min(...aims.map(({ expectation }) => expectation.degrees), 1e6);
	const reach =
		tQuantile(0.975, degrees) * Math.sqrt(swing(aims, total) + comparisons(aims, total) + lasting(aims, total));
	const interval = { low: effect - reach, high: effect + reach };
	return { ...nothing, ...verdictOf(interval), effect, interval };
}

type Aim = {
	readonly group: string;
	readonly expectation: FactorExpectation;
	readonly comparisonWeight: number;
	/** Distance of the parts before to those of the comparison groups. */
	readonly gap: Parts;
	readonly surplus: number;
	readonly weight: number;
};

function aimsOf(factors: readonly FactorPair[], targeted: ReadonlySet<string>): readonly Aim[] {
	const expectations = new Map(expectedChanges(factors).map((one) => [one.factor, one]));
	return factors.flatMap((factor) => {
		const expectation = expectations.get(factor.factor);
		const comparison = expectation?.comparison ?? null;
		if (!targeted.has(factor.factor) || expectation === undefined || comparison === null) return [];
		if (comparison.groups < leastGroups) return [];
		return measuredGroups(factor).flatMap((own): readonly Aim[] => {
			if (!own.isActing) return [];
			const [ownPart, answersPart] = partsOf(expectation, own);
			const gap: Parts = [ownPart - comparison.parts[0], answersPart - comparison.parts[1]];
			const surplus = own.after - comparison.after - expectedDistance(expectation, gap).distance;
			const weight = 1 / (expectation.residualScale * own.variance);
			return [{ group: own.group, expectation, comparisonWeight: comparison.weight, gap, surplus, weight }];
		});
	});
}

function swing(aims: readonly Aim[], total: number): number {
	let variance = 0;
	for (const own of Map.groupBy(aims, ({ group }) => group).values())
		variance += own.reduce((sum, { weight }) => sum + Math.sqrt(weight), 0) ** 2;
	return variance / total ** 2;
}

function comparisons(aims: readonly Aim[], total: number): number {
	const together = aims.reduce(
		(sum, { weight, expectation, comparisonWeight }) =>
			sum + weight * Math.sqrt(expectation.residualScale / comparisonWeight),
		0
	);
	return (together / total) ** 2;
}

function lasting(aims: readonly Aim[], total: number): number {
	const [first] = aims;
	if (first === undefined) return 0;
	const part = (place: 0 | 1) =>
		aims.reduce((sum, { weight, gap, expectation }) => sum + weight * (1 + expectation.excess) * gap[place], 0) / total;
	const shared = expectedDistance({ ...first.expectation, excess: 0, excessVariance: 0 }, [part(0), part(1)]).variance;
	let own = 0;
	for (const ofFactor of Map.groupBy(aims, ({ expectation }) => expectation.factor).values()) {
		const plain = ofFactor.reduce((sum, { weight, gap, expectation }) => {
			const [ofGroups, ofAnswers] = expectation.lasting;
			return sum + (weight * (ofGroups * gap[0] + ofAnswers * gap[1])) / total;
		}, 0);
		own += plain * plain * (ofFactor[0]?.expectation.excessVariance ?? 0);
	}
	return shared + own;
}

function verdictOf(interval: Interval): Pick<TogetherEffect, 'verdict' | 'reasons'> {
	if (interval.low > 0) return { verdict: 'improved', reasons: ['better-than-expected'] };
	if (interval.high < 0) return { verdict: 'worse', reasons: ['worse-than-expected'] };
	return interval.low > -leastThatMatters && interval.high < leastThatMatters
		? { verdict: 'no-clear-change', reasons: ['no-large-effect'] }
		: { verdict: 'cannot-tell', reasons: ['too-uncertain'] };
}
