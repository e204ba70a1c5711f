// What a new plan changes for leaders who were asked last time: which group continues which, and who is moved.
import type { PreviousGroup } from './keep-groups.ts';
import type { LeadershipGroup } from './leadership-groups.ts';

export type MovedUnit = {
	/** Unit of the leadership group that they are in now. */
	readonly unitId: string;
	readonly unitName: string;
	readonly leaders: number;
	/** Name of the group that they were asked in last time. */
	readonly from: string;
	/** Id of the group that they are in now. */
	readonly to: string;
};

/** `leaders`: how many of those who were asked last time are now in another group; `units`: which, by unit. */
export type Moved = { readonly leaders: number; readonly units: readonly MovedUnit[] };

type Group = { readonly id: string; readonly leadershipGroups: readonly LeadershipGroup[] };

/**
 * Tells by group which previous one it continues: the pair with most leaders in common first, each group once. Where two
 * pairs have equally many, the smaller ids count; a group that shares nobody continues none.
 */
export function continuations(
	groups: readonly Group[],
	previous: readonly PreviousGroup[]
): ReadonlyMap<string, string> {
	const before = groupsBefore(previous);
	const shared: { readonly id: string; readonly previousId: string; readonly leaders: number }[] = [];
	for (const group of groups) {
		const counts = new Map<string, number>();
		for (const leaderId of group.leadershipGroups.flatMap((own) => own.leaderIds)) {
			const previousId = before.get(leaderId)?.id;
			if (previousId !== undefined) counts.set(previousId, (counts.get(previousId) ?? 0) + 1);
		}
		for (const [previousId, leaders] of counts) shared.push({ id: group.id, previousId, leaders });
	}
	const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
	shared.sort((a, b) => b.leaders - a.leaders || compare(a.id, b.id) || compare(a.previousId, b.previousId));
	const continued = new Map<string, string>();
	const taken = new Set<string>();
	for (const { id, previousId } of shared) {
		if (continued.has(id) || taken.has(previousId)) continue;
		continued.set(id, previousId);
		taken.add(previousId);
	}
	return continued;
}

/** Who is now in another group than the one that continues the own. Leaders who were not asked last time never count. */
export function movedLeaders(
	groups: readonly Group[],
	previous: readonly PreviousGroup[],
	unitNameOf: (unitId: string) => string
): Moved {
	const before = groupsBefore(previous);
	const continued = continuations(groups, previous);
	const units: MovedUnit[] = [];
	for (const group of groups) {
		for (const { unitId, leaderIds } of group.leadershipGroups) {
			const counts = new Map<PreviousGroup, number>();
			for (const id of leaderIds) {
				const was = before.get(id);
				if (was === undefined || was.id === continued.get(group.id)) continue;
				counts.set(was, (counts.get(was) ?? 0) + 1);
			}
			for (const [was, leaders] of counts) {
				units.push({ unitId, unitName: unitNameOf(unitId), leaders, from: was.name, to: group.id });
			}
		}
	}
	return { leaders: units.reduce((sum, unit) => sum + unit.leaders, 0), units };
}

function groupsBefore(previous: readonly PreviousGroup[]): ReadonlyMap<string, PreviousGroup> {
	return new Map(previous.flatMap((group) => group.leaderIds.map((id) => [id, group] as const)));
}
