// How many answered in each group of a round: what an intruder who knows the roster is taken to know as well.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

/** By group id; groups that nobody answered in are absent. */
export async function countResponsesByGroup(
	db: Kysely<Tables>,
	key: { readonly organisationId: string; readonly roundId: string }
): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.selectFrom('responses')
		.select(['group_id', sql<number>`count(*)::integer`.as('count')])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.groupBy('group_id')
		.execute();
	return new Map(rows.map((row) => [row.group_id, row.count]));
}
