// Several questions asked of the same figures: how sure each answer must be, so that the chance of one false answer stays small.

export type WeighedTest = {
	/** 0-1: how likely figures at least as far out are where there is nothing. */
	readonly probability: number;
	/** Above 0: how much of the allowed error is spent here; only the ratios between tests count. */
	readonly weight: number;
};

/**
 * Adjusts probabilities by Holm's step-down procedure with weights: where those at or below a level are called findings, the
 * chance of one false finding or more is at most that level, however the tests hang together.
 *
 * With the tests in order of probability / weight, the adjusted one is the largest so far of
 * probability × (sum of the weights not yet passed) / own weight, cut at 1. Equal weights give Holm's own procedure. In the
 * order of the input; an empty list gives an empty list. Throws RangeError for a probability outside 0-1 or a weight that is
 * not above 0.
 * Source: Holm 1979, Scandinavian Journal of Statistics 6, 65-70 (section 3 has the weights). Checked against R 4.2 `p.adjust`
 * for equal weights, by hand for others (weighted-holm.test.ts).
 */
export function weightedHolm(tests: readonly WeighedTest[]): readonly number[] {
	for (const { probability, weight } of tests) {
		if (!(probability >= 0 && probability <= 1)) throw new RangeError(`${probability} is no probability`);
		if (!(weight > 0 && weight < Infinity)) throw new RangeError(`a weight is above 0, not ${weight}`);
	}
	const order = tests
		.map((test, place) => ({ ...test, place, ratio: test.probability / test.weight }))
		.sort((one, other) => one.ratio - other.ratio);
	let left = tests.reduce((sum, { weight }) => sum + weight, 0);
	let largest = 0;
	const adjusted = tests.map(() => 1);
	for (const { ratio, weight, place } of order) {
		// What is left is never less than the own weight, but for the last binary digits.
		largest = Math.min(1, Math.max(largest, ratio * Math.max(left, weight)));
		adjusted[place] = largest;
		left -= weight;
	}
	return adjusted;
}
