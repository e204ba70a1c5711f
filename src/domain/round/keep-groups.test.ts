import { test } from 'node:test';
import assert from 'node:assert/strict';
import { planReportingGroups } from './reporting-groups.ts';
import type { ReportingPlan, RosterLeader, RosterUnit } from './reporting-groups.ts';
import { partitionOf, previousOf } from './roster.testing.ts';

/** Two hospitals with departments; each department's leaders answer to somebody who is not asked. */
const units: RosterUnit[] = [
	{ id: 'region', name: 'Region', parentId: null },
	{ id: 'north', name: 'Nord', parentId: 'region' },
	{ id: 'south', name: 'Syd', parentId: 'region' },
	...['a', 'b', 'c', 'd'].map((id) => ({ id, name: id.toUpperCase(), parentId: 'north' })),
	...['e', 'f'].map((id) => ({ id, name: id.toUpperCase(), parentId: 'south' }))
];

function team(unitId: string, size: number, parts: Partial<RosterLeader> = {}): RosterLeader[] {
	return Array.from({ length: size }, (_, i) => ({
		id: `${unitId}${i + 1}`,
		unitId,
		managerId: `m-${unitId}`,
		...parts
	}));
}

function plan(
	sizes: Readonly<Record<string, number>>,
	given: Partial<Parameters<typeof planReportingGroups>[0]> = {}
): Extract<ReportingPlan, { kind: 'planned' }> {
	const leaders = Object.entries(sizes).flatMap(([unitId, size]) => team(unitId, size));
	const managers = units.map((unit) => ({ id: `m-${unit.id}`, unitId: unit.id }));
	const outcome = planReportingGroups({ units, leaders, managers, ...given });
	assert.ok(outcome.kind === 'planned');
	return outcome;
}

const names = (planned: ReportingPlan): string[] =>
	planned.kind === 'planned' ? planned.groups.map((group) => group.name) : [];

const start = { a: 5, b: 4, c: 5, d: 4, e: 9, f: 9 };

test('groups stay as they were, also where others would now fit better', () => {
	const before = plan(start);
	assert.deepEqual(names(before), ['A, C', 'B, D', 'E', 'F']);
	const grown = { ...start, a: 9, b: 8 };
	assert.deepEqual(names(plan(grown)), ['C, D', 'A', 'B', 'E', 'F']);
	const after = plan(grown, { previous: previousOf(before) });
	assert.deepEqual(names(after), ['A, C', 'B, D', 'E', 'F']);
	assert.deepEqual(after.moved, { leaders: 0, units: [] });
	assert.deepEqual(
		after.groups.map((group) => group.continues),
		before.groups.map((group) => group.id)
	);
});

test('a department that goes to another hospital leaves its group, and the plan says who was moved where', () => {
	const before = plan(start);
	const moved = units.map((unit) => (unit.id === 'd' ? { ...unit, parentId: 'south' } : unit));
	const after = plan(start, { units: moved, previous: previousOf(before) });
	assert.deepEqual(names(after), ['A, B, C', 'D, E', 'F']);
	assert.deepEqual(after.moved, {
		leaders: 8,
		units: [
			{ unitId: 'b', unitName: 'B', leaders: 4, from: 'B, D', to: 'a:leaders' },
			{ unitId: 'd', unitName: 'D', leaders: 4, from: 'B, D', to: 'd:leaders' }
		]
	});
});

test('a group that became too small takes the smallest neighbour that another can spare, instead of joining it whole', () => {
	const first = plan({ a: 6, b: 7, c: 5, d: 3, e: 9, f: 9 });
	const previous = previousOf(first);
	assert.ok(previous !== null);
	// Last time C and D stood with B, and A with nobody: A has lost two of its eight.
	const groups = [
		{
			...previous.groups[0]!,
			id: 'x',
			name: 'X',
			unitId: 'a',
			leaderIds: team('a', 8).map(({ id }) => id),
			managerIds: []
		},
		{
			...previous.groups[0]!,
			id: 'y',
			name: 'Y',
			unitId: 'north',
			leaderIds: ['b', 'c', 'd'].flatMap((unit) => team(unit, 9).map(({ id }) => id)),
			managerIds: []
		},
		...previous.groups.filter((group) => ['E', 'F'].includes(group.name))
	];
	const after = plan({ a: 6, b: 7, c: 5, d: 3, e: 9, f: 9 }, { previous: { alikeIn: null, groups } });
	assert.deepEqual(names(after).sort(), ['A, D', 'B, C', 'E', 'F']);
	assert.deepEqual(after.moved, {
		leaders: 3,
		units: [{ unitId: 'd', unitName: 'D', leaders: 3, from: 'Y', to: 'a:leaders' }]
	});
});

test("a hospital's own leaders leave the department they had to join, once they are enough, and both get their result", () => {
	const before = plan({ north: 3, a: 20, e: 9, f: 9 });
	assert.ok(names(before).includes('A, Nord'));
	assert.ok(before.unitsWithoutResult.includes('a'));
	const after = plan({ north: 8, a: 20, e: 9, f: 9 }, { previous: previousOf(before) });
	assert.deepEqual(after.unitsWithoutResult, []);
	assert.equal(after.moved?.leaders, 3);
	const merged = plan({ north: 8, a: 20, e: 9, f: 9 }, { merges: [['a:leaders', 'north:leaders']] });
	const kept = plan({ north: 8, a: 20, e: 9, f: 9 }, { previous: previousOf(merged) });
	assert.deepEqual(partitionOf(kept), partitionOf(merged), 'what the programme lead put together stays');
});

test('a team that is all new stays where the team of its manager was', () => {
	const before = plan(start);
	const leaders = Object.entries(start).flatMap(([unitId, size]) =>
		team(unitId, size).map((leader) => (unitId === 'b' ? { ...leader, id: `new-${leader.id}` } : leader))
	);
	const after = plan(start, { leaders, previous: previousOf(before) });
	assert.deepEqual(names(after), names(before));
	assert.equal(after.moved?.leaders, 0);
});

test('where the unit of a group is gone, the group stays where most of it is', () => {
	const before = plan(start);
	const renamed = units.map((unit) => ({
		...unit,
		id: unit.id === 'north' ? 'north-new' : unit.id,
		parentId: unit.parentId === 'north' ? 'north-new' : unit.parentId
	}));
	const after = plan(start, {
		units: renamed,
		managers: renamed.map((unit) => ({ id: `m-${unit.id}`, unitId: unit.id })),
		previous: previousOf(before)
	});
	assert.deepEqual(partitionOf(after), partitionOf(before));
});

test('a new wish to keep a level together lets go of mixed groups only', () => {
	const levels: Readonly<Record<string, string>> = { a: 'x', b: 'x', c: 'y', d: 'y', e: 'x', f: 'x' };
	const leaders = Object.entries(start).flatMap(([unitId, size]) =>
		team(unitId, size, { level: levels[unitId] ?? null })
	);
	const before = plan(start, { leaders });
	assert.deepEqual(names(before), ['A, C', 'B, D', 'E', 'F']);
	const after = plan(start, { leaders, alikeIn: 'level', previous: previousOf(before) });
	assert.deepEqual(names(after), ['A, B', 'C, D', 'E', 'F']);
	assert.deepEqual(
		after.groups.map((group) => group.attributes.level),
		['x', 'y', 'x', 'x']
	);
	const again = plan(start, { leaders, alikeIn: 'level', previous: previousOf(after, 'level') });
	assert.equal(again.moved?.leaders, 0);
});
