// How one group's mean has moved between two rounds, how sure that is, and whether more answered than before.
import type { Interval } from '#domain/statistics/mean-interval.ts';
import { normalQuantile } from '#domain/statistics/normal-quantile.ts';
import { reliableChange } from '#domain/statistics/reliable-change.ts';
import type { ReliableChange } from '#domain/statistics/reliable-change.ts';
import type { FactorPair, GroupFigure } from './effect.ts';
import { betweenShare } from './measured-groups.ts';

/**
 * How much of the differences between the leaders of one group is still there a year later. An assumption, on the careful side:
 * where more lasts, intervals are a little too wide. `docs/methods.md` says what other values do.
 */
export const lastingShare = 0.5;

export type GroupChange = {
	/** After − before, in the unit of the scale. */
	readonly change: number;
	/** 95 %. */
	readonly interval: Interval;
	readonly isBetter: boolean;
	/** Beyond what the unsteadiness of two such means makes in 19 of 20 groups that did not change. */
	readonly reliable: ReliableChange | null;
	/** Share of those asked who answered, 0-1; null where it is not shown how many were asked. */
	readonly responseBefore: number | null;
	readonly responseAfter: number | null;
};

/**
 * Describes the change of one group's mean on one scale.
 *
 * SE² = (1 − ICC) · sd² · Σ (1 − r · n/N) / n + Σ step² / 12 over the two rounds; interval ± 1.96 SE. sd and ICC(1) are the
 * organisation's, n of the N asked have answered, r is `lastingShare`. What lasts in a leader makes the mean uncertain only
 * through who happened to answer, so where all answered it falls away (the finite group); what passes does not. N that is not
 * shown counts as many. Who answers is taken to be drawn anew each time: where the same answer, the interval is too wide.
 * `reliable` is `reliableChange` with the spread of group means √(τ² + σ²/n) and their reliability τ²/(τ² + σ²/n), n being
 * the harmonic mean of both rounds'; it leaves the finite group out. Throws RangeError for fewer than one answer.
 * Source: Cochran 1977, chapter 2, for the finite group; Jacobson & Truax 1991, doi:10.1037/0022-006X.59.1.12. Checked by hand
 * and against R 4.2 (group-change.test.ts).
 */
export function groupChange(
	factor: Pick<FactorPair, 'personSd' | 'icc1' | 'direction'>,
	before: GroupFigure,
	after: GroupFigure
): GroupChange {
	if (before.n < 1 || after.n < 1) throw new RangeError('a mean rests on at least one answer');
	const { personSd, direction } = factor;
	const icc1 = betweenShare(factor);
	const within = (1 - icc1) * personSd ** 2;
	const between = icc1 * personSd ** 2;
	const variance = meanVariance(within, before) + meanVariance(within, after);
	const reach = normalQuantile(0.975) * Math.sqrt(variance);
	const change = after.mean - before.mean;
	const count = 2 / (1 / before.n + 1 / after.n);
	const spread = between + within / count;
	return {
		change,
		interval: { low: change - reach, high: change + reach },
		isBetter: direction === 'resource' ? change > 0 : change < 0,
		reliable: reliableChange({
			before: before.mean,
			after: after.mean,
			standardDeviation: Math.sqrt(spread),
			reliability: between / spread,
			direction
		}),
		responseBefore: responseOf(before),
		responseAfter: responseOf(after)
	};
}

function meanVariance(within: number, { n, invited, step }: GroupFigure): number {
	const answered = invited === null || invited < n ? 0 : n / invited;
	return (within * (1 - lastingShare * answered)) / n + step ** 2 / 12;
}

function responseOf({ n, invited }: GroupFigure): number | null {
	return invited === null || invited < n ? null : n / invited;
}
