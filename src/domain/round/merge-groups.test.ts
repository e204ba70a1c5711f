import { test } from 'node:test';
import assert from 'node:assert/strict';
import { planReportingGroups } from './reporting-groups.ts';
import { mergeGroups, neighbourhood } from './merge-groups.ts';
import type { RosterUnit } from './reporting-groups.ts';

const units: RosterUnit[] = [
	{ id: 'region', name: 'Region', parentId: null },
	{ id: 'north', name: 'Nord', parentId: 'region' },
	{ id: 'south', name: 'Syd', parentId: 'region' },
	...['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase(), parentId: 'north' })),
	{ id: 'd', name: 'D', parentId: 'south' }
];
const leaders = ['north', 'a', 'b', 'c', 'd'].flatMap((unitId) =>
	Array.from({ length: 8 }, (_, i) => ({
		id: `${unitId}${i}`,
		unitId,
		managerId: `m-${unitId}`,
		level: 'x',
		profession: unitId === 'c' ? 'nurse' : 'physician'
	}))
);
const managers = units.map((unit) => ({ id: `m-${unit.id}`, unitId: unit.id }));
const plan = planReportingGroups({ units, leaders, managers });
const groups = plan.kind === 'planned' ? plan.groups : [];
const id = (unit: string): string => `${unit}:leaders`;

test('groups of one hospital are put together, named by both, at the unit they share', () => {
	const { groups: merged, problems } = mergeGroups(groups, [[id('b'), id('c')]], units);
	assert.deepEqual(problems, []);
	const both = merged.find((group) => group.id === id('b'));
	assert.equal(both?.name, 'B, C');
	assert.equal(both?.unitId, 'north');
	assert.equal(both?.invited, 16);
	assert.deepEqual(both?.attributes, { level: 'x' });
	assert.deepEqual(both?.mergedFrom, [id('b'), id('c')]);
	assert.equal(merged.length, groups.length - 1);
	assert.equal(
		merged.reduce((sum, group) => sum + group.invited, 0),
		leaders.length
	);
});

test("the hospital's own group may be put together with a department's, and merges follow each other", () => {
	const merges = [
		[id('a'), id('b')],
		[id('a'), id('north'), id('c')]
	];
	const { groups: merged, problems } = mergeGroups(groups, merges, units);
	assert.deepEqual(problems, []);
	assert.deepEqual(
		merged.map((group) => group.name),
		['A, B, C, Nord', 'D']
	);
	assert.deepEqual(merged[0]?.mergedFrom, [id('a'), id('b'), id('c'), id('north')].sort());
});

test('departments of two hospitals are not neighbours, and the plan says so instead of merging', () => {
	const { groups: merged, problems } = mergeGroups(groups, [[id('a'), id('d')]], units);
	assert.deepEqual(merged, groups);
	assert.deepEqual(problems, [{ kind: 'not-neighbours', merge: 0, groupIds: [id('a'), id('d')] }]);
	assert.equal(neighbourhood(units)(['a', 'd']), null);
	assert.equal(neighbourhood(units)(['a', 'north']), 'north');
	assert.throws(() => neighbourhood(units)(['nowhere']), RangeError);
});

test('a group that no longer exists is reported, and the others are merged all the same', () => {
	const { groups: merged, problems } = mergeGroups(
		groups,
		[
			[id('a'), 'gone'],
			[id('b'), 'gone', id('c')]
		],
		units
	);
	assert.deepEqual(problems, [
		{ kind: 'unknown-groups', merge: 0, groupIds: ['gone'] },
		{ kind: 'unknown-groups', merge: 1, groupIds: ['gone'] }
	]);
	assert.ok(merged.some((group) => group.name === 'B, C'));
	assert.ok(merged.some((group) => group.name === 'A'));
});

test('a group named twice in a merge is merged with nobody', () => {
	assert.deepEqual(mergeGroups(groups, [[id('a'), id('a')]], units).groups.length, groups.length);
});

test('a plan tells what could not be merged', () => {
	const merged = planReportingGroups({
		units,
		leaders,
		managers,
		merges: [
			[id('a'), id('d')],
			[id('b'), id('c')]
		]
	});
	assert.ok(merged.kind === 'planned');
	assert.equal(merged.mergeProblems.length, 1);
	assert.equal(merged.groups.length, groups.length - 1);
	assert.deepEqual(merged.unitsWithoutResult, ['b', 'c']);
});
