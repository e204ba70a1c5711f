import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimalsFor, percentOf, shadeStep, ticksOf } from './scale.ts';

const points = { minimum: 0, maximum: 100 };
const answers = { minimum: 1, maximum: 5 };

test('a number lies at its share of the range', () => {
	assert.equal(percentOf(62.5, points), 62.5);
	assert.equal(percentOf(1, answers), 0);
	assert.equal(percentOf(2, answers), 25);
	assert.equal(percentOf(5, answers), 100);
	assert.equal(percentOf(100 / 3, points), 33.33);
});

test('a number outside the range is drawn at the edge', () => {
	assert.equal(percentOf(-4, points), 0);
	assert.equal(percentOf(104, points), 100);
});

test('a scale without width and a number that is none are the caller’s mistakes', () => {
	assert.throws(() => percentOf(1, { minimum: 5, maximum: 5 }), RangeError);
	assert.throws(() => percentOf(Number.NaN, points), RangeError);
	assert.throws(() => ticksOf(points, 1), RangeError);
});

test('ticks stand evenly and at both ends', () => {
	assert.deepEqual(
		ticksOf(points).map((tick) => tick.value),
		[0, 25, 50, 75, 100]
	);
	assert.deepEqual(ticksOf(answers, 3), [
		{ value: 1, percent: 0 },
		{ value: 3, percent: 50 },
		{ value: 5, percent: 100 }
	]);
});

test('a wide scale is read without decimals, a narrow one with one', () => {
	assert.equal(decimalsFor(points), 0);
	assert.equal(decimalsFor(answers), 1);
});

test('shades part the range evenly and the maximum has the strongest', () => {
	assert.deepEqual(
		[0, 19.9, 20, 50, 79.9, 80, 100].map((value) => shadeStep(value, points)),
		[0, 0, 1, 2, 3, 4, 4]
	);
});
