// The auditor's own view of what was shown: every group, whichever release it stands in, as a set of the smallest classes
// of respondents that no shown group separates. Neither a release's parents nor its counts are believed.
import { indexTree } from './tree-index.ts';
import type { TreeNode } from './tree-index.ts';
import type { Release, ReleasedCell, ReleasedGroup, ReleaseScale } from './release.ts';

/** What an intruder knows of a round beforehand: the units, and who answered where. */
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

export type AuditedRelease = { readonly release: Release; readonly roster: AuditRoster };

/** Figures over several rounds at once. The product shows none; the audit knows what they would give away. */
export type PooledView = {
	readonly id: string;
	readonly scales: readonly ReleaseScale[];
	readonly groups: readonly {
		readonly id: string;
		readonly members: readonly { readonly round: string; readonly reportingGroups: readonly string[] }[];
		readonly responses: number;
		readonly cells: readonly ReleasedCell[];
	}[];
};

export type SystemGroup = {
	/** The round, or the view over several. */
	readonly round: string;
	readonly id: string;
	readonly responses: number;
	readonly cells: readonly ReleasedCell[];
	readonly scales: ReadonlyMap<string, ReleaseScale>;
};

export type AuditSystem = {
	readonly groups: readonly SystemGroup[];
	/** Largest k among the releases. */
	readonly k: number;
	/** For each group the classes in it; none for a group that nobody knows. */
	readonly classesOf: readonly (readonly number[])[];
	/** Respondents in each group by the roster. */
	readonly responsesOf: readonly number[];
	readonly responsesOfClass: Int32Array;
};

/**
 * One system a set of rounds that share respondents: releases of one round, and rounds that a pooled view joins.
 * Throws RangeError where two rosters of one round differ, or a view names a round without a release.
 */
export function auditSystems(releases: readonly AuditedRelease[], views: readonly PooledView[]): AuditSystem[] {
	const joined = new Map<string, string>(releases.map(({ release }) => [release.round, release.round]));
	const rootOf = (round: string): string => {
		let root = round;
		for (let above = joined.get(root); above !== root; above = joined.get(root)) {
			if (above === undefined) throw new RangeError(`There is no release of round "${round}"`);
			root = above;
		}
		return root;
	};
	for (const view of views) {
		const rounds = view.groups.flatMap((group) => group.members.map((member) => member.round));
		for (const round of rounds) joined.set(rootOf(round), rootOf(rounds[0]!));
	}
	return [...Map.groupBy(releases, ({ release }) => rootOf(release.round))].map(([root, together]) => {
		const own = views.filter((view) => view.groups.some((group) => rootOf(group.members[0]!.round) === root));
		return systemOf(together, own);
	});
}

function systemOf(releases: readonly AuditedRelease[], views: readonly PooledView[]): AuditSystem {
	const atoms = new Map<string, number>();
	const responsesOfAtom: number[] = [];
	const atomOf = (round: string, id: string): number | undefined => atoms.get(`${round} ${id}`);
	for (const { release, roster } of releases) {
		for (const { id, responses } of roster.reportingGroups) {
			const known = atomOf(release.round, id);
			if (known === undefined) atoms.set(`${release.round} ${id}`, responsesOfAtom.push(responses) - 1);
			else if (responsesOfAtom[known] !== responses) {
				throw new RangeError(`Two rosters of round "${release.round}" differ in group "${id}"`);
			}
		}
	}
	const groups: SystemGroup[] = [];
	const held: (readonly number[])[] = [];
	for (const { release, roster } of releases) {
		const within = groupsWithinUnits(roster);
		const scales = new Map(release.scales.map((scale) => [scale.id, scale]));
		for (const group of release.groups) {
			groups.push({ round: release.round, id: group.id, responses: group.responses, cells: group.cells, scales });
			held.push(heldBy(group, within).flatMap((id) => atomOf(release.round, id) ?? []));
		}
	}
	for (const view of views) {
		const scales = new Map(view.scales.map((scale) => [scale.id, scale]));
		for (const { id, members, responses, cells } of view.groups) {
			groups.push({ round: view.id, id, responses, cells, scales });
			held.push(
				members.flatMap(({ round, reportingGroups }) => reportingGroups.flatMap((one) => atomOf(round, one) ?? []))
			);
		}
	}
	const k = Math.max(...releases.map(({ release }) => release.k));
	return { groups, k, ...classesOf(held, responsesOfAtom) };
}

function classesOf(
	held: readonly (readonly number[])[],
	responsesOfAtom: readonly number[]
): Pick<AuditSystem, 'classesOf' | 'responsesOf' | 'responsesOfClass'> {
	const signatures: string[] = responsesOfAtom.map(() => '');
	held.forEach((atoms, group) => {
		for (const atom of atoms) signatures[atom] += `${group} `;
	});
	const classes = new Map<string, number>();
	const classOf = signatures.map((signature) => {
		const known = classes.get(signature) ?? classes.size;
		classes.set(signature, known);
		return known;
	});
	const responsesOfClass = new Int32Array(classes.size);
	classOf.forEach((one, atom) => (responsesOfClass[one]! += responsesOfAtom[atom]!));
	return {
		classesOf: held.map((atoms) => [...new Set(atoms.map((atom) => classOf[atom]!))]),
		responsesOf: held.map((atoms) => atoms.reduce((sum, atom) => sum + responsesOfAtom[atom]!, 0)),
		responsesOfClass
	};
}

/** A union holds what lies within the unit whose id it carries; other groups hold the reporting groups they list. */
function heldBy(group: ReleasedGroup, within: ReadonlyMap<string, readonly string[]>): readonly string[] {
	return group.kind === 'union' ? (within.get(group.id) ?? []) : group.reportingGroups;
}

function groupsWithinUnits(roster: AuditRoster): Map<string, string[]> {
	const tree = indexTree(roster.units);
	const within = new Map<string, string[]>();
	for (const group of roster.reportingGroups) {
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
			if (list === undefined) within.set(id, [group.id]);
			else list.push(group.id);
		}
	}
	return within;
}
