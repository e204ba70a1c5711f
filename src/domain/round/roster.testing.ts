// For tests and the benchmark: organisations from plain numbers, and what a reorganisation does to them.
import type { RosterLeader, RosterUnit } from './leadership-groups.ts';
import type { PreviousRound } from './keep-groups.ts';
import type { RosterAttribute } from './group-attributes.ts';
import type { ReportingPlan } from './reporting-groups.ts';

export type Roster = { readonly units: readonly RosterUnit[]; readonly leaders: readonly RosterLeader[] };

export type Drawn = {
	/** Unit i + 1 lies under unit `parents[i]` modulo i + 1. */
	readonly parents: readonly number[];
	/** Leaders of each unit beside its head, as many as there are units. */
	readonly teams: readonly number[];
	/** Profession of the leaders in turn. */
	readonly professions: readonly number[];
};

/**
 * Each unit has a head, who answers to the head of the unit above and leads the others in the unit. Those who have the same
 * manager have the same level; professions are mixed.
 */
export function rosterOf({ parents, teams, professions }: Drawn): Roster {
	const units = teams.map((_, i) => ({
		id: `u${i}`,
		name: `Unit ${i}`,
		parentId: i === 0 ? null : `u${(parents[i - 1] ?? 0) % i}`
	}));
	let drawn = 0;
	const said = (managersUnit: string | null) => ({
		level: `l${Number(managersUnit?.slice(1) ?? 0) % 2}`,
		profession: `p${professions[drawn++ % professions.length] ?? 0}`
	});
	const leaders = units.flatMap((unit, i) => [
		{ id: `h${i}`, unitId: unit.id, managerId: headAbove(unit.parentId), ...said(unit.parentId) },
		...Array.from({ length: teams[i] ?? 0 }, (_, n) => ({
			id: `h${i}-${n}`,
			unitId: unit.id,
			managerId: `h${i}`,
			...said(unit.id)
		}))
	]);
	return { units, leaders };
}

/** The unit is put under another, and its head answers there; null where that would make a circle or change nothing. */
export function withUnitMoved(roster: Roster, unitId: string, newParentId: string): Roster | null {
	const parents = new Map(roster.units.map((unit) => [unit.id, unit.parentId]));
	if ((parents.get(unitId) ?? null) === null || parents.get(unitId) === newParentId) return null;
	if (unitsBelow(roster.units, unitId).has(newParentId)) return null;
	return {
		units: roster.units.map((unit) => (unit.id === unitId ? { ...unit, parentId: newParentId } : unit)),
		leaders: roster.leaders.map((leader) =>
			leader.id === headAbove(unitId) ? { ...leader, managerId: headAbove(newParentId) } : leader
		)
	};
}

/** The unit and all units below it. */
export function unitsBelow(units: readonly RosterUnit[], unitId: string): ReadonlySet<string> {
	const below = new Set([unitId]);
	for (let before = 0; before < below.size;) {
		before = below.size;
		for (const unit of units) if (unit.parentId !== null && below.has(unit.parentId)) below.add(unit.id);
	}
	return below;
}

/** A plan as the next round finds it. */
export function previousOf(plan: ReportingPlan, alikeIn: RosterAttribute | null = null): PreviousRound | null {
	if (plan.kind !== 'planned') return null;
	return {
		alikeIn,
		groups: plan.groups.map((group) => ({
			id: group.id,
			name: group.name,
			unitId: group.unitId,
			leaderIds: group.leadershipGroups.flatMap((own) => own.leaderIds),
			managerIds: group.leadershipGroups.flatMap((own) => own.managerId ?? []),
			isMerged: group.mergedFrom.length > 0
		}))
	};
}

/** Which leaders stand together, whatever the groups are called. */
export function partitionOf(plan: ReportingPlan): string[] {
	if (plan.kind !== 'planned') return [];
	return plan.groups
		.map((group) =>
			group.leadershipGroups
				.flatMap((own) => own.leaderIds)
				.sort()
				.join()
		)
		.sort();
}

function headAbove(unitId: string | null): string | null {
	return unitId === null ? null : `h${unitId.slice(1)}`;
}
