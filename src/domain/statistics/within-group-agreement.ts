import { checkTable, completeRows } from './covariance.ts';
import type { Table } from './covariance.ts';
import { checkGroups } from './one-way-anova.ts';

/**
 * rwg(j): how far the members of each group give the same answers to a scale's items.
 *
 * Shape: `table` is respondents × items; `groupIndex` one group per respondent, −1 for none. `chanceVariance` is the
 * variance an item would have if everyone answered at random, in the unit of the table; for the even spread over A
 * answers see `evenSpreadVariance`. Missing: complete cases only. Returns one number per group, 0-1 (an agreement
 * worse than chance is set to 0, as in R's package multilevel), NaN for a group with fewer than two complete cases.
 * Throws RangeError if lengths do not fit or `chanceVariance` is not positive.
 * Source: James, Demaree & Wolf 1984, doi:10.1037/0021-9010.69.1.85. Checked against R 4.2 with multilevel 2.7, and
 * the values of lq2002.
 */
export function withinGroupAgreement(input: {
	readonly table: Table;
	readonly groupIndex: Int32Array;
	readonly groupCount: number;
	readonly chanceVariance: number;
}): Float64Array {
	const { table, groupIndex, groupCount, chanceVariance } = input;
	const { values, columns } = table;
	checkTable(table);
	checkGroups({ values: { length: table.rows }, groupIndex, groupCount });
	if (!(chanceVariance > 0)) throw new RangeError(`a chance variance is positive, not ${chanceVariance}`);
	const complete = completeRows(table).filter((row) => (groupIndex[row] ?? -1) >= 0);
	const sizes = new Int32Array(groupCount);
	const means = new Float64Array(groupCount * columns);
	for (const row of complete) {
		const group = groupIndex[row] ?? 0;
		sizes[group] = (sizes[group] ?? 0) + 1;
		for (let column = 0; column < columns; column += 1)
			means[group * columns + column] = (means[group * columns + column] ?? 0) + (values[row * columns + column] ?? 0);
	}
	for (let cell = 0; cell < means.length; cell += 1)
		means[cell] = (means[cell] ?? 0) / (sizes[Math.floor(cell / columns)] ?? 1);
	const squares = new Float64Array(groupCount);
	for (const row of complete) {
		const group = groupIndex[row] ?? 0;
		for (let column = 0; column < columns; column += 1) {
			const distance = (values[row * columns + column] ?? 0) - (means[group * columns + column] ?? 0);
			squares[group] = (squares[group] ?? 0) + distance * distance;
		}
	}
	return squares.map((sum, group) => {
		const size = sizes[group] ?? 0;
		if (size < 2) return NaN;
		const itemVariance = sum / (size - 1) / columns;
		const noise = Math.min(1, itemVariance / chanceVariance);
		return (columns * (1 - noise)) / (columns * (1 - noise) + noise);
	});
}

/**
 * Variance of answers spread evenly over `categories` whole numbers: (A² − 1) / 12.
 *
 * Throws RangeError for fewer than two categories. Source: James, Demaree & Wolf 1984, doi:10.1037/0021-9010.69.1.85.
 */
export function evenSpreadVariance(categories: number): number {
	if (!(categories >= 2)) throw new RangeError(`an item has at least two answers, not ${categories}`);
	return (categories * categories - 1) / 12;
}
