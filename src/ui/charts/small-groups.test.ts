import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byDifference, disagreeing, type SmallGroupsRow } from './small-groups.ts';

const row = (name: string, more: Partial<SmallGroupsRow>): SmallGroupsRow => ({
	id: name,
	name,
	icc1: null,
	icc2: null,
	rwgj: null,
	difference: 'unknown',
	agreement: 'unknown',
	weight: null,
	wholeMean: null,
	...more
});

test('verdicts stand from the most telling on, with their scales in the order given', () => {
	const rows = [
		row('a', { difference: 'hardly-tells' }),
		row('b', { difference: 'tells' }),
		row('c', { difference: 'hardly-tells' })
	];
	assert.deepEqual(byDifference(rows), [
		{ difference: 'tells', names: ['b'], isMost: false },
		{ difference: 'hardly-tells', names: ['a', 'c'], isMost: false }
	]);
	assert.deepEqual(byDifference([]), []);
});

test('more than half of many scales are not listed one by one', () => {
	const rows = Array.from({ length: 9 }, (_, place) =>
		row(`scale ${place}`, { difference: place < 5 ? 'hints' : 'hardly-tells' })
	);
	assert.deepEqual(
		byDifference(rows).map(({ isMost }) => isMost),
		[true, false]
	);
});

test('only scales with weak agreement or none are named as disagreeing', () => {
	const rows = (['strong', 'moderate', 'weak', 'lacking', 'unknown'] as const).map((agreement) =>
		row(agreement, { agreement })
	);
	assert.deepEqual(disagreeing(rows), ['weak', 'lacking']);
});
