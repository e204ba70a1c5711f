// How likely it is by chance alone that so many guesses are right. Within a cell (a group, or a group on one day) every way
// to give its items to its leaders is equally likely when nothing links them; that gives the exact distribution of hits.

/** `guesses` of a cell's `size` leaders got an item of the cell, no item twice. */
export type Cell = { readonly size: number; readonly guesses: number };

const exactUpTo = 20;

/**
 * Probabilities of 0, 1, 2 … right guesses in a cell, under a random permutation. Source: factorial moments of the number of
 * fixed points, E[C(X, k)] = C(m, k) (n − k)! / n!. Cells of more than 20 use the Poisson limit, which they are close to.
 */
export function hitsInCell({ size, guesses }: Cell): number[] {
	if (guesses === 0) return [1];
	if (size > exactUpTo) return poisson(guesses / size);
	const moments = Array.from({ length: guesses + 1 }, (_, k) => choose(guesses, k) / fallingFactorial(size, k));
	return moments.map((_, hits) => {
		let sum = 0;
		for (let k = hits; k <= guesses; k++) sum += (-1) ** (k - hits) * choose(k, hits) * (moments[k] ?? 0);
		return Math.max(0, sum);
	});
}

/** Of all cells together. */
export function hitsInAll(cells: readonly Cell[]): number[] {
	return cells.map(hitsInCell).reduce(convolve, [1]);
}

/** The chance of `hits` or more. */
export function tailFrom(distribution: readonly number[], hits: number): number {
	return distribution.slice(hits).reduce((sum, probability) => sum + probability, 0);
}

export function meanOf(distribution: readonly number[]): number {
	return distribution.reduce((sum, probability, hits) => sum + hits * probability, 0);
}

export function deviationOf(distribution: readonly number[]): number {
	const mean = meanOf(distribution);
	return Math.sqrt(distribution.reduce((sum, probability, hits) => sum + (hits - mean) ** 2 * probability, 0));
}

/** The fewest hits whose chance is below `threshold`. */
export function hitsNeeded(distribution: readonly number[], threshold: number): number {
	let tail = 0;
	for (let hits = distribution.length - 1; hits >= 0; hits--) {
		tail += distribution[hits] ?? 0;
		if (tail >= threshold) return hits + 1;
	}
	return 0;
}

/**
 * Whether two orders go together within cells: the sum over cells of the covariance of ranks, divided by its standard
 * deviation under random permutations within cells (exact), as a two-sided chance by the normal limit. 1 where nothing varies.
 */
export function orderChance(cells: readonly (readonly { readonly x: number; readonly y: number }[])[]): {
	readonly deviations: number;
	readonly chance: number;
} {
	let sum = 0;
	let variance = 0;
	for (const pairs of cells) {
		if (pairs.length < 2) continue;
		const x = centredRanks(pairs.map((pair) => pair.x));
		const y = centredRanks(pairs.map((pair) => pair.y));
		sum += x.reduce((total, value, index) => total + value * (y[index] ?? 0), 0);
		variance += (squares(x) * squares(y)) / (pairs.length - 1);
	}
	if (variance === 0) return { deviations: 0, chance: 1 };
	const deviations = sum / Math.sqrt(variance);
	return { deviations, chance: 2 * normalTail(Math.abs(deviations)) };
}

/** Places in the order, ties sharing their mean, less the mean of all. */
function centredRanks(values: readonly number[]): number[] {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = (values.length - 1) / 2;
	return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 - middle);
}

function squares(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value * value, 0);
}

/** Upper tail of the standard normal; relative error below 10⁻⁶. Source: Numerical Recipes, erfc by Chebyshev fit. */
export function normalTail(z: number): number {
	const x = z / Math.SQRT2;
	const t = 1 / (1 + 0.5 * x);
	const coefficients = [
		-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
		0.17087277
	];
	const exponent = coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
	return 0.5 * t * Math.exp(-x * x + exponent);
}

function convolve(one: readonly number[], other: readonly number[]): number[] {
	const sum = new Array<number>(one.length + other.length - 1).fill(0);
	one.forEach((p, i) => other.forEach((q, j) => (sum[i + j] = (sum[i + j] ?? 0) + p * q)));
	return sum;
}

function poisson(mean: number): number[] {
	const probabilities = [Math.exp(-mean)];
	for (let hits = 1; hits < 60; hits++) probabilities.push(((probabilities[hits - 1] ?? 0) * mean) / hits);
	return probabilities;
}

function choose(n: number, k: number): number {
	let result = 1;
	for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
	return result;
}

function fallingFactorial(n: number, k: number): number {
	let result = 1;
	for (let i = 0; i < k; i++) result *= n - i;
	return result;
}
