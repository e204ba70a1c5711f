import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { groupChange } from './group-change.ts';
import { figure } from './sample-factor.testing.ts';

const factor = { personSd: 20, icc1: 0.1, direction: 'strain' } as const;

test('a change and its interval are what the formula gives by hand', () => {
	// Within: 0.9 · 400 = 360. Before: 360 · (1 − 0.5 · 0.8) / 8 + 1/12 = 27.0833; after: 360 · (1 − 0.5 · 0.5) / 5 + 1/12 = 54.0833.
	const { change, interval, isBetter, responseBefore, responseAfter } = groupChange(
		factor,
		figure(64, 8, 10),
		figure(52, 5, 10)
	);
	assert.equal(change, -12);
	const reach = 1.959963984540054 * Math.sqrt(27 + 1 / 12 + 54 + 1 / 12);
	assert.ok(Math.abs(interval.low - (-12 - reach)) < 1e-9 && Math.abs(interval.high - (-12 + reach)) < 1e-9);
	assert.deepEqual([isBetter, responseBefore, responseAfter], [true, 0.8, 0.5]);
});

test('a change is reliable beyond 1.96 · √(2 σ²/n), better or worse by the direction of the scale', () => {
	// σ²/n = 360 / 8 = 45, so the line lies at 1.96 · √90 = 18.594.
	const of = (after: number, direction: 'strain' | 'resource' = 'strain') =>
		groupChange({ ...factor, direction }, figure(60), figure(after)).reliable;
	assert.deepEqual([of(41.5), of(41.3), of(78.5), of(78.7)], ['unchanged', 'better', 'unchanged', 'worse']);
	assert.deepEqual([of(41.3, 'resource'), of(78.7, 'resource')], ['worse', 'better']);
});

test('who was asked matters only where it is known, and more answers never make it less sure', () => {
	const width = (n: number, invited: number | null) => {
		const { interval } = groupChange(factor, figure(60, n, invited), figure(60, n, invited));
		return interval.high - interval.low;
	};
	assert.ok(width(8, 8) < width(8, 10) && width(8, 10) < width(8, null));
	assert.ok(width(8, 8) > 0, 'what passes in leaders stays uncertain where all have answered');
	fc.assert(fc.property(fc.integer({ min: 1, max: 29 }), (n) => assert.ok(width(n + 1, 30) < width(n, 30))));
	assert.throws(() => groupChange(factor, figure(60, 0), figure(60)), RangeError);
});

test('turning time round turns the change round', () => {
	const there = groupChange(factor, figure(64, 8), figure(52, 5));
	const back = groupChange(factor, figure(52, 5), figure(64, 8));
	assert.equal(back.change, -there.change);
	assert.ok(Math.abs(back.interval.low + there.interval.high) < 1e-9);
});
