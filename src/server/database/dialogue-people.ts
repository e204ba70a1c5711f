// Who has to do with a group's dialogue: facilitators, and the leaders and managers of today. All of it is identity house.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';
import type { DialogueKey } from './dialogues.ts';

export type Facilitator = { readonly email: string; readonly name: string };
export type GroupPerson = { readonly leaderId: string; readonly name: string; readonly email: string | null };
export type GroupPeople = { readonly managers: readonly GroupPerson[]; readonly leaders: readonly GroupPerson[] };

/** Everybody in the organisation who may be chosen, by name: not those whose role rests. */
export async function listPossibleFacilitators(db: Kysely<Tables>, organisationId: string): Promise<Facilitator[]> {
	const rows = await db
		.selectFrom('memberships')
		.leftJoin('identity_users', 'identity_users.email', 'memberships.email')
		.leftJoin('leaders', (join) =>
			join
				.onRef('leaders.organisation_id', '=', 'memberships.organisation_id')
				.onRef('leaders.email', '=', 'memberships.email')
				.on('leaders.left_at', 'is', null)
		)
		.select(['memberships.email', 'identity_users.name as account_name', 'leaders.name as leader_name'])
		.where('memberships.organisation_id', '=', organisationId)
		.where('memberships.role', '=', 'facilitator')
		.where('memberships.suspended_at', 'is', null)
		.orderBy('memberships.email')
		.execute();
	return rows.map((row) => ({ email: row.email, name: row.leader_name ?? (row.account_name || row.email) }));
}

/** Addresses of those who lead the talk in each group of a round; nobody whose role rests. */
export async function listFacilitators(
	db: Kysely<Tables>,
	key: Omit<DialogueKey, 'groupId'>
): Promise<ReadonlyMap<string, readonly string[]>> {
	const rows = await db
		.selectFrom('dialogue_facilitators')
		.select(['group_id', 'email'])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.where((where) =>
			where.exists(
				where
					.selectFrom('memberships')
					.select('memberships.email')
					.whereRef('memberships.organisation_id', '=', 'dialogue_facilitators.organisation_id')
					.whereRef('memberships.email', '=', 'dialogue_facilitators.email')
					.where('memberships.role', '=', 'facilitator')
					.where('memberships.suspended_at', 'is', null)
			)
		)
		.orderBy('email')
		.execute();
	return new Map(
		[...Map.groupBy(rows, (row) => row.group_id)].map(([group, assigned]) => [group, assigned.map((row) => row.email)])
	);
}

/** The groups of a round that somebody leads the talk in. */
export async function listGroupsOfFacilitator(
	db: Kysely<Tables>,
	key: Omit<DialogueKey, 'groupId'> & { readonly email: string }
): Promise<string[]> {
	const rows = await db
		.selectFrom('dialogue_facilitators')
		.select('group_id')
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.where('email', '=', key.email)
		.execute();
	return rows.map((row) => row.group_id);
}

/** Returns false where the address was there already. */
export async function addFacilitator(
	db: Kysely<Tables>,
	key: DialogueKey,
	assigned: { readonly email: string; readonly by: string; readonly at: Date }
): Promise<boolean> {
	const added = await db
		.insertInto('dialogue_facilitators')
		.values({
			organisation_id: key.organisationId,
			round_id: key.roundId,
			group_id: key.groupId,
			email: assigned.email,
			assigned_at: assigned.at,
			assigned_by: assigned.by
		})
		.onConflict((conflict) => conflict.columns(['organisation_id', 'round_id', 'group_id', 'email']).doNothing())
		.returning('email')
		.execute();
	return added.length > 0;
}

/** Every group of every round whose talk somebody leads, or would lead if the role did not rest. */
export async function listPlacesOfFacilitator(
	db: Kysely<Tables>,
	organisationId: string,
	email: string
): Promise<DialogueKey[]> {
	const rows = await db
		.selectFrom('dialogue_facilitators')
		.select(['round_id', 'group_id'])
		.where('organisation_id', '=', organisationId)
		.where('email', '=', email)
		.orderBy('round_id')
		.orderBy('group_id')
		.execute();
	return rows.map((row) => ({ organisationId, roundId: row.round_id, groupId: row.group_id }));
}

/** Returns false where the address was not there. */
export async function dropFacilitator(db: Kysely<Tables>, key: DialogueKey, email: string): Promise<boolean> {
	const result = await db
		.deleteFrom('dialogue_facilitators')
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.where('group_id', '=', key.groupId)
		.where('email', '=', email)
		.executeTakeFirst();
	return result.numDeletedRows > 0n;
}

/**
 * The people of today behind reporting groups that a round froze: managers of their leadership groups who are still here,
 * and the leaders who have them as their manager now. A leadership group whose manager has left, or leads nobody any more,
 * is its unit's: the leaders placed right below its head, else those placed in the unit itself.
 */
export async function listGroupPeople(
	db: Kysely<Tables>,
	key: Omit<DialogueKey, 'groupId'> & { readonly reportingGroups: readonly string[] }
): Promise<GroupPeople> {
	if (key.reportingGroups.length === 0) return { managers: [], leaders: [] };
	const frozen = await db
		.selectFrom('leadership_groups')
		.select(['manager_id', 'unit_id'])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.where('group_id', 'in', [...key.reportingGroups])
		.execute();
	const today = await db
		.selectFrom('leaders')
		.select(['leader_id', 'name', 'email', 'unit_id', 'manager_id'])
		.where('organisation_id', '=', key.organisationId)
		.where('left_at', 'is', null)
		.orderBy('leader_id')
		.execute();
	const managers = new Set<string>();
	const leaders = new Set<string>();
	for (const group of frozen) {
		const own = today.filter((person) => person.manager_id !== null && person.manager_id === group.manager_id);
		const inUnit = today.filter((person) => person.unit_id === group.unit_id);
		const head = inUnit.find((person) => today.some((other) => other.manager_id === person.leader_id));
		const managerId = own.length > 0 ? group.manager_id : (head?.leader_id ?? null);
		const led =
			own.length > 0 ? own : today.filter((person) => head !== undefined && person.manager_id === head.leader_id);
		const isHere = today.some((person) => person.leader_id === managerId);
		if (managerId !== null && isHere) managers.add(managerId);
		for (const person of led.length > 0 ? led : inUnit) leaders.add(person.leader_id);
	}
	const people = (ids: ReadonlySet<string>): GroupPerson[] =>
		today
			.filter((person) => ids.has(person.leader_id))
			.map((person) => ({ leaderId: person.leader_id, name: person.name, email: person.email }));
	return { managers: people(managers), leaders: people(leaders.difference(managers)) };
}
