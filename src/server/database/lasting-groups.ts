// What a group is called over all rounds. Ids of groups are a round's own: another round may give them to another group.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

type Key = { readonly organisationId: string; readonly roundId: string };

/** A group that no round before had is called by its own round and id, so that no other group is ever called so. */
export function ownLastingId(roundId: string, groupId: string): string {
	return `${roundId}/${groupId}`;
}

/** Only those that an earlier round had already. Runs inside the transaction of the release. */
export async function insertLastingGroups(
	db: Kysely<Tables>,
	key: Key,
	lastingIdOf: ReadonlyMap<string, string>
): Promise<void> {
	if (lastingIdOf.size === 0) return;
	const rows = [...lastingIdOf].map(([id, lasting]) => ({ id, lasting }));
	await sql`
		insert into lasting_groups (organisation_id, round_id, group_id, lasting_id)
		select ${key.organisationId}::uuid, ${key.roundId}::uuid, given.id, given.lasting
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id text, lasting text)`.execute(db);
}

export async function findLastingId(db: Kysely<Tables>, key: Key & { readonly groupId: string }): Promise<string> {
	const row = await db
		.selectFrom('lasting_groups')
		.select('lasting_id')
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.where('group_id', '=', key.groupId)
		.executeTakeFirst();
	return row?.lasting_id ?? ownLastingId(key.roundId, key.groupId);
}

/** By round and group, as `ownLastingId` writes the two; groups that are called so themselves are left out. */
export async function listLastingIds(db: Kysely<Tables>, organisationId: string): Promise<ReadonlyMap<string, string>> {
	const rows = await db
		.selectFrom('lasting_groups')
		.select(['round_id', 'group_id', 'lasting_id'])
		.where('organisation_id', '=', organisationId)
		.execute();
	return new Map(rows.map((row) => [ownLastingId(row.round_id, row.group_id), row.lasting_id]));
}

/** What each plan's group is called, by the plan. */
export async function listLastingIdsOfPlans(
	db: Kysely<Tables>,
	organisationId: string
): Promise<ReadonlyMap<string, string>> {
	const rows = await db
		.selectFrom('plans')
		.leftJoin('lasting_groups', (join) =>
			join
				.onRef('lasting_groups.organisation_id', '=', 'plans.organisation_id')
				.onRef('lasting_groups.round_id', '=', 'plans.round_id')
				.onRef('lasting_groups.group_id', '=', 'plans.group_id')
		)
		.select(['plans.plan_id', 'plans.round_id', 'plans.group_id', 'lasting_groups.lasting_id'])
		.where('plans.organisation_id', '=', organisationId)
		.execute();
	return new Map(rows.map((row) => [row.plan_id, row.lasting_id ?? ownLastingId(row.round_id, row.group_id)]));
}
