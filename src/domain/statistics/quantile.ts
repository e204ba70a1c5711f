/**
 * Finds the value below which a share of the values lies.
 *
 * Shape: any list, in any order; `share` 0-1. Missing: NaN is left out. Returns a value between two neighbours where
 * the share falls between them. Throws RangeError where nothing is left, or for a share outside 0-1.
 * Source: definition 7 of Hyndman & Fan 1996, doi:10.1080/00031305.1996.10473566, R's default. Checked against R 4.2.
 */
export function quantile(values: ArrayLike<number>, share: number): number {
	if (!(share >= 0 && share <= 1)) throw new RangeError(`a share lies between 0 and 1, not at ${share}`);
	const sorted = Float64Array.from(values)
		.filter((value) => !Number.isNaN(value))
		.sort();
	if (sorted.length === 0) throw new RangeError('a quantile needs a value');
	const place = (sorted.length - 1) * share;
	const below = sorted[Math.floor(place)] ?? NaN;
	const above = sorted[Math.ceil(place)] ?? NaN;
	return below + (place - Math.floor(place)) * (above - below);
}

/** The middle value, or the mean of the two in the middle. Missing and faults as `quantile`. */
export function median(values: ArrayLike<number>): number {
	return quantile(values, 0.5);
}
