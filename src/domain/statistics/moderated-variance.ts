// Variances of several figures from few degrees of freedom each: drawn towards what they have in common, as far as they agree.

export type ModeratedVariances = {
	/** In the order of the input. */
	readonly variances: readonly number[];
	/** Degrees of freedom that the others lend to each; Infinity where the variances differ no more than chance makes them. */
	readonly lentDegrees: number;
};

/**
 * Moderates variances by empirical Bayes: (lent · common + own degrees · own) / (lent + own degrees).
 *
 * Each variance is above 0 and rests on its degrees of freedom, above 0. Lent degrees d₀ follow from how much the logarithms
 * vary beyond trigamma(degrees / 2); where that is nothing, all get the common one. Fewer than three variances lend each
 * other nothing (`lentDegrees` 0). Throws RangeError for a variance or degrees that are not above 0.
 * Source: Smyth 2004, doi:10.2202/1544-6115.1027, section 6.2, for equal degrees; with unequal ones the mean of trigamma is
 * taken. Checked against R 4.2 with the formulas of limma's `squeezeVar` (moderated-variance.test.ts).
 */
export function moderatedVariances(
	own: readonly { readonly variance: number; readonly degrees: number }[]
): ModeratedVariances {
	for (const { variance, degrees } of own)
		if (!(variance > 0 && degrees > 0)) throw new RangeError('a variance and its degrees of freedom are above 0');
	if (own.length < 3) return { variances: own.map(({ variance }) => variance), lentDegrees: 0 };
	const centred = own.map(({ variance, degrees }) => Math.log(variance) - digamma(degrees / 2) + Math.log(degrees / 2));
	const mean = meanOf(centred);
	const spread = centred.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (own.length - 1);
	const excess = spread - meanOf(own.map(({ degrees }) => trigamma(degrees / 2)));
	if (!(excess > 0)) return { variances: own.map(() => Math.exp(mean)), lentDegrees: Infinity };
	const half = inverseTrigamma(excess);
	const lentDegrees = 2 * half;
	const common = Math.exp(mean + digamma(half) - Math.log(half));
	return {
		variances: own.map(
			({ variance, degrees }) => (lentDegrees * common + degrees * variance) / (lentDegrees + degrees)
		),
		lentDegrees
	};
}

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** ψ(x) for x > 0: stepped up to where the asymptotic series holds. DLMF 5.11.2. */
export function digamma(x: number): number {
	let shifted = x;
	let sum = 0;
	for (; shifted < 10; shifted += 1) sum -= 1 / shifted;
	const square = 1 / (shifted * shifted);
	const series = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square / 132))));
	return sum + Math.log(shifted) - 0.5 / shifted - series;
}

/** ψ′(x) for x > 0. */
export function trigamma(x: number): number {
	let shifted = x;
	let sum = 0;
	for (; shifted < 10; shifted += 1) sum += 1 / (shifted * shifted);
	const inverse = 1 / shifted;
	const square = inverse * inverse;
	const series = square * (1 / 6 - square * (1 / 30 - square * (1 / 42 - square * (1 / 30 - square * (5 / 66)))));
	return sum + inverse + 0.5 * square + inverse * series;
}

/** trigamma falls from infinity to 0, so halving finds where it has a value. */
function inverseTrigamma(value: number): number {
	let low = 1e-8;
	let high = 1;
	while (trigamma(high) > value && high < 1e12) high *= 2;
	for (let step = 0; step < 200; step += 1) {
		const middle = (low + high) / 2;
		if (trigamma(middle) > value) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
