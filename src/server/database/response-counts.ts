// How many answered in each group of a round: what an intruder who knows the roster is taken to know as well.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

/** By group id; groups that nobody answered in are absent. Where responses were deleted, as they were counted then. */
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
	if (rows.length > 0) return new Map(rows.map((row) => [row.group_id, row.count]));
	const kept = await db
		.selectFrom('deleted_response_counts')
		.select(['group_id', 'responses'])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.execute();
	return new Map(kept.map((row) => [row.group_id, row.responses]));
}
