import { test } from 'node:test';
import assert from 'node:assert/strict';
import { planReportingGroups, whatManagerSees } from './reporting-groups.ts';
import type { ReportingPlan, RosterLeader, RosterUnit } from './reporting-groups.ts';

const units: RosterUnit[] = [
	{ id: 'R', name: 'Region Nord', parentId: null },
	{ id: 'H', name: 'Hospitalet', parentId: 'R' },
	{ id: 'D1', name: 'Kirurgi', parentId: 'H' },
	{ id: 'D2', name: 'Medicin', parentId: 'H' },
	{ id: 'D3', name: 'Ortopædi', parentId: 'H' },
	{ id: 'W1', name: 'Afsnit 1', parentId: 'D1' }
];

function team(managerId: string, size: number, unitId: string): RosterLeader[] {
	return Array.from({ length: size }, (_, i) => ({ id: `${managerId}.${i + 1}`, unitId, managerId }));
}

function roster(d1: number, d2: number, d3: number): RosterLeader[] {
	return [
		{ id: 'ceo', unitId: 'R', managerId: null },
		{ id: 'director', unitId: 'H', managerId: 'ceo' },
		...team('ceo', 6, 'R'),
		...['m1', 'm2', 'm3'].map((id, i) => ({ id, unitId: `D${i + 1}`, managerId: 'director' })),
		...team('director', 5, 'H'),
		...team('m1', d1, 'W1'),
		...team('m2', d2, 'D2'),
		...team('m3', d3, 'D3')
	];
}

function planned(plan: ReportingPlan): Extract<ReportingPlan, { kind: 'planned' }> {
	assert.ok(plan.kind === 'planned');
	return plan;
}

test("leaders answer with those who have the same manager, at the manager's unit", () => {
	const plan = planned(planReportingGroups({ units, leaders: roster(9, 10, 11) }));
	const group = plan.groups.find((one) => one.unitId === 'D1');
	assert.deepEqual(group?.path, ['Region Nord', 'Hospitalet', 'Kirurgi']);
	assert.equal(group?.name, 'Kirurgi');
	assert.equal(group?.invited, 9);
	assert.ok(!group?.leadershipGroups[0]?.leaderIds.includes('m1'), 'the manager belongs one level up');
});

test('small leadership groups are pooled with neighbours and the pool is named by its members', () => {
	const plan = planned(planReportingGroups({ units, leaders: roster(5, 20, 4) }));
	const pooled = plan.groups.find((group) => group.pools.includes('Kirurgi'));
	assert.deepEqual(pooled?.pools, ['Kirurgi', 'Ortopædi']);
	assert.equal(pooled?.name, 'Kirurgi, Ortopædi');
	assert.equal(pooled?.unitId, 'H');
	assert.equal(pooled?.invited, 9);
});

test('nobody without a manager stands alone', () => {
	const plan = planned(planReportingGroups({ units, leaders: roster(9, 9, 9) }));
	const top = plan.groups.find((group) => group.leadershipGroups.some((one) => one.leaderIds.includes('ceo')));
	assert.ok(top !== undefined && top.invited >= 8);
	const ofCeo = top.leadershipGroups.find((one) => one.managerId === 'ceo');
	assert.ok(ofCeo?.leaderIds.includes('director'), 'they answer with the leaders whom they lead');
});

test('leaders without a manager who lead nobody form one group for their unit', () => {
	const leaders = Array.from({ length: 9 }, (_, i) => ({ id: `x${i}`, unitId: 'W1', managerId: null }));
	const plan = planned(planReportingGroups({ units, leaders }));
	assert.deepEqual(
		plan.groups.map((group) => [group.id, group.invited]),
		[['W1:leaders', 9]]
	);
});

test('every leader is in one group of at least the minimum', () => {
	for (let size = 1; size < 14; size++) {
		const leaders = [...roster(size, 3 + (size % 5), 12 - (size % 7)), { id: 'stray', unitId: 'D1', managerId: null }];
		const plan = planned(planReportingGroups({ units, leaders }));
		const asked = plan.groups.flatMap((group) => group.leadershipGroups.flatMap((one) => one.leaderIds)).sort();
		assert.deepEqual(asked, leaders.map((leader) => leader.id).sort());
		assert.ok(plan.groups.every((group) => group.invited >= 8));
	}
});

test('a manager sees the pool that the own leaders answer in, and whom it pools', () => {
	const plan = planReportingGroups({ units, leaders: roster(5, 20, 4) });
	const view = whatManagerSees(plan, 'm3');
	assert.ok(view.kind === 'group');
	assert.deepEqual(view.pooledWith, ['Kirurgi']);
	const alone = whatManagerSees(plan, 'm2');
	assert.ok(alone.kind === 'group' && !alone.pooledWith.includes('Kirurgi'));
	assert.equal(whatManagerSees(plan, 'm1.1').kind, 'leads-nobody');
});

test('nothing that is shown of a group names a person', () => {
	const leaders = roster(5, 20, 4).map((leader) => ({
		...leader,
		id: `person-${leader.id}`,
		managerId: leader.managerId === null ? null : `person-${leader.managerId}`
	}));
	for (const { id, name, path, pools, memberUnitIds } of planned(planReportingGroups({ units, leaders })).groups) {
		assert.ok(!JSON.stringify({ id, name, path, pools, memberUnitIds }).includes('person-'));
	}
});

test('two pooled units of one name are told apart by the unit above', () => {
	const twins: RosterUnit[] = [...units, { id: 'W2', name: 'Afsnit 1', parentId: 'D2' }];
	const leaders = [
		...team('a', 4, 'W1'),
		...team('b', 4, 'W2'),
		{ id: 'a', unitId: 'W1', managerId: 'top' },
		{ id: 'b', unitId: 'W2', managerId: 'top' }
	];
	const plan = planned(planReportingGroups({ units: twins, leaders, managers: [{ id: 'top', unitId: 'H' }] }));
	assert.deepEqual(
		plan.groups.map((group) => group.pools),
		[['Hospitalet', 'Kirurgi / Afsnit 1', 'Medicin / Afsnit 1']]
	);
});

test('an organisation below the minimum is told so', () => {
	const plan = planReportingGroups({ units, leaders: team('m1', 4, 'W1'), managers: [{ id: 'm1', unitId: 'D1' }] });
	assert.deepEqual(plan, { kind: 'too-few', leaders: 4, minimumInvited: 8 });
	assert.equal(whatManagerSees(plan, 'm1').kind, 'too-few');
});

test('an unknown manager, an unknown unit, two roots and a leader twice are refused', () => {
	const leader = { id: 'a', unitId: 'D1', managerId: null };
	assert.throws(() => planReportingGroups({ units, leaders: [{ ...leader, managerId: 'nobody' }] }), RangeError);
	assert.throws(() => planReportingGroups({ units, leaders: [{ ...leader, unitId: 'nowhere' }] }), RangeError);
	assert.throws(() => planReportingGroups({ units, leaders: [leader, leader] }), RangeError);
	assert.throws(() => planReportingGroups({ units, leaders: [{ ...leader, managerId: 'a' }] }), RangeError);
	const roots = [...units, { id: 'S', name: 'Syd', parentId: null }];
	assert.throws(() => planReportingGroups({ units: roots, leaders: [leader] }), RangeError);
});

test('two groups of one unit that each stand alone are numbered, so that their names tell them apart', () => {
	const leaders = [
		{ id: 'ceo', unitId: 'R', managerId: null },
		{ id: 'a', unitId: 'D1', managerId: 'ceo' },
		{ id: 'b', unitId: 'D1', managerId: 'ceo' },
		...team('ceo', 8, 'R'),
		...team('a', 9, 'W1'),
		...team('b', 10, 'W1')
	];
	const names = planned(planReportingGroups({ units, leaders })).groups.map((group) => group.name);
	assert.equal(new Set(names).size, names.length);
	assert.deepEqual(
		names.filter((name) => name.startsWith('Kirurgi')),
		['Kirurgi (1)', 'Kirurgi (2)']
	);
});
