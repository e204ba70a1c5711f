import type { Covariances } from './covariance.ts';

/**
 * Cronbach's alpha: how far the items of a scale vary together, as a lower bound of the reliability of their mean.
 *
 * Shape: covariances of the items, reversed items already turned. Missing: the covariances rest on complete cases.
 * Returns at most 1, possibly below 0; null for fewer than two items or where the sum of the items does not vary.
 * Source: Cronbach 1951, doi:10.1007/BF02310555. Checked against R 4.2 with psych 2.2.9, and the values of lq2002.
 */
export function cronbachAlpha({ values, columns }: Covariances): number | null {
	if (columns < 2) return null;
	let total = 0;
	let own = 0;
	for (let a = 0; a < columns; a += 1) {
		own += values[a * columns + a] ?? NaN;
		for (let b = 0; b < columns; b += 1) total += values[a * columns + b] ?? NaN;
	}
	if (!(total > 0)) return null;
	return (columns / (columns - 1)) * (1 - own / total);
}
