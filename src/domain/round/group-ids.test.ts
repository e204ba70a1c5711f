import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leastSameMembers } from '#domain/effect/effect.ts';
import type { PreviousRound } from './keep-groups.ts';
import { planReportingGroups } from './reporting-groups.ts';
import type { ReportingPlan, RosterLeader, RosterUnit } from './reporting-groups.ts';
import { previousOf, rosterOf, withUnitMoved, type Roster } from './roster.testing.ts';

type Planned = Extract<ReportingPlan, { kind: 'planned' }>;

const units: RosterUnit[] = [
	{ id: 'h', name: 'Hospital', parentId: null },
	{ id: 'u', name: 'Afdeling', parentId: 'h' }
];
const heads = ['m0', 'm1', 'm2', 'z3'];
const managers = heads.map((id) => ({ id, unitId: 'u' }));
const team = (name: string, managerId: string, size = 9): RosterLeader[] =>
	Array.from({ length: size }, (_, place) => ({ id: `${name}-${place}`, unitId: 'u', managerId }));

function planned(plan: ReportingPlan): Planned {
	return plan.kind === 'planned' ? plan : assert.fail('too few');
}

const planOf = (leaders: readonly RosterLeader[], given: Partial<Parameters<typeof planReportingGroups>[0]> = {}) =>
	planned(planReportingGroups({ units, leaders, managers, ...given }));

const idOf = (plan: Planned, leader: string): string =>
	plan.groups.find((group) => group.leadershipGroups.some((own) => own.leaderIds.includes(leader)))?.id ?? '';

test('a team keeps its id when its manager is replaced, whatever the order of the managers', () => {
	const before = planOf([...team('doctor', 'm1'), ...team('nurse', 'm2')]);
	for (const successor of ['m0', 'z3']) {
		const after = planOf([...team('doctor', successor), ...team('nurse', 'm2')], { previous: previousOf(before) });
		for (const one of ['doctor-0', 'nurse-0']) assert.equal(idOf(after, one), idOf(before, one));
	}
});

test('a group that falls apart or is new gets an id that no group had, also not one given up rounds ago', () => {
	const first = planOf([...team('doctor', 'm1'), ...team('nurse', 'm2')]);
	const second = planOf(team('nurse', 'm2'), { previous: previousOf(first) });
	assert.equal(idOf(second, 'nurse-0'), 'u:leaders-2');
	const usedIds = first.groups.map(({ id }) => id);
	const third = planOf([...team('porter', 'm1'), ...team('nurse', 'm2')], { previous: previousOf(second), usedIds });
	assert.equal(idOf(third, 'nurse-0'), 'u:leaders-2');
	assert.equal(idOf(third, 'porter-0'), 'u:leaders-3');
	const mixed = planOf([...team('doctor', 'm1', 5), ...team('porter', 'm1', 4), ...team('nurse', 'm2')], {
		previous: previousOf(first)
	});
	assert.equal(idOf(mixed, 'doctor-0'), 'u:leaders-3', 'five of nine are not the group of before');
});

test('two groups of before that are put together are a third; one that takes in a few stays itself', () => {
	const before = planOf([...team('doctor', 'm1', 20), ...team('nurse', 'm2', 8), ...team('porter', 'z3', 20)]);
	const [doctors, nurses, porters] = ['doctor-0', 'nurse-0', 'porter-0'].map((one) => idOf(before, one));
	const leaders = [...team('doctor', 'm1', 20), ...team('nurse', 'm2', 8), ...team('porter', 'z3', 20)];
	const merge = (...merges: string[][]) => planOf(leaders, { previous: previousOf(before), merges });
	const kept = merge([doctors ?? '', nurses ?? '']);
	assert.equal(idOf(kept, 'nurse-0'), doctors);
	const both = merge([doctors ?? '', porters ?? '']);
	assert.equal(idOf(both, 'doctor-0'), 'u:leaders-with-1');
	assert.equal(idOf(both, 'nurse-0'), nurses);
	const all = merge([doctors ?? '', porters ?? ''], ['u:leaders-with-1', nurses ?? '']);
	assert.deepEqual([all.groups.length, all.mergeProblems], [1, []]);
	const next = planOf(leaders, { previous: previousOf(both) });
	assert.equal(idOf(next, 'porter-0'), 'u:leaders-with-1');
});

test('where it is not known who was asked, the same managers at the same unit are the same group', () => {
	const leaders = [...team('doctor', 'm1'), ...team('nurse', 'm2')];
	const before = planOf(leaders);
	const known = previousOf(before);
	const previous: PreviousRound = {
		alikeIn: null,
		groups: (known?.groups ?? []).map((group) => ({ ...group, leaderIds: [] }))
	};
	const after = planOf([...team('doctor', 'z3'), ...team('nurse', 'm2')], { previous });
	assert.equal(idOf(after, 'nurse-0'), idOf(before, 'nurse-0'));
	assert.equal(idOf(after, 'doctor-0'), 'u:leaders-3', 'a new head, and nobody knows of the team');
});

/** A year in an organisation: units move, heads are replaced or change places, leaders come and go. */
const change = fc.record({
	kind: fc.constantFrom('move', 'replace', 'swap', 'turnover', 'close' as const),
	one: fc.nat(999),
	other: fc.nat(999),
	share: fc.nat(99)
});
type Change = { readonly kind: string; readonly one: number; readonly other: number; readonly share: number };

function changed(roster: Roster, { kind, one, other, share }: Change, year: number): Roster {
	const { leaders } = roster;
	const [first, second] = [one, other].map((draw) => roster.units[draw % roster.units.length]?.id ?? '');
	const headsOf = [...new Set(leaders.flatMap(({ managerId }) => managerId ?? []))].sort();
	const [head, another] = [one, other].map((draw) => headsOf[draw % headsOf.length] ?? '');
	const renamed = (names: ReadonlyMap<string, string>, ledOnly: boolean): Roster => ({
		...roster,
		leaders: leaders.map((leader) => ({
			...leader,
			id: ledOnly ? leader.id : (names.get(leader.id) ?? leader.id),
			managerId: names.get(leader.managerId ?? '') ?? leader.managerId
		}))
	});
	switch (kind) {
		case 'move':
			// Only below a head who is still there.
			if (!leaders.some(({ id }) => id === second?.replace('u', 'h'))) return roster;
			return withUnitMoved(roster, first ?? '', second ?? '') ?? roster;
		case 'replace':
			return renamed(new Map([[head ?? '', `${share % 2 === 0 ? 'a' : 'z'}${year}-${head}`]]), false);
		case 'swap': {
			// Neither may come to lead the own line.
			const own = (id: string | undefined) => leaders.find((leader) => leader.id === id);
			if (own(head)?.managerId === null || own(another)?.managerId === null) return roster;
			if (own(head)?.managerId !== own(another)?.managerId) return roster;
			const names = new Map([
				[head ?? '', another ?? ''],
				[another ?? '', head ?? '']
			]);
			return renamed(names, true);
		}
		default: {
			const goes = (place: number) => (place * 37 + one) % 100 < (kind === 'close' ? 5 : share / 2);
			const leads = new Set(headsOf);
			return {
				...roster,
				leaders: leaders.map((leader, place) =>
					!leads.has(leader.id) && goes(place) ? { ...leader, id: `${leader.id}'${year}` } : leader
				)
			};
		}
	}
}

const drawn = fc.integer({ min: 1, max: 20 }).chain((count) =>
	fc.record({
		parents: fc.array(fc.nat({ max: 99 }), { minLength: count - 1, maxLength: count - 1 }),
		teams: fc.array(fc.nat({ max: 11 }), { minLength: count, maxLength: count }),
		professions: fc.constant([0])
	})
);

test('over years of reorganisations no id passes to another group, none names a person, and each stands once', () => {
	const seen = { kept: 0, fresh: 0 };
	const years = fc.array(
		fc.record({ changes: fc.array(change, { maxLength: 4 }), merge: fc.option(fc.tuple(fc.nat(), fc.nat())) }),
		{ minLength: 1, maxLength: 4 }
	);
	fc.assert(
		fc.property(drawn, years, (first, plan) => {
			let roster = rosterOf(first);
			let previous: PreviousRound | null = null;
			const usedIds = new Set<string>();
			for (const [year, { changes, merge }] of plan.entries()) {
				for (const one of changes) roster = changed(roster, one, year);
				const plain = planReportingGroups({ ...roster, previous, usedIds });
				if (plain.kind === 'too-few') return;
				const merges = merge === null ? [] : [merge.map((draw) => plain.groups[draw % plain.groups.length]?.id ?? '')];
				const given: Parameters<typeof planReportingGroups>[0] = { ...roster, previous, usedIds, merges };
				const now: Planned = planned(planReportingGroups(given));
				assert.deepEqual(now, planReportingGroups(given), 'the same again');
				assert.equal(new Set(now.groups.map(({ id }) => id)).size, now.groups.length);
				const before = new Map<string, ReadonlySet<string>>(
					(previous?.groups ?? []).map((group) => [group.id, new Set(group.leaderIds)])
				);
				for (const { id, leadershipGroups } of now.groups) {
					assert.match(id, /^u\d+:leaders(-\d+)?(-with-\d+)?$/);
					const was = before.get(id);
					if (was === undefined) {
						assert.ok(!usedIds.has(id), 'an id that was given up is not given again');
						seen.fresh += 1;
						continue;
					}
					const own = leadershipGroups.flatMap(({ leaderIds }) => leaderIds);
					const both = own.filter((leader) => was.has(leader)).length;
					assert.ok(both / Math.max(own.length, was.size) >= leastSameMembers - 1e-9, id);
					seen.kept += 1;
				}
				for (const { id } of now.groups) usedIds.add(id);
				previous = previousOf(now);
			}
		}),
		{ seed: 11, numRuns: 250 }
	);
	assert.ok(seen.kept > 300 && seen.fresh > 300, JSON.stringify(seen));
});
