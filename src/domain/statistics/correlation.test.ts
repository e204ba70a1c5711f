import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correlation } from './correlation.ts';

test('a straight line correlates fully, upwards or downwards', () => {
	assert.equal(correlation([1, 2, 3, 10], [2, 4, 6, 20]), 1);
	assert.equal(correlation([1, 2, 3, 10], [-1, -2, -3, -10]), -1);
});

test('a small table gives the value worked out by hand', () => {
	assert.ok(Math.abs((correlation([1, 2, 3], [1, 3, 2]) ?? NaN) - 0.5) < 1e-15);
});

test('a pair with a missing value is left out', () => {
	assert.equal(correlation([1, 2, 3, NaN, 5], [1, 3, 2, 9, NaN]), correlation([1, 2, 3], [1, 3, 2]));
});

test('there is no correlation of one pair or with a constant', () => {
	assert.equal(correlation([1, NaN], [1, 2]), null);
	assert.equal(correlation([1, 1], [1, 2]), null);
	assert.equal(correlation([1, 2], [3, 3]), null);
});

test('lists of different lengths are the caller’s mistake', () => {
	assert.throws(() => correlation([1, 2], [1]), RangeError);
});
