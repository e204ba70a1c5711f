import { tQuantile } from './student-t.ts';

export type Interval = { readonly low: number; readonly high: number };

/**
 * Interval that covers the mean which the values are a sample of, at a given level.
 *
 * `standardDeviation` is the sample's (n − 1), in the unit of the mean; `level` is 0-1, 0.95 when left out.
 * `populationSize`: how many there are in all, when the sample was drawn from a finite group whose own mean is
 * meant. The interval then narrows by √(1 − n/N) and vanishes when all answered; leave it out to speak of the
 * conditions behind the answers and not only of those who were invited. It takes the answers for a random draw, which
 * non-response is not. Missing: must be left out before. Returns null for fewer than two values. Throws RangeError
 * for a level outside 0-1 or a population smaller than the sample.
 * Source: Cochran, Sampling Techniques, 3rd ed. 1977, chapter 2. Checked against R 4.2 (tests/reference).
 */
export function meanInterval(input: {
	readonly mean: number;
	readonly standardDeviation: number;
	readonly count: number;
	readonly populationSize?: number;
	readonly level?: number;
}): Interval | null {
	const { mean, standardDeviation, count, populationSize = Infinity, level = 0.95 } = input;
	if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, not at ${level}`);
	if (populationSize < count) throw new RangeError(`${count} answers of ${populationSize}`);
	if (count < 2) return null;
	const standardError = standardDeviation * Math.sqrt((1 - count / populationSize) / count);
	const reach = twoSidedQuantile(level, count - 1) * standardError;
	return { low: mean - reach, high: mean + reach };
}

/** A release asks for the same few quantiles hundreds of thousands of times; they depend on nothing else. */
const remembered = new Map<number, Map<number, number>>();
const mostRemembered = 10_000;

function twoSidedQuantile(level: number, degrees: number): number {
	const ofLevel = remembered.get(level) ?? new Map<number, number>();
	const known = ofLevel.get(degrees);
	if (known !== undefined) return known;
	const value = tQuantile((1 + level) / 2, degrees);
	if (remembered.size >= 10) remembered.clear();
	if (ofLevel.size >= mostRemembered) ofLevel.clear();
	remembered.set(level, ofLevel.set(degrees, value));
	return value;
}
