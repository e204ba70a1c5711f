// Count, mean and spread, in a form that can be merged: a department's from its wards' without the answers.

/** What is needed to know mean and variance: count, mean, and the sum of squared distances to the mean. */
export type Moments = { readonly count: number; readonly mean: number; readonly squares: number };

export const noMoments: Moments = { count: 0, mean: 0, squares: 0 };

/**
 * Counts values and finds their mean and spread in one pass.
 *
 * Shape: any list. Missing: NaN is left out and not counted. Returns `count` 0 and `mean` 0 for no values.
 * Source: Welford 1962, doi:10.1080/00401706.1962.10490022. Checked against R 4.2 (tests/reference).
 */
export function momentsOf(values: ArrayLike<number>): Moments {
	let count = 0;
	let mean = 0;
	let squares = 0;
	for (let index = 0; index < values.length; index += 1) {
		const value = values[index] ?? NaN;
		if (Number.isNaN(value)) continue;
		count += 1;
		const distance = value - mean;
		mean += distance / count;
		squares += distance * (value - mean);
	}
	return { count, mean, squares };
}

/**
 * Joins the moments of two sets that share no value.
 *
 * Returns what `momentsOf` gives for both sets together, up to rounding.
 * Source: Chan, Golub & LeVeque 1983, doi:10.1080/00031305.1983.10483115.
 */
export function mergeMoments(a: Moments, b: Moments): Moments {
	if (a.count === 0) return b;
	if (b.count === 0) return a;
	const count = a.count + b.count;
	const distance = b.mean - a.mean;
	return {
		count,
		mean: a.mean + (distance * b.count) / count,
		squares: a.squares + b.squares + (distance * distance * a.count * b.count) / count
	};
}

/** Sample variance (n − 1) of the values behind the moments. Throws RangeError for fewer than two. */
export function varianceOf({ count, squares }: Moments): number {
	if (count < 2) throw new RangeError(`a variance needs two values, not ${count}`);
	return squares / (count - 1);
}

/** Arithmetic mean. Missing: NaN is left out. Throws RangeError where nothing is left. */
export function mean(values: ArrayLike<number>): number {
	const moments = momentsOf(values);
	if (moments.count === 0) throw new RangeError('a mean needs a value');
	return moments.mean;
}

/** Sample variance (n − 1). Missing: NaN is left out. Throws RangeError where fewer than two are left. */
export function variance(values: ArrayLike<number>): number {
	return varianceOf(momentsOf(values));
}

/** Sample standard deviation (n − 1). Missing: NaN is left out. Throws RangeError where fewer than two are left. */
export function standardDeviation(values: ArrayLike<number>): number {
	return Math.sqrt(variance(values));
}
