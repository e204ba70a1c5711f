// The programme lead may put neighbouring groups together before the opening; nothing is ever split below what was planned.
import { indexTree, lowestCommonNode } from '#domain/disclosure/tree-index.ts';
import type { CommonAttributes } from './group-attributes.ts';
import { rosterAttributes } from './group-attributes.ts';
import { groupNames } from './group-ids.ts';
import type { GroupNames } from './group-ids.ts';
import type { RosterUnit } from './leadership-groups.ts';
import { inOrderWithTellingNames, membersOf, pathOf } from './name-groups.ts';
import type { ReportingGroup } from './name-groups.ts';

/** Ids of groups to be put together, as they are named after the merges before it in the list. */
export type GroupMerge = readonly string[];

export type MergeProblem = {
	/** `unknown-groups`: ids that no group has, because the roster has changed; what else the merge names is still merged. */
	readonly kind: 'unknown-groups' | 'not-neighbours';
	/** Place of the merge in the list. */
	readonly merge: number;
	readonly groupIds: readonly string[];
};

export type MergedGroups = { readonly groups: readonly ReportingGroup[]; readonly problems: readonly MergeProblem[] };

/**
 * Puts groups together, merge by merge. The new group has the id of a part of it that is nearly all of it, or the smallest of those
 * that no round had before, or a new one (`groupNames`).
 *
 * Groups may be merged where each lies at their lowest common unit or directly below it: the groups of one department, of
 * the departments of one hospital, or the hospital's own group with a department's. A ward of one hospital cannot be put
 * together with a ward of another without what lies between. A merge that is not allowed is left out and reported; so are
 * ids that no group has. `units`: one root. Throws RangeError where a group lies at an unknown unit.
 */
export function mergeGroups(
	groups: readonly ReportingGroup[],
	merges: readonly GroupMerge[],
	units: readonly RosterUnit[],
	names: GroupNames = groupNames([])
): MergedGroups {
	if (merges.length === 0) return { groups, problems: [] };
	const byId = new Map(groups.map((group) => [group.id, group]));
	const unitsById = new Map(units.map((unit) => [unit.id, unit]));
	const commonUnit = neighbourhood(units);
	const problems: MergeProblem[] = [];
	merges.forEach((ids, merge) => {
		const unknown = ids.filter((id) => !byId.has(id));
		if (unknown.length > 0) problems.push({ kind: 'unknown-groups', merge, groupIds: unknown });
		const own = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
		if (own.length < 2) return;
		const unitId = commonUnit(own.map((group) => group.unitId));
		if (unitId === null) {
			problems.push({ kind: 'not-neighbours', merge, groupIds: own.map((group) => group.id) });
			return;
		}
		for (const group of own) byId.delete(group.id);
		const merged = together(own, unitId, { units: unitsById, names });
		byId.set(merged.id, merged);
	});
	return { groups: inOrderWithTellingNames([...byId.values()]), problems };
}

/**
 * Tells the unit at which groups meet, where each lies at that unit or directly below it; null where they are no
 * neighbours. Takes the `unitId` of each group.
 */
export function neighbourhood(units: readonly RosterUnit[]): (unitIds: readonly string[]) => string | null {
	const tree = indexTree(units);
	return (unitIds) => {
		const places = unitIds.map((id) => {
			const place = tree.placeOf.get(id);
			if (place === undefined) throw new RangeError(`Unknown unit "${id}"`);
			return place;
		});
		const common = places.reduce((a, b) => lowestCommonNode(tree, a, b), places[0]!);
		const isNear = places.every((place) => place === common || tree.parentOf[place] === common);
		return isNear ? tree.ids[common]! : null;
	};
}

function together(
	groups: readonly ReportingGroup[],
	unitId: string,
	{ units, names }: { readonly units: ReadonlyMap<string, RosterUnit>; readonly names: GroupNames }
): ReportingGroup {
	const leadershipGroups = groups
		.flatMap((group) => group.leadershipGroups)
		.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
	return {
		id: names.ofMerged({ unitId, leadershipGroups }, groups),
		unitId,
		path: pathOf(unitId, units),
		...membersOf(leadershipGroups, units),
		leadershipGroups,
		invited: groups.reduce((sum, group) => sum + group.invited, 0),
		attributes: sharedAttributes(groups),
		continues: null,
		mergedFrom: groups.flatMap((group) => (group.mergedFrom.length > 0 ? group.mergedFrom : [group.id])).sort()
	};
}

function sharedAttributes(groups: readonly ReportingGroup[]): CommonAttributes {
	const shared: { -readonly [attribute in keyof CommonAttributes]: CommonAttributes[attribute] } = {};
	for (const attribute of rosterAttributes) {
		const value = groups[0]?.attributes[attribute];
		if (value !== undefined && groups.every((group) => group.attributes[attribute] === value))
			shared[attribute] = value;
	}
	return shared;
}
