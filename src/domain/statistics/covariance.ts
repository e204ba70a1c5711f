/** A table of numbers, row by row in one array: respondents × items. NaN is missing. */
export type Table = { readonly values: Float64Array; readonly rows: number; readonly columns: number };

/** Covariances (n − 1) of a table's columns, row by row, and the rows they rest on. */
export type Covariances = { readonly values: Float64Array; readonly columns: number; readonly rows: number };

/** Throws RangeError unless a table's array has as many numbers as its rows and columns say. */
export function checkTable({ values, rows, columns }: Table): void {
	if (values.length !== rows * columns) throw new RangeError(`${values.length} values for ${rows} × ${columns}`);
}

/**
 * Covariances of a table's columns over its complete rows.
 *
 * Shape: rows × columns in, columns × columns out, both row by row. Missing: a row with a NaN is left out. Returns
 * null for fewer than two complete rows. Throws RangeError if the array does not fit. Two passes, for precision.
 * Checked against R 4.2 through alpha and omega (tests/reference).
 */
export function covariances(table: Table): Covariances | null {
	checkTable(table);
	const { values, columns } = table;
	const complete = completeRows(table);
	if (complete.length < 2) return null;
	const means = new Float64Array(columns);
	for (const row of complete)
		for (let column = 0; column < columns; column += 1)
			means[column] = (means[column] ?? 0) + (values[row * columns + column] ?? NaN);
	for (let column = 0; column < columns; column += 1) means[column] = (means[column] ?? 0) / complete.length;
	const result = new Float64Array(columns * columns);
	const distances = new Float64Array(columns);
	for (const row of complete) {
		for (let column = 0; column < columns; column += 1)
			distances[column] = (values[row * columns + column] ?? NaN) - (means[column] ?? 0);
		for (let a = 0; a < columns; a += 1) {
			const distance = distances[a] ?? 0;
			for (let b = a; b < columns; b += 1)
				result[a * columns + b] = (result[a * columns + b] ?? 0) + distance * (distances[b] ?? 0);
		}
	}
	for (let a = 0; a < columns; a += 1) {
		for (let b = a; b < columns; b += 1) {
			const value = (result[a * columns + b] ?? 0) / (complete.length - 1);
			result[a * columns + b] = value;
			result[b * columns + a] = value;
		}
	}
	return { values: result, columns, rows: complete.length };
}

/** Numbers of the rows that have no missing value. */
export function completeRows({ values, rows, columns }: Table): Int32Array {
	const complete = new Int32Array(rows);
	let count = 0;
	for (let row = 0; row < rows; row += 1) {
		let sum = 0;
		for (let column = 0; column < columns; column += 1) sum += values[row * columns + column] ?? NaN;
		if (Number.isNaN(sum)) continue;
		complete[count] = row;
		count += 1;
	}
	return complete.subarray(0, count);
}
