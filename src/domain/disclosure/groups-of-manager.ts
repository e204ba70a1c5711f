import { indexTree } from './tree-index.ts';
import type { TreeNode } from './tree-index.ts';
import type { Release } from './release.ts';

/** A leadership group as the round froze it: whose leaders they are, where, and in which reporting group they answered. */
export type ManagedGroup = { readonly managerId: string | null; readonly unitId: string; readonly groupId: string };

/**
 * The ids of the released groups that are a manager's work: every leaf that pools the own leadership group, and every
 * group whose leaders all belong to the own unit or to units below it.
 *
 * A unit's result may be a larger group that merely contains the unit (where neighbours joined one of its leaves): that
 * group, and what else lies below it, is the work of others and is left out. `units` and `leadershipGroups` as the
 * round froze them; null or an unknown manager sees nothing. Throws RangeError where the units are no tree.
 */
export function groupsOfManager(input: {
	readonly release: Release;
	readonly units: readonly TreeNode[];
	readonly leadershipGroups: readonly ManagedGroup[];
	readonly managerId: string | null;
}): ReadonlySet<string> {
	const { release, leadershipGroups, managerId } = input;
	const own = leadershipGroups.filter((group) => managerId !== null && group.managerId === managerId);
	if (own.length === 0) return new Set();
	const ownReportingGroups = new Set(own.map((group) => group.groupId));
	const within = unitsWithin(input.units, new Set(own.map((group) => group.unitId)));
	const reachingOut = new Set(
		leadershipGroups.filter((group) => !within.has(group.unitId)).map((group) => group.groupId)
	);

	const readable = new Set<string>();
	const holdsOthers = new Set<string>();
	// Children before their parents.
	for (const group of release.groups.toReversed()) {
		if (group.reportingGroups.some((id) => reachingOut.has(id))) holdsOthers.add(group.id);
		const isOwnLeaf = group.kind === 'leaf' && group.reportingGroups.some((id) => ownReportingGroups.has(id));
		if (!holdsOthers.has(group.id) || isOwnLeaf) {
			readable.add(group.id);
		}
		if (holdsOthers.has(group.id) && group.parent !== null) holdsOthers.add(group.parent);
	}
	return readable;
}

function unitsWithin(units: readonly TreeNode[], tops: ReadonlySet<string>): ReadonlySet<string> {
	const tree = indexTree(units);
	const within = new Set<string>();
	for (const place of tree.bottomUp.toReversed()) {
		const id = tree.ids[place]!;
		const parent = tree.ids[tree.parentOf[place]!];
		if (tops.has(id) || (parent !== undefined && within.has(parent))) within.add(id);
	}
	return within;
}
