import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

/** The demonstration's own key: there is one demonstration in a database, however many people press at once. */
export const demonstrationId = '00000000-0000-4000-8000-0000000de300';

/**
 * Enters the demonstration in the caller's transaction; false where it is there already. Whoever comes second waits here
 * until the first transaction has ended.
 */
export async function claimDemonstration(
	db: Kysely<Tables>,
	entry: { readonly name: string; readonly at: Date }
): Promise<boolean> {
	const result = await db
		.insertInto('organisations')
		.values({ organisation_id: demonstrationId, name: entry.name, is_demonstration: true, created_at: entry.at })
		.onConflict((conflict) => conflict.column('organisation_id').doNothing())
		.executeTakeFirst();
	return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
