// Who has the mandate: the managers of a plan's places and the line above them, and what has become of a plan's owner.
import type { Leader, Organisation } from '#domain/organisation/organisation.ts';
import type { PlanOwner, PlanPlace } from './plan.ts';

export type LineMember = {
	readonly leaderId: string;
	readonly name: string;
	readonly email: string | null;
	readonly unitId: string;
	readonly unitName: string;
	/** 0 for the manager of a place, 1 for that person's manager, and so on. */
	readonly distance: number;
};

/**
 * The managers of the places and everybody above them, nearest first, each once. Empty where no place has a manager who is
 * in the organisation of today.
 */
export function lineOfManagement(places: readonly PlanPlace[], organisation: Organisation): LineMember[] {
	const leaders = new Map(organisation.leaders.map((leader) => [leader.id, leader]));
	const unitNames = new Map(organisation.units.map((unit) => [unit.id, unit.name]));
	const distances = new Map<Leader, number>();
	for (const place of places) {
		let leader = leaders.get(place.managerId ?? '');
		for (let distance = 0; leader !== undefined; distance++) {
			if ((distances.get(leader) ?? Infinity) <= distance) break;
			distances.set(leader, distance);
			leader = leaders.get(leader.managerId ?? '');
		}
	}
	return [...distances]
		.map(([leader, distance]): LineMember => ({
			leaderId: leader.id,
			name: leader.name,
			email: leader.email,
			unitId: leader.unitId,
			unitName: unitNames.get(leader.unitId) ?? leader.unitId,
			distance
		}))
		.sort((a, b) => a.distance - b.distance || (a.leaderId < b.leaderId ? -1 : 1));
}

/** `moved`: still a leader, but neither of the group nor above it. `outside`: not of the roster, so nobody can know. */
export type OwnerState = 'in-place' | 'outside' | 'left' | 'moved' | 'none';

export type OwnerToday = {
	readonly state: OwnerState;
	/** With today's name and address; null where nobody was named. */
	readonly owner: PlanOwner | null;
	/** Who could take over: the manager of the first place, else the nearest above; null where the owner is in place, or nobody is. */
	readonly successor: LineMember | null;
};

/**
 * What has become of the owner: in place (a manager of the group or above it), outside the roster, left, moved to other
 * work, or never named. `places`: the plan's places as they are today.
 */
export function ownerToday(
	owner: PlanOwner | null,
	places: readonly PlanPlace[],
	organisation: Organisation
): OwnerToday {
	const line = lineOfManagement(places, organisation);
	if (owner !== null && owner.leaderId === null) return { state: 'outside', owner, successor: null };
	const leader = organisation.leaders.find((one) => one.id === owner?.leaderId);
	const known = leader === undefined ? owner : { leaderId: leader.id, name: leader.name, email: leader.email };
	const isInPlace = line.some((member) => member.leaderId === leader?.id);
	if (isInPlace) return { state: 'in-place', owner: known, successor: null };
	const state = owner === null ? 'none' : leader === undefined ? 'left' : 'moved';
	return { state, owner: known, successor: line[0] ?? null };
}

/** True where somebody has to take the plan over before anything happens. */
export function isWithoutOwner({ state }: Pick<OwnerToday, 'state'>): boolean {
	return state === 'left' || state === 'moved' || state === 'none';
}
