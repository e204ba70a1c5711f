// What was removed when, and which tables must still be written anew without it.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

export type RetentionRun = { readonly ranAt: Date; readonly removed: Readonly<Record<string, number>> };

export async function insertRetentionRun(db: Kysely<Tables>, organisationId: string, run: RetentionRun): Promise<void> {
	await db
		.insertInto('retention_runs')
		.values({ organisation_id: organisationId, ran_at: run.ranAt, removed: JSON.stringify(run.removed) })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	// The one before says nothing any more unless it removed something.
	await db
		.deleteFrom('retention_runs')
		.where('organisation_id', '=', organisationId)
		.where('ran_at', '<', run.ranAt)
		.where(sql<boolean>`removed = '{}'::jsonb`)
		.execute();
}

/** Newest first: the last one, and those that removed something. */
export async function listRetentionRuns(db: Kysely<Tables>, organisationId: string): Promise<RetentionRun[]> {
	const rows = await db
		.selectFrom('retention_runs')
		.select(['ran_at', 'removed'])
		.where('organisation_id', '=', organisationId)
		.orderBy('ran_at', 'desc')
		.limit(12)
		.execute();
	return rows.map((row) => ({ ranAt: row.ran_at, removed: numbersOf(row.removed) }));
}

/** Notes that the files of these tables still hold what was removed, in the transaction that removes it. */
export async function oweRewrites(
	db: Kysely<Tables>,
	organisationId: string,
	tables: readonly (keyof Tables)[]
): Promise<void> {
	if (tables.length === 0) return;
	await db
		.insertInto('owed_rewrites')
		.values(tables.map((place) => ({ organisation_id: organisationId, place })))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Writes each table anew that is owed, without what was removed from it. Not inside a transaction; what fails stays owed. */
export async function rewriteOwed(db: Kysely<Tables>, organisationId: string): Promise<void> {
	const owed = await db
		.selectFrom('owed_rewrites')
		.select('place')
		.where('organisation_id', '=', organisationId)
		.orderBy('place')
		.execute();
	for (const { place } of owed) {
		await sql`vacuum full ${sql.table(place)}`.execute(db);
		await db
			.deleteFrom('owed_rewrites')
			.where('organisation_id', '=', organisationId)
			.where('place', '=', place)
			.execute();
	}
}

function numbersOf(value: unknown): Readonly<Record<string, number>> {
	if (typeof value !== 'object' || value === null) return {};
	return Object.fromEntries(
		Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number')
	);
}
