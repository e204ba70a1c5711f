// The fewest responses behind anything that a round shows.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

export async function setThreshold(
	db: Kysely<Tables>,
	key: { readonly organisationId: string; readonly roundId: string },
	threshold: number
): Promise<void> {
	await db
		.updateTable('rounds')
		.set({ threshold })
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.execute();
}
