// A reporting group is named by the units whose leaders are in it, never by a person, and no two names at one place are alike.
import { asSeen } from '#domain/ballot/telling-names.ts';
import { commonAttributes } from './group-attributes.ts';
import type { CommonAttributes } from './group-attributes.ts';
import type { LeadershipGroup, RosterLeader, RosterUnit } from './leadership-groups.ts';

export type ReportingGroup = {
	/** As the last round called it, where that had it; else as no round has called a group (`groupNames`). */
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
	/** What all its leaders have in common, by the roster. */
	readonly attributes: CommonAttributes;
	/** Id of the group of the last round that it continues; null where it continues none, or there was no round. */
	readonly continues: string | null;
	/** Ids of the groups that the programme lead has put together in it; empty where nobody has. */
	readonly mergedFrom: readonly string[];
};

export type Roster = {
	readonly units: ReadonlyMap<string, RosterUnit>;
	readonly leaders: ReadonlyMap<string, RosterLeader>;
};

/** Makes a group of leadership groups, at the lowest unit that contains them all. */
export function reportingGroup(
	leadershipGroups: readonly LeadershipGroup[],
	unitId: string,
	{ units, leaders }: Roster
): ReportingGroup {
	const own = leadershipGroups.toSorted((a, b) => compareText(a.id, b.id));
	const leaderIds = own.flatMap((group) => group.leaderIds);
	return {
		id: own[0]!.id,
		unitId,
		path: pathOf(unitId, units),
		...membersOf(own, units),
		leadershipGroups: own,
		invited: leaderIds.length,
		attributes: commonAttributes(leaderIds.map((id) => leaders.get(id) ?? {})),
		continues: null,
		mergedFrom: []
	};
}

/** Names of the units whose leadership groups are pooled, in order. */
export function membersOf(
	leadershipGroups: readonly LeadershipGroup[],
	units: ReadonlyMap<string, RosterUnit>
): Pick<ReportingGroup, 'name' | 'pools' | 'memberUnitIds'> {
	const members = [...new Set(leadershipGroups.map((group) => group.unitId))].flatMap((id) => units.get(id) ?? []);
	const named = members.map((unit) => ({ id: unit.id, name: tellingName(unit, members, units) }));
	named.sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
	return {
		name: named.map((member) => member.name).join(', '),
		pools: named.map((member) => member.name),
		memberUnitIds: named.map((member) => member.id)
	};
}

export function pathOf(unitId: string, units: ReadonlyMap<string, RosterUnit>): string[] {
	const names: string[] = [];
	for (let unit = units.get(unitId); unit !== undefined;) {
		names.push(unit.name);
		unit = unit.parentId === null ? undefined : units.get(unit.parentId);
	}
	return names.reverse();
}

/**
 * In the order of the tree, by name. Two leadership groups of one unit may each stand alone: then they are numbered, so
 * that no two groups share a name.
 */
export function inOrderWithTellingNames(groups: readonly ReportingGroup[]): ReportingGroup[] {
	const ordered = groups.map((group) => ({ ...group, name: group.pools.join(', ') })).sort(byPathAndName);
	const numbers = new Map<string, number>();
	const count = Map.groupBy(ordered, nameAndPlace);
	return ordered.map((group) => {
		const key = nameAndPlace(group);
		if ((count.get(key)?.length ?? 0) < 2) return group;
		const number = (numbers.get(key) ?? 0) + 1;
		numbers.set(key, number);
		return { ...group, name: `${group.name} (${number})` };
	});
}

/** The unit's name; with the unit above where two members have the same. */
function tellingName(unit: RosterUnit, members: readonly RosterUnit[], units: ReadonlyMap<string, RosterUnit>): string {
	const parent = unit.parentId === null ? undefined : units.get(unit.parentId);
	const isShared = members.some((other) => other.id !== unit.id && other.name === unit.name);
	return isShared && parent !== undefined ? `${parent.name} / ${unit.name}` : unit.name;
}

/** As a reader sees them: two units that differ in capitals only are one name. */
function nameAndPlace(group: ReportingGroup): string {
	return [...group.path, group.name].map(asSeen).join('\n');
}

function byPathAndName(a: ReportingGroup, b: ReportingGroup): number {
	return compareText(a.path.join('\n'), b.path.join('\n')) || compareText(a.name, b.name) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
