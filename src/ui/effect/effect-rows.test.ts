import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reachOf, type EffectRow } from './effect-rows.ts';

const row = (value: number | null, interval: readonly [number, number] | null): EffectRow => ({
	id: 'x',
	name: 'x',
	value,
	interval,
	text: 'x'
});

test('a picture reaches as far as its widest row, on both sides alike', () => {
	assert.equal(reachOf([], 10), 10);
	assert.equal(reachOf([row(3, [-12, 18])], 10), 20);
	assert.equal(reachOf([row(3, [-31, 18]), row(null, null)], 10), 35);
	assert.equal(reachOf([row(25, null)], 10), 25);
});
