// The auditor's own view of a release: every group as a set of the smallest classes that no released group separates.
import { indexTree } from './tree-index.ts';
import type { TreeNode } from './tree-index.ts';
import type { Release, ReleasedGroup } from './release.ts';

/** What an intruder knows beforehand: the units, and who answered where. */
export type AuditRoster = {
	readonly units: readonly TreeNode[];
	readonly reportingGroups: readonly {
		readonly id: string;
		readonly unitId: string;
		/** Units whose leaders are in it; just `unitId` where absent. */
		readonly memberUnitIds?: readonly string[];
		readonly responses: number;
	}[];
};

export type AuditSets = {
	/** For each released group the classes in it. */
	readonly classesOf: readonly (readonly number[])[];
	/** Respondents in each group by the roster. */
	readonly responsesOf: readonly number[];
	/** The smallest group that contains each group; -1 for none. */
	readonly containerOf: Int32Array;
	/** Places of groups, every group after those that contain it. */
	readonly fromLargest: readonly number[];
	/** Pairs of groups that overlap without one holding the other, by place. */
	readonly overlaps: readonly (readonly [number, number])[];
	/** Groups that hold nothing of the roster. */
	readonly unknown: readonly number[];
};

/**
 * Finds what each released group holds: a leaf its reporting groups; a union the reporting groups that lie within the
 * unit whose id it carries. Neither the release's parents nor its counts are believed.
 */
export function auditSets(release: Release, roster: AuditRoster): AuditSets {
	const within = groupsWithinUnits(roster);
	const placeOfGroup = new Map(roster.reportingGroups.map((group, place) => [group.id, place]));
	const held = release.groups.map((group) => heldBy(group, placeOfGroup, within));

	const signatures: string[] = roster.reportingGroups.map(() => '');
	held.forEach((places, group) => {
		for (const place of places) signatures[place] += `${group} `;
	});
	const classes = new Map<string, number>();
	const classOf = signatures.map((signature) => {
		const known = classes.get(signature) ?? classes.size;
		classes.set(signature, known);
		return known;
	});
	const classesOf = held.map((places) => [...new Set(places.map((place) => classOf[place]!))]);
	const responsesOf = held.map((places) =>
		places.reduce((sum, place) => sum + roster.reportingGroups[place]!.responses, 0)
	);
	const unknown = held.flatMap((places, group) => (places.length === 0 ? [group] : []));
	return { classesOf, responsesOf, unknown, ...nestingOf(classesOf, classes.size) };
}

function heldBy(
	group: ReleasedGroup,
	placeOfGroup: ReadonlyMap<string, number>,
	within: ReadonlyMap<string, readonly number[]>
): readonly number[] {
	if (group.kind === 'union') return within.get(group.id) ?? [];
	return group.reportingGroups.flatMap((id) => placeOfGroup.get(id) ?? []);
}

function groupsWithinUnits(roster: AuditRoster): Map<string, number[]> {
	const tree = indexTree(roster.units);
	const within = new Map<string, number[]>();
	roster.reportingGroups.forEach((group, place) => {
		const members = group.memberUnitIds ?? [group.unitId];
		const holding = new Map<number, number>();
		for (const id of members) {
			for (let unit = tree.placeOf.get(id) ?? -1; unit >= 0; unit = tree.parentOf[unit]!) {
				holding.set(unit, (holding.get(unit) ?? 0) + 1);
			}
		}
		for (const [unit, count] of holding) {
			if (count < members.length) continue;
			const id = tree.ids[unit]!;
			const list = within.get(id);
			if (list === undefined) within.set(id, [place]);
			else list.push(place);
		}
	});
	return within;
}

function nestingOf(
	classesOf: readonly (readonly number[])[],
	classCount: number
): Pick<AuditSets, 'containerOf' | 'fromLargest' | 'overlaps'> {
	const fromLargest = classesOf.map((_, group) => group).sort((a, b) => classesOf[b]!.length - classesOf[a]!.length);
	const innermost = new Int32Array(classCount).fill(-1);
	const containerOf = new Int32Array(classesOf.length).fill(-1);
	const overlaps: (readonly [number, number])[] = [];
	for (const group of fromLargest) {
		const containers = new Set(classesOf[group]!.map((one) => innermost[one]!));
		const [container = -1] = containers;
		containerOf[group] = container;
		for (const other of containers) if (other !== container) overlaps.push([group, Math.max(other, container)]);
		for (const one of classesOf[group]!) innermost[one] = group;
	}
	return { containerOf, fromLargest, overlaps };
}
