// What holds for every plan, whatever the organisation: on random ones.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unitsWithoutResult } from '#domain/disclosure/pool-in-tree-value.ts';
import type { PreviousRound } from './keep-groups.ts';
import type { LeadershipGroup, RosterUnit } from './leadership-groups.ts';
import { movedLeaders } from './moved-leaders.ts';
import { planReportingGroups } from './reporting-groups.ts';
import type { ReportingPlan } from './reporting-groups.ts';
import { partitionOf, previousOf, rosterOf, unitsBelow, withUnitMoved } from './roster.testing.ts';

type Planned = Extract<ReportingPlan, { kind: 'planned' }>;

const drawn = fc.integer({ min: 1, max: 25 }).chain((units) =>
	fc.record({
		parents: fc.array(fc.nat({ max: 99 }), { minLength: units - 1, maxLength: units - 1 }),
		teams: fc.array(fc.nat({ max: 11 }), { minLength: units, maxLength: units }),
		professions: fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 20 })
	})
);
const rosters = drawn.map(rosterOf);
const alike = fc.constantFrom('level' as const, 'profession' as const, null);
const minimumInvited = 8;

test('groups are disjoint, complete, large enough, and leave leadership groups whole', () => {
	fc.assert(
		fc.property(rosters, alike, (roster, alikeIn) => {
			const plan = planReportingGroups({ ...roster, alikeIn });
			if (plan.kind === 'too-few') return assert.ok(roster.leaders.length < minimumInvited);
			assert.deepEqual(leadersIn(plan).sort(), roster.leaders.map((leader) => leader.id).sort());
			const managerOf = new Map(roster.leaders.map((leader) => [leader.id, leader.managerId]));
			const groupsOf = new Map<string, Set<string>>();
			for (const group of plan.groups) {
				assert.ok(group.invited >= minimumInvited);
				assert.equal(group.invited, group.leadershipGroups.flatMap((own) => own.leaderIds).length);
				for (const id of group.leadershipGroups.flatMap((own) => own.leaderIds)) {
					const manager = managerOf.get(id) ?? id;
					groupsOf.set(manager, (groupsOf.get(manager) ?? new Set()).add(group.id));
				}
			}
			assert.ok([...groupsOf.values()].every((groups) => groups.size === 1));
			assert.equal(new Set(plan.groups.map((group) => group.id)).size, plan.groups.length);
		}),
		{ seed: 1, numRuns: 300 }
	);
});

test('a group says exactly what all its leaders have in common', () => {
	fc.assert(
		fc.property(rosters, alike, (roster, alikeIn) => {
			const leaders = new Map(roster.leaders.map((leader) => [leader.id, leader]));
			const plan = planReportingGroups({ ...roster, alikeIn });
			for (const group of plan.kind === 'planned' ? plan.groups : []) {
				const own = group.leadershipGroups.flatMap((one) => one.leaderIds).map((id) => leaders.get(id)!);
				for (const attribute of ['level', 'profession'] as const) {
					const values = new Set(own.map((leader) => leader[attribute]));
					assert.equal(group.attributes[attribute], values.size === 1 ? [...values][0] : undefined);
				}
			}
		}),
		{ seed: 2, numRuns: 200 }
	);
});

test('more leaders stand in groups of one level where that is asked for', () => {
	const share = { asked: 0, notAsked: 0 };
	fc.assert(
		fc.property(rosters, (roster) => {
			const inAlike = (alikeIn: 'level' | null) => {
				const plan = planReportingGroups({ ...roster, alikeIn });
				const alikeGroups = plan.kind === 'planned' ? plan.groups.filter((group) => group.attributes.level) : [];
				return alikeGroups.reduce((sum, group) => sum + group.invited, 0) / roster.leaders.length;
			};
			share.asked += inAlike('level');
			share.notAsked += inAlike(null);
		}),
		{ seed: 3, numRuns: 200 }
	);
	console.log(
		`in groups of one level: ${(share.asked / 2).toFixed(0)} % asked, ${(share.notAsked / 2).toFixed(0)} % not`
	);
	assert.ok(share.asked > share.notAsked);
});

test('the order of units and leaders does not matter', () => {
	fc.assert(
		fc.property(rosters, rosters, alike, fc.integer({ min: 1, max: 97 }), (roster, before, alikeIn, step) => {
			const shuffled = <T>(list: readonly T[]): T[] =>
				list.toSorted((a, b) => order(list.indexOf(a)) - order(list.indexOf(b)));
			const order = (place: number): number => (place * step * 31) % 101;
			const previous = previousOf(planReportingGroups(before));
			const other = { units: shuffled(roster.units), leaders: shuffled(roster.leaders) };
			assert.deepEqual(
				planReportingGroups({ ...other, alikeIn, previous }),
				planReportingGroups({ ...roster, alikeIn, previous })
			);
		}),
		{ seed: 4, numRuns: 100 }
	);
});

test('planned again with the same roster, nobody is moved, whatever the programme lead had merged', () => {
	fc.assert(
		fc.property(rosters, alike, fc.nat(), (roster, alikeIn, draw) => {
			const plain = planReportingGroups({ ...roster, alikeIn });
			if (plain.kind === 'too-few') return;
			const first = plain.groups[draw % plain.groups.length]!;
			const neighbour = plain.groups.find((group) => group.unitId === first.unitId && group.id !== first.id);
			const merges = neighbour === undefined ? [] : [[first.id, neighbour.id]];
			const plan = planReportingGroups({ ...roster, alikeIn, merges });
			const again = planReportingGroups({ ...roster, alikeIn, previous: previousOf(plan, alikeIn) });
			assert.deepEqual(partitionOf(again), partitionOf(plan));
			assert.ok(again.kind === 'planned' && again.moved?.leaders === 0);
			assert.ok(again.groups.every((group) => group.continues !== null));
			const withoutWish = planReportingGroups({ ...roster, previous: previousOf(plan, alikeIn) });
			assert.deepEqual(partitionOf(withoutWish), partitionOf(plan), 'a wish that is given up moves nobody');
		}),
		{ seed: 5, numRuns: 200 }
	);
});

test('a unit that is put under another moves its own leaders at most, and those of groups that become too small', () => {
	const moved = { kept: 0, anew: 0, rounds: 0 };
	fc.assert(
		fc.property(rosters, fc.nat(), fc.nat(), (before, one, other) => {
			const unit = before.units[one % before.units.length]!;
			const after = withUnitMoved(before, unit.id, before.units[other % before.units.length]!.id);
			const plan = planReportingGroups(before);
			const previous = previousOf(plan);
			if (after === null || previous === null) return;
			const kept = planReportingGroups({ ...after, previous });
			assert.ok(kept.kind === 'planned' && kept.moved !== null);
			assert.ok(kept.groups.every((group) => group.invited >= minimumInvited));
			const below = unitsBelow(before.units, unit.id);
			const leaders = before.leaders.filter((leader) => below.has(leader.unitId)).map((leader) => leader.id);
			const touched = previous.groups.filter((group) => group.leaderIds.some((id) => leaders.includes(id))).length;
			assert.ok(kept.moved.leaders <= leaders.length + (minimumInvited - 1) * (touched + 1));
			assert.equal(
				kept.moved.leaders,
				kept.moved.units.reduce((sum, part) => sum + part.leaders, 0)
			);
			moved.kept += kept.moved.leaders;
			const anew = planReportingGroups(after);
			moved.anew += anew.kind === 'planned' ? movedBetween(anew, previous) : 0;
			moved.rounds += 1;
		}),
		{ seed: 6, numRuns: 400 }
	);
	console.log(
		`${moved.rounds} reorganisations moved ${(moved.kept / moved.rounds).toFixed(1)} leaders each, ` +
			`pooled anew ${(moved.anew / moved.rounds).toFixed(1)}`
	);
	assert.ok(moved.rounds > 200 && moved.kept < moved.anew);
});

test('where a unit is put under another, hardly any plan that shows as many units moves fewer', () => {
	const seen = { plans: 0, fewest: 0, moved: 0, least: 0 };
	const small = fc
		.record({
			parents: fc.array(fc.nat({ max: 99 }), { minLength: 6, maxLength: 6 }),
			teams: fc.array(fc.nat({ max: 9 }), { minLength: 7, maxLength: 7 }),
			professions: fc.constant([0])
		})
		.map(rosterOf);
	fc.assert(
		fc.property(small, fc.nat(), fc.nat(), (before, one, other) => {
			const after = withUnitMoved(before, `u${one % 7}`, `u${other % 7}`);
			const previous = previousOf(planReportingGroups(before));
			if (after === null || previous === null) return;
			const plan = planReportingGroups({ ...after, previous });
			assert.ok(plan.kind === 'planned' && plan.moved !== null);
			const least = fewestMoved(plan, previous, after.units);
			assert.ok(plan.moved.leaders >= least);
			seen.plans += 1;
			seen.fewest += plan.moved.leaders === least ? 1 : 0;
			seen.moved += plan.moved.leaders;
			seen.least += least;
		}),
		{ seed: 7, numRuns: 150 }
	);
	console.log(
		`${seen.plans} reorganisations: fewest possible in ${((100 * seen.fewest) / seen.plans).toFixed(0)} %, ` +
			`${(seen.moved / seen.plans).toFixed(1)} leaders moved on average, least possible ${(seen.least / seen.plans).toFixed(1)}`
	);
	assert.ok(seen.fewest / seen.plans > 0.8);
});

/** Tries every way of putting the plan's leadership groups together that costs no more units their result. */
function fewestMoved(plan: Planned, previous: PreviousRound, units: readonly RosterUnit[]): number {
	const atoms = plan.groups.flatMap((group) => group.leadershipGroups);
	const lostBy = (groups: readonly (readonly LeadershipGroup[])[]): number =>
		unitsWithoutResult({
			nodes: units,
			groups: groups.map((group) => group.map((own) => ({ nodeId: own.unitId, size: own.leaderIds.length }))),
			minimum: minimumInvited
		}).lost;
	const most = lostBy(plan.groups.map((group) => group.leadershipGroups));
	const groups: LeadershipGroup[][] = [];
	let least = Infinity;
	const place = (next: number): void => {
		const atom = atoms[next];
		if (atom !== undefined) {
			for (const group of [...groups]) {
				group.push(atom);
				place(next + 1);
				group.pop();
			}
			groups.push([atom]);
			place(next + 1);
			groups.pop();
			return;
		}
		const size = (group: readonly LeadershipGroup[]): number =>
			group.reduce((sum, own) => sum + own.leaderIds.length, 0);
		if (groups.some((group) => size(group) < minimumInvited)) return;
		const named = groups.map((group, i) => ({ id: `g${i}`, leadershipGroups: [...group] }));
		const moved = movedLeaders(named, previous.groups, (id) => id).leaders;
		if (moved < least && lostBy(groups) <= most) least = moved;
	};
	place(0);
	return least;
}

function leadersIn(plan: Planned): string[] {
	return plan.groups.flatMap((group) => group.leadershipGroups.flatMap((own) => own.leaderIds));
}

/** Leaders who are not with most of their former group, counted as the plan counts them. */
function movedBetween(plan: Planned, previous: NonNullable<ReturnType<typeof previousOf>>): number {
	return movedLeaders(plan.groups, previous.groups, (id) => id).leaders;
}
