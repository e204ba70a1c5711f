// Exact arithmetic modulo a prime: sums and differences of counts never round, and a product fits in a double.

/** The largest prime below 2²⁶; the product of two remainders stays below 2⁵². */
export const prime = 67_108_859;

const inverseOfPrime = 1 / prime;

/** Product of two remainders in [0, prime). */
export function times(a: number, b: number): number {
	const product = a * b;
	const rest = product - Math.floor(product * inverseOfPrime) * prime;
	return rest < 0 ? rest + prime : rest >= prime ? rest - prime : rest;
}

/** Sum of two remainders in [0, prime). */
export function plus(a: number, b: number): number {
	const sum = a + b;
	return sum >= prime ? sum - prime : sum;
}

/** Difference of two remainders in [0, prime). */
export function minus(a: number, b: number): number {
	return a >= b ? a - b : a - b + prime;
}

/** The number that `a` must be multiplied by to give 1. Throws `RangeError` for 0. */
export function inverse(a: number): number {
	if (a === 0) throw new RangeError('0 has no inverse');
	let [rest, next] = [prime, a];
	let [factor, nextFactor] = [0, 1];
	while (next !== 0) {
		const quotient = Math.floor(rest / next);
		[rest, next] = [next, rest - quotient * next];
		[factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
	}
	return factor < 0 ? factor + prime : factor;
}
