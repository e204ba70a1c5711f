import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupKey, leadersBelow, leadersOfGroups, setBranch, unitKey } from './roster-sets.ts';

const units = [
	{ id: 'top', name: 'Hospitalet', parentId: null },
	{ id: 'b', name: 'B', parentId: 'top' },
	{ id: 'a', name: 'A', parentId: 'top' },
	{ id: 'a1', name: 'A1', parentId: 'a' }
];
const leader = (id: string, unitId: string, managerId: string | null) => ({ id, unitId, managerId });
const leaders = [leader('d', 'top', null), leader('x', 'a', 'd'), leader('y', 'a1', 'x'), leader('z', 'b', null)];

test('a unit holds its leaders and those of all units below', () => {
	const below = leadersBelow(units, leaders);
	assert.deepEqual(below.get('top'), ['d', 'x', 'y', 'z']);
	assert.deepEqual(below.get('a'), ['x', 'y']);
	assert.deepEqual(leadersBelow(units, []).get('a1'), []);
	const cycle = [
		{ id: 'p', name: 'p', parentId: 'q' },
		{ id: 'q', name: 'q', parentId: 'p' }
	];
	assert.throws(() => leadersBelow(cycle, [leader('l', 'p', null)]), RangeError);
});

test('a group holds those whose manager’s group it is; a leader without a manager stands with those he or she leads', () => {
	const groups = [
		{ managerId: 'd', unitId: 'top', groupId: 'g1' },
		{ managerId: 'x', unitId: 'a', groupId: 'g2' },
		{ managerId: null, unitId: 'b', groupId: 'g3' }
	];
	const found = leadersOfGroups(groups, [...leaders, leader('new', 'a1', 'x'), leader('lost', 'b', 'gone')]);
	assert.deepEqual(Object.fromEntries(found), { g1: ['d', 'x'], g2: ['y', 'new'], g3: ['z'] });
});

test('a branch offers the unit and those right below it, and leads further down', () => {
	const below = leadersBelow(units, leaders);
	const branch = setBranch(units, below, null);
	assert.deepEqual(branch?.choices, [
		{ key: unitKey('top'), name: 'Hospitalet', leaders: 4 },
		{ key: unitKey('a'), name: 'A', leaders: 2 },
		{ key: unitKey('b'), name: 'B', leaders: 1 }
	]);
	assert.deepEqual(branch?.below, [{ id: 'a', name: 'A' }]);
	assert.deepEqual(
		setBranch(units, below, 'a1')?.path.map(({ id }) => id),
		['top', 'a', 'a1']
	);
	assert.equal(setBranch([], new Map(), null), null);
	assert.notEqual(unitKey('x'), groupKey('x'));
});
