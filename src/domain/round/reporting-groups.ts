// Before a round opens the roster is pooled into reporting groups; a response carries its group and nothing more.
import { poolInTree } from '#domain/disclosure/pool-in-tree.ts';
import { indexTree } from '#domain/disclosure/tree-index.ts';
import type { Pool } from '#domain/disclosure/pool-in-tree.ts';

export type RosterUnit = { readonly id: string; readonly name: string; readonly parentId: string | null };
export type RosterLeader = { readonly id: string; readonly unitId: string; readonly managerId: string | null };

/** The leaders who have the same manager; it lies at that manager's unit. Never split. */
export type LeadershipGroup = {
	/** Built from the unit, never from a person. */
	readonly id: string;
	/** Null where leaders have no manager and manage nobody themselves. */
	readonly managerId: string | null;
	readonly unitId: string;
	readonly leaderIds: readonly string[];
};

export type ReportingGroup = {
	readonly id: string;
	/** The pooled units' names with commas between; `pools` is the same as data. */
	readonly name: string;
	/** Lowest unit that contains every pooled leadership group. */
	readonly unitId: string;
	/** Names of the units from the root to `unitId`. */
	readonly path: readonly string[];
	/** Names of the units whose leadership groups are pooled; one name where nothing was pooled. */
	readonly pools: readonly string[];
	/** Ids of the same units. */
	readonly memberUnitIds: readonly string[];
	readonly leadershipGroups: readonly LeadershipGroup[];
	readonly invited: number;
};

export type ReportingPlan =
	| { readonly kind: 'planned'; readonly minimumInvited: number; readonly groups: readonly ReportingGroup[] }
	| { readonly kind: 'too-few'; readonly leaders: number; readonly minimumInvited: number };

/** At 71 % response a group of 8 reaches five answers in 82 % of the cases, one of 5 in 18 %. */
export const DEFAULT_MINIMUM_INVITED = 8;

/**
 * Pools a roster into disjoint reporting groups of at least `minimumInvited` leaders.
 *
 * The atoms are leadership groups: leaders with the same manager, at the manager's unit. The manager belongs one level
 * up, in the leadership group of the own manager. Leaders without a manager (the top) join the group that they lead
 * themselves, so that they never stand alone; those who lead nobody form one group for their unit. Small groups are
 * pooled with neighbours in the unit tree (`poolInTree`).
 *
 * `units`: one root, because nothing is pooled across organisations; `leaders`: those who are to be asked. A manager who
 * is not asked must still be named in `managers`, with the unit. Returns groups sorted by path and name, or `too-few`
 * where the whole organisation is below the minimum.
 * Throws RangeError for an unknown unit or manager, a leader who occurs twice or manages themselves, or several roots.
 */
export function planReportingGroups(input: {
	readonly units: readonly RosterUnit[];
	readonly leaders: readonly RosterLeader[];
	readonly managers?: readonly { readonly id: string; readonly unitId: string }[];
	readonly minimumInvited?: number;
}): ReportingPlan {
	const minimumInvited = input.minimumInvited ?? DEFAULT_MINIMUM_INVITED;
	const tree = indexTree(input.units);
	if (tree.parentOf.filter((parent) => parent < 0).length > 1) throw new RangeError('The units have several roots');
	const unitsById = new Map(input.units.map((unit) => [unit.id, unit]));
	const atoms = leadershipGroups(input.leaders, input.managers ?? [], unitsById);
	const atomsById = new Map(atoms.map((atom) => [atom.id, atom]));
	const { pools } = poolInTree({
		nodes: input.units,
		atoms: atoms.map((atom) => ({ id: atom.id, nodeId: atom.unitId, size: atom.leaderIds.length })),
		minimum: minimumInvited
	});
	if (pools.length === 0) return { kind: 'too-few', leaders: input.leaders.length, minimumInvited };
	const groups = pools.map((pool) => reportingGroup(pool, atomsById, unitsById));
	return { kind: 'planned', minimumInvited, groups: withTellingNames(groups.sort(byPathAndName)) };
}

export type ManagersView =
	/** The manager's leaders answer in this group; `pooledWith` names the other units in it (none: the own alone). */
	| { readonly kind: 'group'; readonly group: ReportingGroup; readonly pooledWith: readonly string[] }
	| { readonly kind: 'too-few'; readonly leaders: number; readonly minimumInvited: number }
	| { readonly kind: 'leads-nobody' };

/** Tells which reporting group a manager will be able to see, and whom it pools. Never names a person. */
export function whatManagerSees(plan: ReportingPlan, managerId: string): ManagersView {
	if (plan.kind === 'too-few') return plan;
	for (const group of plan.groups) {
		const own = group.leadershipGroups.find((atom) => atom.managerId === managerId);
		if (own === undefined) continue;
		const pooledWith = group.pools.filter((_, i) => group.memberUnitIds[i] !== own.unitId);
		return { kind: 'group', group, pooledWith };
	}
	return { kind: 'leads-nobody' };
}

function leadershipGroups(
	leaders: readonly RosterLeader[],
	managers: readonly { readonly id: string; readonly unitId: string }[],
	units: ReadonlyMap<string, RosterUnit>
): LeadershipGroup[] {
	const unitOfPerson = new Map(managers.map((manager) => [manager.id, manager.unitId]));
	for (const leader of leaders) unitOfPerson.set(leader.id, leader.unitId);
	if (new Set(leaders.map((leader) => leader.id)).size < leaders.length) throw new RangeError('A leader occurs twice');
	const leads = new Set(leaders.map((leader) => leader.managerId));

	const drafts = new Map<string, { managerId: string | null; unitId: string; leaderIds: string[] }>();
	for (const leader of leaders) {
		if (leader.managerId === leader.id) throw new RangeError(`Leader "${leader.id}" is their own manager`);
		const managerId = leader.managerId ?? (leads.has(leader.id) ? leader.id : null);
		const unitId = managerId === null ? leader.unitId : unitOfPerson.get(managerId);
		if (unitId === undefined) throw new RangeError(`Unknown manager "${managerId}" of leader "${leader.id}"`);
		if (!units.has(unitId)) throw new RangeError(`Unknown unit "${unitId}"`);
		const key = managerId === null ? `unit ${unitId}` : `manager ${managerId}`;
		const draft = drafts.get(key) ?? { managerId, unitId, leaderIds: [] };
		draft.leaderIds.push(leader.id);
		drafts.set(key, draft);
	}
	return numberedByUnit([...drafts.values()]);
}

/** Ids are the unit's, with a number from the second group on: the order of the input does not matter. */
function numberedByUnit(drafts: readonly Omit<LeadershipGroup, 'id'>[]): LeadershipGroup[] {
	const counts = new Map<string, number>();
	const keyOf = (draft: Omit<LeadershipGroup, 'id'>): string => draft.managerId ?? '';
	return drafts
		.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
		.map((draft) => {
			const count = (counts.get(draft.unitId) ?? 0) + 1;
			counts.set(draft.unitId, count);
			const id = count === 1 ? `${draft.unitId}:leaders` : `${draft.unitId}:leaders-${count}`;
			return { id, managerId: draft.managerId, unitId: draft.unitId, leaderIds: draft.leaderIds.toSorted() };
		});
}

function reportingGroup(
	pool: Pool,
	atoms: ReadonlyMap<string, LeadershipGroup>,
	units: ReadonlyMap<string, RosterUnit>
): ReportingGroup {
	const groups = pool.atoms.flatMap((id) => atoms.get(id) ?? []);
	const members = [...new Set(groups.map((group) => group.unitId))].flatMap((id) => units.get(id) ?? []);
	const named = members.map((unit) => ({ id: unit.id, name: tellingName(unit, members, units) }));
	named.sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
	return {
		id: pool.id,
		name: named.map((member) => member.name).join(', '),
		unitId: pool.anchorNodeId,
		path: pathOf(pool.anchorNodeId, units),
		pools: named.map((member) => member.name),
		memberUnitIds: named.map((member) => member.id),
		leadershipGroups: groups,
		invited: pool.size
	};
}

/** The unit's name; with the unit above where two members have the same. */
function tellingName(unit: RosterUnit, members: readonly RosterUnit[], units: ReadonlyMap<string, RosterUnit>): string {
	const parent = unit.parentId === null ? undefined : units.get(unit.parentId);
	const isShared = members.some((other) => other.id !== unit.id && other.name === unit.name);
	return isShared && parent !== undefined ? `${parent.name} / ${unit.name}` : unit.name;
}

function pathOf(unitId: string, units: ReadonlyMap<string, RosterUnit>): string[] {
	const names: string[] = [];
	for (let unit = units.get(unitId); unit !== undefined;) {
		names.unshift(unit.name);
		unit = unit.parentId === null ? undefined : units.get(unit.parentId);
	}
	return names;
}

/** Two leadership groups of one unit may each stand alone: then they are numbered, so that no two groups share a name. */
function withTellingNames(groups: readonly ReportingGroup[]): ReportingGroup[] {
	const numbers = new Map<string, number>();
	const count = Map.groupBy(groups, nameAndPlace);
	return groups.map((group) => {
		const key = nameAndPlace(group);
		if ((count.get(key)?.length ?? 0) < 2) return group;
		const number = (numbers.get(key) ?? 0) + 1;
		numbers.set(key, number);
		return { ...group, name: `${group.name} (${number})` };
	});
}

function nameAndPlace(group: ReportingGroup): string {
	return [...group.path, group.name].join('\n');
}

function byPathAndName(a: ReportingGroup, b: ReportingGroup): number {
	return compareText(a.path.join('\n'), b.path.join('\n')) || compareText(a.name, b.name) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
