import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tQuantile, tUpperTail } from './student-t.ts';

const near = (value: number, expected: number, tolerance = 1e-12) =>
	assert.ok(Math.abs(value - expected) <= tolerance * Math.max(1, Math.abs(expected)), `${value} is not ${expected}`);

test('with one degree of freedom the quantile is a tangent, with two a root', () => {
	for (const probability of [0.001, 0.1, 0.3, 0.5, 0.75, 0.975, 0.9999]) {
		near(tQuantile(probability, 1), Math.tan(Math.PI * (probability - 0.5)));
		const reach = 2 * probability - 1;
		near(tQuantile(probability, 2), reach * Math.sqrt(2 / (1 - reach * reach)), 1e-11);
	}
});

test('quantile and tail undo each other over all sizes of sample', () => {
	for (const degrees of [0.3, 1, 2.5, 5, 17, 61, 400, 20_000, 3_000_000])
		for (const tail of [1e-9, 1e-4, 0.025, 0.2, 0.49])
			near(tUpperTail(-tQuantile(tail, degrees), degrees) / tail, 1, 1e-9);
});

test('the distribution is mirrored around zero', () => {
	for (const degrees of [1, 4, 30]) {
		assert.equal(tQuantile(0.5, degrees), 0);
		assert.equal(tUpperTail(0, degrees), 0.5);
		near(tQuantile(0.125, degrees), -tQuantile(0.875, degrees));
		near(tUpperTail(-1.3, degrees), 1 - tUpperTail(1.3, degrees));
	}
});

test('the tail falls to nothing', () => {
	assert.equal(tUpperTail(Infinity, 3), 0);
	assert.equal(tUpperTail(-Infinity, 3), 1);
	assert.equal(tUpperTail(1e200, 3), 0);
});

test('with ever more degrees of freedom the quantile falls towards the normal one', () => {
	let last = Infinity;
	for (const degrees of [1, 2, 5, 20, 100, 10_000, 1_000_000]) {
		const quantile = tQuantile(0.975, degrees);
		assert.ok(quantile < last);
		last = quantile;
	}
	near(last, 1.959963984540054, 1e-5);
});

test('probabilities and degrees outside their range are the caller’s mistakes', () => {
	for (const probability of [0, 1, -1, NaN]) assert.throws(() => tQuantile(probability, 3), RangeError);
	for (const degrees of [0, -1, NaN, Infinity]) {
		assert.throws(() => tQuantile(0.5, degrees), RangeError);
		assert.throws(() => tUpperTail(1, degrees), RangeError);
	}
	assert.throws(() => tUpperTail(NaN, 3), RangeError);
});
