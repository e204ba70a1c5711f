/**
 * Pearson's correlation of two lists.
 *
 * Shape: two lists of one length, pair by pair. Missing: a pair with a NaN is left out. Returns -1 to 1, or null for
 * fewer than two pairs or where one list does not vary. Throws RangeError for lists of different lengths.
 * Source: Pearson's product-moment coefficient, two-pass. Checked against R 4.2 and the published value for lq2002.
 */
export function correlation(first: ArrayLike<number>, second: ArrayLike<number>): number | null {
	if (first.length !== second.length) throw new RangeError(`${first.length} values beside ${second.length}`);
	const pairs: (readonly [number, number])[] = [];
	for (let index = 0; index < first.length; index += 1) {
		const x = first[index] ?? NaN;
		const y = second[index] ?? NaN;
		if (!Number.isNaN(x + y)) pairs.push([x, y]);
	}
	if (pairs.length < 2) return null;
	let meanX = 0;
	let meanY = 0;
	for (const [x, y] of pairs) {
		meanX += x / pairs.length;
		meanY += y / pairs.length;
	}
	let squaresX = 0;
	let squaresY = 0;
	let products = 0;
	for (const [x, y] of pairs) {
		squaresX += (x - meanX) ** 2;
		squaresY += (y - meanY) ** 2;
		products += (x - meanX) * (y - meanY);
	}
	if (squaresX === 0 || squaresY === 0) return null;
	return Math.max(-1, Math.min(1, products / Math.sqrt(squaresX * squaresY)));
}
