/**
 * The step that means and standard deviations of a scale are rounded to: a hundredth of the range, taken up to 1, 2 or 5
 * times a power of ten so that it reads well (1 for 0-100, 0.05 for 1-5).
 */
export function roundingStep(range: number): number {
	if (!(range > 0)) throw new RangeError('A scale needs a range');
	const power = 10 ** Math.floor(Math.log10(range / 100) + 1e-9);
	const factor = [1, 2, 5, 10].find((times) => times * power >= range / 100 - 1e-12) ?? 10;
	return tidy(factor * power);
}

/** `value` to the nearest multiple of `step`, halves upwards, whatever dust of binary fractions it carries. */
export function roundTo(value: number, step: number): number {
	return tidy(Math.round(tidy(value / step)) * step);
}

/** Ten decimals are more than any step here has. */
export function tidy(value: number): number {
	return Number(value.toFixed(10));
}
