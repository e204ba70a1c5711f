// The mean of a small group, drawn towards the mean of what it is a part of, as far as its few answers leave doubt.
import type { Interval } from './mean-interval.ts';
import { normalQuantile } from './normal-quantile.ts';

export type PooledMean = {
	/** Between the group's own mean and the parent's. */
	readonly value: number;
	/** λ, 0-1: how much the group's own answers weigh; the parent's mean weighs the rest. Also the reliability of the mean. */
	readonly weight: number;
	/** How far `value` may be from the group's true mean. */
	readonly standardError: number;
	/** 95 % unless `level` says otherwise. */
	readonly interval: Interval;
};

/**
 * Estimates a group's mean by partial pooling (empirical Bayes, best linear unbiased prediction).
 *
 * value = λ · own mean + (1 − λ) · parent's mean, with λ = τ² / (τ² + σ²/n). `between` (τ²) and `within` (σ²) are the
 * variances of the groups' true means and of one answer in its group, in squared units of the mean; `count` is n;
 * `parentMeanVariance` is how far the parent's mean may be off, squared (0 when left out: it is known). Standard error
 * √(τ²(1 − λ) + (1 − λ)² · parentMeanVariance); it takes τ² and σ² as known. Missing: left out before; with a `count` of 0
 * the value is the parent's mean. Where neither variance is above 0 the own mean is certain and weighs all.
 * Throws RangeError for a variance below 0, a count that is not a whole number from 0, or a level outside 0-1.
 * Source: Raudenbush & Bryk 2002, Hierarchical Linear Models, 2nd ed., chapter 3; Efron & Morris 1975,
 * doi:10.1080/01621459.1975.10479864. Checked against R 4.2 with lme4 1.1 (tests/reference).
 */
export function pooledMean(input: {
	readonly mean: number;
	readonly count: number;
	readonly parentMean: number;
	readonly between: number;
	readonly within: number;
	readonly parentMeanVariance?: number;
	readonly level?: number;
}): PooledMean {
	const { mean, count, parentMean, between, within, parentMeanVariance = 0, level = 0.95 } = input;
	for (const variance of [between, within, parentMeanVariance]) {
		if (!(variance >= 0 && variance < Infinity)) throw new RangeError(`a variance is not negative, as ${variance} is`);
	}
	if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, not at ${level}`);
	const weight = reliabilityOfMean({ between, within, count });
	const value = count === 0 ? parentMean : weight * mean + (1 - weight) * parentMean;
	const standardError = Math.sqrt(between * (1 - weight) + (1 - weight) ** 2 * parentMeanVariance);
	const reach = normalQuantile((1 + level) / 2) * standardError;
	return { value, weight, standardError, interval: { low: value - reach, high: value + reach } };
}

/**
 * λ = τ² / (τ² + σ²/n), 0-1: the share of the variance of means of `count` values that lies between groups.
 *
 * Returns 0 for a count of 0, 1 where `within` is 0. Throws RangeError for a count that is not a whole number from 0.
 * Source: Raudenbush & Bryk 2002, equation 3.42; with the groups' mean size it is close to ICC(2).
 */
export function reliabilityOfMean(input: {
	readonly between: number;
	readonly within: number;
	readonly count: number;
}): number {
	const { between, within, count } = input;
	if (!Number.isInteger(count) || count < 0) throw new RangeError(`a count is a whole number from 0, not ${count}`);
	if (count === 0) return 0;
	if (within === 0) return 1;
	return between / (between + within / count);
}
