import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mean, mergeMoments, momentsOf, noMoments, standardDeviation, variance, varianceOf } from './moments.ts';

test('mean and sample variance of a small list are those worked out by hand', () => {
	assert.equal(mean([2, 4, 4, 4, 5, 5, 7, 9]), 5);
	assert.ok(Math.abs(variance([2, 4, 4, 4, 5, 5, 7, 9]) - 32 / 7) < 1e-14);
	assert.equal(standardDeviation([1, 3]), Math.SQRT2);
});

test('a missing value is left out and not counted', () => {
	assert.deepEqual(momentsOf([1, NaN, 3]), momentsOf([1, 3]));
});

test('values far from zero keep their variance', () => {
	assert.equal(variance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]), 30);
});

test('the moments of two parts joined are those of the whole', () => {
	const whole = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5];
	const joined = mergeMoments(momentsOf(whole.slice(0, 4)), momentsOf(whole.slice(4)));
	assert.equal(joined.count, 11);
	assert.ok(Math.abs(joined.mean - mean(whole)) < 1e-14);
	assert.ok(Math.abs(varianceOf(joined) - variance(whole)) < 1e-13);
});

test('joining nothing changes nothing', () => {
	const some = momentsOf([1, 2]);
	assert.deepEqual(mergeMoments(noMoments, some), some);
	assert.deepEqual(mergeMoments(some, noMoments), some);
});

test('a mean of nothing and a variance of one value are the caller’s mistakes', () => {
	assert.throws(() => mean([]), RangeError);
	assert.throws(() => mean([NaN]), RangeError);
	assert.throws(() => variance([1]), RangeError);
	assert.throws(() => standardDeviation([NaN, 1]), RangeError);
});
