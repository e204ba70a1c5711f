import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeRows, covariances } from './covariance.ts';
import type { Covariances } from './covariance.ts';
import { cronbachAlpha } from './cronbach-alpha.ts';
import { omegaTotal } from './omega-total.ts';

const matrix = (...rows: number[][]): Covariances => ({
	values: Float64Array.from(rows.flat()),
	columns: rows.length,
	rows: 100
});
const near = (value: number | null, expected: number, tolerance = 1e-9) =>
	assert.ok(value !== null && Math.abs(value - expected) < tolerance, `${value} is not ${expected}`);

/** Covariances that one factor with these loadings and uniquenesses makes exactly. */
const oneFactor = (loadings: number[], uniquenesses: number[]) =>
	matrix(
		...loadings.map((a, row) => loadings.map((b, column) => a * b + (row === column ? (uniquenesses[row] ?? 0) : 0)))
	);

test('covariances rest on the rows that are complete', () => {
	const table = { values: Float64Array.of(1, 2, 3, 6, NaN, 50, 5, 10), rows: 4, columns: 2 };
	assert.deepEqual([...completeRows(table)], [0, 1, 3]);
	assert.deepEqual(covariances(table), { values: Float64Array.of(4, 8, 8, 16), columns: 2, rows: 3 });
});

test('one complete row has no covariances', () => {
	assert.equal(covariances({ values: Float64Array.of(1, 2, NaN, 3), rows: 2, columns: 2 }), null);
});

test('a table that does not fit its array is the caller’s mistake', () => {
	assert.throws(() => covariances({ values: Float64Array.of(1, 2, 3), rows: 2, columns: 2 }), RangeError);
});

test('alpha of equal items follows from their correlation', () => {
	near(cronbachAlpha(matrix([1, 0.5], [0.5, 1])), 2 / 3);
	near(cronbachAlpha(matrix([1, 0.5, 0.5], [0.5, 1, 0.5], [0.5, 0.5, 1])), 0.75);
});

test('items that copy one another have alpha 1, items that share nothing 0, opposites below 0', () => {
	near(cronbachAlpha(matrix([2, 2], [2, 2])), 1);
	near(cronbachAlpha(matrix([2, 0], [0, 3])), 0);
	near(cronbachAlpha(matrix([1, -0.5], [-0.5, 1])), -2);
});

test('no alpha is claimed for one item, or for a sum without spread', () => {
	assert.equal(cronbachAlpha(matrix([1])), null);
	assert.equal(cronbachAlpha(matrix([0, 0], [0, 0])), null);
	assert.equal(cronbachAlpha(matrix([1, -1], [-1, 1])), null);
});

test('omega finds the one factor that made the covariances, whatever the items’ units', () => {
	near(omegaTotal(oneFactor([0.8, 0.7, 0.6], [0.36, 0.51, 0.64])), 2.1 ** 2 / (2.1 ** 2 + 1.51));
	near(omegaTotal(oneFactor([3, 1, 0.5, 2], [1, 4, 0.2, 3])), 6.5 ** 2 / (6.5 ** 2 + 8.2));
});

test('omega equals alpha where all items measure equally well, and exceeds it where they do not', () => {
	const equal = oneFactor([1, 1, 1], [1, 2, 3]);
	near(omegaTotal(equal), cronbachAlpha(equal) ?? NaN);
	const unequal = oneFactor([1, 0.5, 0.2], [1, 1, 1]);
	assert.ok((omegaTotal(unequal) ?? 0) > (cronbachAlpha(unequal) ?? 1));
});

test('an item that was not turned lowers omega', () => {
	near(omegaTotal(oneFactor([0.8, -0.7, 0.6], [0.36, 0.51, 0.64])), 0.7 ** 2 / (0.7 ** 2 + 1.51));
});

test('omega of items that share nothing is next to nothing', () => {
	near(omegaTotal(matrix([1, 0, 0], [0, 1, 0], [0, 0, 1])), 0, 0.01);
});

test('an item that the factor explains wholly keeps the least uniqueness', () => {
	// With all uniquenesses at 0.005 the largest eigenvalue of the scaled matrix is 3 / 0.005 = 600.
	const squaredLoading = (0.005 * (600 - 1)) / 3;
	near(omegaTotal(matrix([1, 1, 1], [1, 1, 1], [1, 1, 1])), (9 * squaredLoading) / (9 * squaredLoading + 0.015));
});

test('no omega is claimed for two items or for an item without spread', () => {
	assert.equal(omegaTotal(matrix([1, 0.5], [0.5, 1])), null);
	assert.equal(omegaTotal(matrix([1, 0.5, 0], [0.5, 1, 0], [0, 0, 0])), null);
});
