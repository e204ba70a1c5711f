// The atoms of a round: leaders who have the same manager. They are never split, because a manager must see the own leaders.
import type { LeaderAttributes } from './group-attributes.ts';

export type RosterUnit = { readonly id: string; readonly name: string; readonly parentId: string | null };

export type RosterLeader = {
	readonly id: string;
	readonly unitId: string;
	readonly managerId: string | null;
} & LeaderAttributes;

/** The leaders who have the same manager; it lies at that manager's unit. Never split. */
export type LeadershipGroup = {
	/** Built from the unit, never from a person. */
	readonly id: string;
	/** Null where leaders have no manager and manage nobody themselves. */
	readonly managerId: string | null;
	readonly unitId: string;
	readonly leaderIds: readonly string[];
};

/**
 * Gathers leaders by their manager, at the manager's unit. Leaders without a manager join the group that they lead
 * themselves; those who lead nobody form one group for their unit. The order of the input does not matter.
 *
 * `managers`: whom leaders name as their manager without being asked themselves. Throws RangeError for an unknown unit or
 * manager, and for a leader who occurs twice or manages themselves.
 */
export function leadershipGroups(
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

/** Ids are the unit's, with a number from the second group on. */
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
