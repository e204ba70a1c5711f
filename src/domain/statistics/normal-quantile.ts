// The normal distribution, for intervals where the spread is known from far more answers than the group has.

/**
 * The value below which a standard normal value lies with the given probability.
 *
 * Range: `probability` strictly between 0 and 1. Accurate to about 12 digits between 10⁻⁶ and 1 − 10⁻⁶, to fewer beyond.
 * Throws RangeError outside the range.
 * Source: the series of Abramowitz & Stegun 1964, 26.2.11, and Newton steps on it, which come from one side only because
 * the distribution bends one way above its middle. Checked against R 4.2 (tests/reference).
 */
export function normalQuantile(probability: number): number {
	if (!(probability > 0 && probability < 1))
		throw new RangeError(`a probability lies between 0 and 1, not at ${probability}`);
	if (probability < 0.5) return -normalQuantile(1 - probability);
	let value = 0;
	for (let step = 0; step < 200; step += 1) {
		const density = Math.exp((-value * value) / 2) / Math.sqrt(2 * Math.PI);
		const next = value + (probability - 0.5 - density * partFromMiddle(value)) / density;
		if (!(next > value) || next - value < 1e-15 * next) return value;
		value = next;
	}
	return value;
}

/** (Φ(z) − ½) / φ(z) for z ≥ 0: z + z³/3 + z⁵/15 + … */
function partFromMiddle(z: number): number {
	let term = z;
	let sum = z;
	for (let odd = 3; term > sum * 1e-17; odd += 2) {
		term *= (z * z) / odd;
		sum += term;
	}
	return sum;
}
