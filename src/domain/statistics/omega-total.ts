// McDonald's omega for scales that are meant to measure one thing; it does not ask, as alpha does, that every item
// measures it equally well.
import type { Covariances } from './covariance.ts';

/** Smallest uniqueness, as a share of an item's variance; R's `factanal` has the same bound. */
const leastUniqueness = 0.005;
const mostSteps = 50_000;
const tolerance = 1e-12;

/**
 * Omega total: share of the variance of a scale's sum that one common factor explains.
 *
 * Shape: covariances of the items, reversed items already turned. Missing: the covariances rest on complete cases.
 * Method: one factor by maximum likelihood on the correlations (EM steps, uniqueness at least 0.005), loadings put
 * back in the items' own units; omega = (Σλ)² / ((Σλ)² + Σψ). Returns 0-1; null for fewer than three items (the
 * loadings of two are not determined), for an item that does not vary, or where the steps do not settle.
 * Source: McDonald 1999, Test Theory, chapter 6; EM by Rubin & Thayer 1982, doi:10.1007/BF02293851. Checked against
 * R 4.2 `factanal` (tests/reference).
 */
export function omegaTotal({ values, columns }: Covariances): number | null {
	if (columns < 3) return null;
	const deviations = Array.from({ length: columns }, (_, a) => Math.sqrt(values[a * columns + a] ?? NaN));
	if (!deviations.every((deviation) => deviation > 0)) return null;
	const correlations = Float64Array.from(values, (value, index) => {
		const a = Math.floor(index / columns);
		return value / ((deviations[a] ?? NaN) * (deviations[index % columns] ?? NaN));
	});
	const factor = oneFactor(correlations, columns);
	if (factor === null) return null;
	let common = 0;
	let unique = 0;
	for (const [a, deviation] of deviations.entries()) {
		common += deviation * (factor.loadings[a] ?? NaN);
		unique += deviation * deviation * (factor.uniquenesses[a] ?? NaN);
	}
	return (common * common) / (common * common + unique);
}

type OneFactor = { readonly loadings: Float64Array; readonly uniquenesses: Float64Array };

/** Maximum-likelihood loadings and uniquenesses of one factor behind a matrix of correlations. */
function oneFactor(correlations: Float64Array, columns: number): OneFactor | null {
	const loadings = firstLoadings(correlations, columns);
	const uniquenesses = loadings.map((loading) => Math.max(leastUniqueness, 1 - loading * loading));
	const withFactor = new Float64Array(columns);
	for (let step = 0; step < mostSteps; step += 1) {
		let information = 1;
		for (let a = 0; a < columns; a += 1) information += (loadings[a] ?? 0) ** 2 / (uniquenesses[a] ?? 1);
		const weights = loadings.map((loading, a) => loading / (uniquenesses[a] ?? 1) / information);
		let factorVariance = 1 / information;
		for (let a = 0; a < columns; a += 1) {
			let sum = 0;
			for (let b = 0; b < columns; b += 1) sum += (correlations[a * columns + b] ?? 0) * (weights[b] ?? 0);
			withFactor[a] = sum;
			factorVariance += sum * (weights[a] ?? 0);
		}
		let change = 0;
		for (let a = 0; a < columns; a += 1) {
			const loading = (withFactor[a] ?? 0) / factorVariance;
			const uniqueness = Math.max(leastUniqueness, 1 - loading * (withFactor[a] ?? 0));
			change = Math.max(change, Math.abs(loading - (loadings[a] ?? 0)), Math.abs(uniqueness - (uniquenesses[a] ?? 0)));
			loadings[a] = loading;
			uniquenesses[a] = uniqueness;
		}
		if (change < tolerance) return { loadings, uniquenesses };
	}
	return null;
}

/** A start for the steps: the signs and sizes of the first principal component, found by repeated multiplication. */
function firstLoadings(correlations: Float64Array, columns: number): Float64Array {
	// Not all equal, so that a start at right angles to the component is next to impossible.
	let direction = Float64Array.from({ length: columns }, (_, a) => 1 + a / (10 * columns));
	let length = 0;
	for (let step = 0; step < 100; step += 1) {
		const next = new Float64Array(columns);
		for (let a = 0; a < columns; a += 1)
			for (let b = 0; b < columns; b += 1)
				next[a] = (next[a] ?? 0) + (correlations[a * columns + b] ?? 0) * (direction[b] ?? 0);
		length = Math.hypot(...next);
		direction = next.map((value) => value / length);
	}
	return direction.map((value) => value * Math.sqrt(length) * 0.9);
}
