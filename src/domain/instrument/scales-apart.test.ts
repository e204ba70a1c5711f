import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scale } from './instrument.ts';
import { scalesApart } from './scales-apart.ts';

const scale = (id: string, items: readonly string[]): Scale => ({
	id,
	name: { da: id, en: id },
	items,
	direction: 'strain',
	factor: null,
	outcome: null,
	metric: 'points'
});

test('parts stay and their total goes, wherever it stands', () => {
	const scales = [scale('total', ['a', 'b']), scale('a', ['a']), scale('b', ['b'])];
	assert.deepEqual(scalesApart({ scales }), [1, 2]);
});

test('scales that share nothing all stay, in their order', () => {
	const scales = [scale('x', ['a', 'b']), scale('y', ['c']), scale('z', ['d', 'e'])];
	assert.deepEqual(scalesApart({ scales }), [0, 1, 2]);
});

test('of two that overlap the shorter stays, of two alike the earlier', () => {
	assert.deepEqual(scalesApart({ scales: [scale('x', ['a', 'b', 'c']), scale('y', ['c', 'd'])] }), [1]);
	assert.deepEqual(scalesApart({ scales: [scale('x', ['a', 'b']), scale('y', ['b', 'a'])] }), [0]);
});
