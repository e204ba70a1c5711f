// Units that are history, with what stood above them when they were closed.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

export async function listClosedUnits(
	db: Kysely<Tables>,
	organisationId: string
): Promise<{ readonly id: string; readonly parentId: string | null }[]> {
	const rows = await db
		.selectFrom('units')
		.select(['unit_id', 'parent_unit_id'])
		.where('organisation_id', '=', organisationId)
		.where('closed_at', 'is not', null)
		.orderBy('unit_id')
		.execute();
	return rows.map((row) => ({ id: row.unit_id, parentId: row.parent_unit_id }));
}
