import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barOf } from './bar.ts';

const points = { minimum: 0, maximum: 100 };

test('a bar runs from the start to its number, the reference stands as a tick, the interval as a whisker', () => {
	assert.deepEqual(barOf({ value: 75, reference: 52, interval: [66.1, 83.9], state: 'shown' }, points), {
		kind: 'bar',
		filled: { start: 0, width: 75 },
		open: null,
		whisker: { start: 66.1, width: 17.8 },
		tick: 52,
		dot: null
	});
});

test('beside an estimate the measured mean is a dot, also at the very end, and a withheld one is nowhere', () => {
	const row = { value: 62, measured: 100, interval: [50, 74], state: 'shown' } as const;
	const bar = barOf(row, points);
	assert.ok(bar.kind === 'bar');
	assert.deepEqual([bar.filled.width, bar.dot], [62, 100]);
	assert.ok(!('dot' in barOf({ ...row, state: 'withheld' }, points)));
});

test('a number that is only known to be at most so large fills nothing', () => {
	const bar = barOf({ value: 12.5, bound: 'at-most', state: 'shown' }, points);
	assert.ok(bar.kind === 'bar');
	assert.deepEqual(bar.filled, { start: 0, width: 0 });
	assert.deepEqual(bar.open, { start: 0, width: 12.5 });
});

test('a number that is only known to be at least so large stays open to the end', () => {
	const bar = barOf({ value: 87.5, bound: 'at-least', state: 'shown' }, points);
	assert.ok(bar.kind === 'bar');
	assert.deepEqual(bar.filled, { start: 0, width: 87.5 });
	assert.deepEqual(bar.open, { start: 87.5, width: 12.5 });
});

test('a withheld number draws no bar even if one is passed along', () => {
	assert.deepEqual(barOf({ value: 40, reference: 50, interval: [30, 50], state: 'withheld' }, points), {
		kind: 'withheld',
		tick: 50
	});
});

test('no answer is not the same as zero', () => {
	assert.deepEqual(barOf({ value: null, state: 'shown' }, points), { kind: 'not-answered', tick: null });
	assert.equal(barOf({ value: 0, state: 'shown' }, points).kind, 'bar');
});

test('an interval that runs backwards is the caller’s mistake', () => {
	assert.throws(() => barOf({ value: 50, interval: [60, 40], state: 'shown' }, points), RangeError);
});
