import { test } from 'node:test';
import assert from 'node:assert/strict';
import { branchOf } from './branch-of-groups.ts';

const units = [
	{ id: 'top', name: 'Top', parentId: null },
	{ id: 'north', name: 'Nord', parentId: 'top' },
	{ id: 'south', name: 'Syd', parentId: 'top' },
	{ id: 'ward', name: 'Afsnit', parentId: 'north' }
];
const groups = ['top', 'north', 'ward', 'south'].map((unitId) => ({ id: `g-${unitId}`, unitId }));

test('a unit shows its own groups and those directly below, and leads to units with more', () => {
	const branch = branchOf({ groups, units, unitId: null });
	assert.deepEqual([...branch.groupIds], ['g-top', 'g-north', 'g-south']);
	assert.deepEqual(branch.below, [{ id: 'north', name: 'Nord', groups: 2 }]);
	const north = branchOf({ groups, units, unitId: 'north' });
	assert.deepEqual([...north.groupIds], ['g-north', 'g-ward']);
	assert.deepEqual(
		north.path.map((unit) => unit.name),
		['Top', 'Nord']
	);
	assert.deepEqual(north.below, []);
});

test('an unknown unit shows the whole', () => {
	assert.deepEqual(branchOf({ groups, units, unitId: 'gone' }), branchOf({ groups, units, unitId: null }));
	assert.throws(() => branchOf({ groups: [{ id: 'x', unitId: 'gone' }], units, unitId: null }), RangeError);
});
