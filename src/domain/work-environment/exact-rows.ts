// Row reduction with whole numbers of any length: nothing is rounded, so "follows from" is exact.

export type Row = readonly bigint[];

/**
 * The rows in reduced echelon form, without rows of zeros: each begins further to the right than the one above, and is
 * the only one that is not zero where it begins. Each row is divided by what its numbers have in common.
 *
 * Shape: rows of one length. Throws RangeError for rows of different lengths.
 */
export function reduceRows(rows: readonly Row[]): readonly Row[] {
	const width = rows[0]?.length ?? 0;
	if (rows.some((row) => row.length !== width)) throw new RangeError('the rows differ in length');
	let left = rows;
	let done: Row[] = [];
	for (let column = 0; column < width; column += 1) {
		const pivot = left.find((row) => row[column] !== 0n);
		if (pivot === undefined) continue;
		left = left.filter((row) => row !== pivot).map((row) => without(row, pivot, column));
		done = [...done.map((row) => without(row, pivot, column)), pivot];
	}
	return done;
}

/** True where some combination of the rows is zero everywhere but in the given columns. `rows`: independent of each other. */
export function spans(rows: readonly Row[], columns: readonly number[]): boolean {
	const kept = new Set(columns);
	const elsewhere = rows.map((row) => row.filter((_, column) => !kept.has(column)));
	return reduceRows(elsewhere).length < rows.length;
}

function without(row: Row, pivot: Row, column: number): Row {
	const factor = row[column] ?? 0n;
	if (factor === 0n) return row;
	const scale = pivot[column] ?? 1n;
	return shortened(row.map((value, at) => value * scale - (pivot[at] ?? 0n) * factor));
}

function shortened(row: Row): Row {
	const common = row.reduce((sum, value) => greatestCommon(sum, value < 0n ? -value : value), 0n);
	return common > 1n ? row.map((value) => value / common) : row;
}

function greatestCommon(a: bigint, b: bigint): bigint {
	let [x, y] = [a, b];
	while (y !== 0n) [x, y] = [y, x % y];
	return x;
}
