// Where a plan belongs after a reorganisation. It was made for leadership groups; units are renamed, moved, merged and
// closed, and managers change, so the place is looked up anew in the organisation of today.
import type { Leader, Organisation, Unit } from '#domain/organisation/organisation.ts';
import type { PlanPlace } from './plan.ts';

/** What has become of a place. `merged`: the group is led elsewhere now; `closed`: only a unit above is left; `lost`: not even that. */
export type PlaceChange = 'same' | 'renamed' | 'moved' | 'merged' | 'closed' | 'lost';

export type PlaceToday = {
	readonly before: PlanPlace;
	/** Null where it is lost. */
	readonly today: PlanPlace | null;
	readonly change: PlaceChange;
	readonly hasNewManager: boolean;
};

/** Units that are closed, and what stood above them when they were. */
export type ClosedUnit = { readonly id: string; readonly parentId: string | null };

type Group = { readonly managerId: string; readonly unitId: string; readonly leaderIds: readonly string[] };

/**
 * Finds each place of a plan in the organisation of today, by the first rule that fits:
 * 1. the unit is there and leaders are led from it: it stays (`same`, `renamed`, `moved`), with the manager of before where
 *    that person still leads there, else with the one who leads most of the group's leaders;
 * 2. else it follows the people: to whoever leads most of the group's leaders now (`merged`);
 * 3. else to the nearest unit above from which leaders are led (`closed`);
 * 4. else it is `lost`, for the programme lead to place.
 * Ties go to the lower id. Throws nothing: ids that nobody knows are passed over.
 */
export function followPlaces(
	places: readonly PlanPlace[],
	organisation: Organisation,
	closedUnits: readonly ClosedUnit[] = []
): PlaceToday[] {
	const world = worldOf(organisation, closedUnits);
	return places.map((place) => followPlace(place, world));
}

/** The places as they are today, each once; `lost` ones are left out. */
export function placesToday(followed: readonly PlaceToday[]): PlanPlace[] {
	const found = new Map<string, PlanPlace>();
	for (const { today } of followed) {
		if (today === null) continue;
		const key = JSON.stringify([today.unitId, today.managerId]);
		const other = found.get(key);
		const leaderIds = [...new Set([...(other?.leaderIds ?? []), ...today.leaderIds])];
		found.set(key, { ...today, leaderIds });
	}
	return [...found.values()];
}

/**
 * The leadership groups of an organisation as places, one for each manager, at the manager's unit. A leader without a
 * manager belongs to the group that they lead.
 */
export function placesOfOrganisation(organisation: Organisation): PlanPlace[] {
	const world = worldOf(organisation, []);
	return [...world.groups.values()].flatMap((groups) => groups.map((group) => placeOf(group, world)));
}

/**
 * True where a manager may read a plan: one of its places is the own leadership group, or all of them lie in the own unit
 * or below it. A person who leads nobody, and a plan without a place, give false.
 */
export function isPlanOfManager(
	places: readonly PlanPlace[],
	managerId: string | null,
	organisation: Organisation
): boolean {
	if (managerId === null || places.length === 0) return false;
	if (places.some((place) => place.managerId === managerId)) return true;
	const own = organisation.leaders.find((leader) => leader.id === managerId);
	if (own === undefined || !organisation.leaders.some((leader) => leader.managerId === managerId)) return false;
	const units = new Map(organisation.units.map((unit) => [unit.id, unit]));
	return places.every((place) => isWithin(place.unitId, own.unitId, units));
}

type World = {
	readonly units: ReadonlyMap<string, Unit>;
	readonly parentOf: ReadonlyMap<string, string | null>;
	readonly leaders: ReadonlyMap<string, Leader>;
	/** By unit. */
	readonly groups: ReadonlyMap<string, readonly Group[]>;
};

function worldOf(organisation: Organisation, closedUnits: readonly ClosedUnit[]): World {
	const leaders = new Map(organisation.leaders.map((leader) => [leader.id, leader]));
	const led = Map.groupBy(
		organisation.leaders.filter((leader) => leader.managerId !== null),
		(leader) => leader.managerId ?? ''
	);
	const groups = [...led].flatMap(([managerId, own]): Group[] => {
		const manager = leaders.get(managerId);
		if (manager === undefined) return [];
		const members = manager.managerId === null ? [manager, ...own] : own;
		return [{ managerId, unitId: manager.unitId, leaderIds: members.map((leader) => leader.id).sort() }];
	});
	return {
		units: new Map(organisation.units.map((unit) => [unit.id, unit])),
		parentOf: new Map([...closedUnits, ...organisation.units].map((unit) => [unit.id, unit.parentId])),
		leaders,
		groups: Map.groupBy(groups.sort(byId), (group) => group.unitId)
	};
}

function followPlace(before: PlanPlace, world: World): PlaceToday {
	const found = groupToday(before, world);
	if (found === null) return { before, today: null, change: 'lost', hasNewManager: before.managerId !== null };
	const today = placeOf(found.group, world);
	return {
		before,
		today,
		change: found.change ?? changeOfUnit(before, today),
		hasNewManager: before.managerId !== today.managerId
	};
}

function groupToday(
	before: PlanPlace,
	world: World
): { readonly group: Group; readonly change: 'merged' | 'closed' | null } | null {
	const atUnit = world.groups.get(before.unitId) ?? [];
	const stayed = atUnit.find((group) => group.managerId === before.managerId) ?? withMost(before.leaderIds, atUnit);
	if (stayed !== null) return { group: stayed, change: null };
	const elsewhere = [...world.groups.values()].flat().filter((group) => shared(before.leaderIds, group) > 0);
	const followed = withMost(before.leaderIds, elsewhere);
	if (followed !== null) return { group: followed, change: 'merged' };
	const seen = new Set<string>();
	let unitId = world.parentOf.get(before.unitId) ?? before.parentUnitId;
	while (unitId !== null && !seen.has(unitId)) {
		seen.add(unitId);
		const [above] = world.groups.get(unitId) ?? [];
		if (above !== undefined) return { group: above, change: 'closed' };
		unitId = world.parentOf.get(unitId) ?? null;
	}
	return null;
}

function withMost(leaderIds: readonly string[], groups: readonly Group[]): Group | null {
	return groups.toSorted((a, b) => shared(leaderIds, b) - shared(leaderIds, a) || byId(a, b))[0] ?? null;
}

function shared(leaderIds: readonly string[], group: Group): number {
	return leaderIds.filter((id) => group.leaderIds.includes(id)).length;
}

function changeOfUnit(before: PlanPlace, today: PlanPlace): 'same' | 'renamed' | 'moved' {
	if (before.parentUnitId !== today.parentUnitId) return 'moved';
	return before.unitName === today.unitName ? 'same' : 'renamed';
}

function placeOf(group: Group, world: World): PlanPlace {
	const unit = world.units.get(group.unitId);
	return {
		unitId: group.unitId,
		unitName: unit?.name ?? group.unitId,
		parentUnitId: unit?.parentId ?? null,
		managerId: group.managerId,
		leaderIds: group.leaderIds
	};
}

function isWithin(unitId: string, topId: string, units: ReadonlyMap<string, Unit>): boolean {
	const seen = new Set<string>();
	let one: string | null = unitId;
	while (one !== null && !seen.has(one)) {
		if (one === topId) return true;
		seen.add(one);
		one = units.get(one)?.parentId ?? null;
	}
	return false;
}

function byId(a: Group, b: Group): number {
	return a.managerId < b.managerId ? -1 : 1;
}
