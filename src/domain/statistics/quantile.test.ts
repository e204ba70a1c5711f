import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, quantile } from './quantile.ts';

test('a quantile lies between the two neighbours of its place, whatever order the values have', () => {
	assert.equal(quantile([40, 10, 30, 20], 0.5), 25);
	assert.equal(quantile([40, 10, 30, 20], 0.25), 17.5);
	assert.equal(quantile([40, 10, 30, 20], 0), 10);
	assert.equal(quantile([40, 10, 30, 20], 1), 40);
});

test('the median of an odd number of values is the middle one, and missing values do not count', () => {
	assert.equal(median([9, NaN, 1, 5]), 5);
});

test('numbers are sorted as numbers', () => {
	assert.equal(median([9, 10, 100]), 10);
});

test('the list that was given is not reordered', () => {
	const values = Float64Array.of(3, 1, 2);
	median(values);
	assert.deepEqual([...values], [3, 1, 2]);
});

test('a quantile of nothing, or at a share outside 0–1, is the caller’s mistake', () => {
	assert.throws(() => quantile([], 0.5), RangeError);
	assert.throws(() => quantile([NaN], 0.5), RangeError);
	for (const share of [-0.1, 1.1, NaN]) assert.throws(() => quantile([1], share), RangeError);
});
