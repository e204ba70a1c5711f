// What a monitoring system may know of the database: whether it answers, which migrations it has run, how much there is of what
// says nothing of anybody.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

/** The names of the migrations that were run. Throws where the database does not answer. */
export async function listAppliedMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
	const { rows } = await sql<{ name: string }>`select name from schema_migrations order by number`.execute(db);
	return rows.map(({ name }) => name);
}

/** Whether the key of an open round is missing, in any organisation. */
export async function isRoundKeyMissing(db: Kysely<Tables>): Promise<boolean> {
	const row = await db
		.selectFrom('rounds')
		.select('round_id')
		.where('key_missing_at', 'is not', null)
		.where('closed_at', 'is', null)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** All organisations together, without reminders: how many of them wait tells how many had not answered. */
export async function countMailsByState(
	db: Kysely<Tables>
): Promise<Readonly<Record<'waiting' | 'failed' | 'uncertain' | 'bounced', number>>> {
	const { rows } = await sql<Record<'waiting' | 'failed' | 'uncertain' | 'bounced', number>>`
		select
			(count(*) filter (where sent_at is null and attempted_at is null))::integer as waiting,
			(count(*) filter (where sent_at is null and attempted_at is not null and failure is not null))::integer as failed,
			(count(*) filter (where sent_at is null and failure is null and attempted_at < now() - interval '5 minutes'))::integer
				as uncertain,
			(count(*) filter (where bounced_at is not null))::integer as bounced
		from mails where kind <> 'reminder'`.execute(db);
	return rows[0] ?? { waiting: 0, failed: 0, uncertain: 0, bounced: 0 };
}

/** Whether the mail server has turned down the last letters, so that nothing is tried for a while. */
export async function isMailPaused(db: Kysely<Tables>, at: Date): Promise<boolean> {
	const row = await db
		.selectFrom('mails')
		.select('mail_id')
		.where('sent_at', 'is', null)
		.where('failure', 'like', 'server-%')
		.where('retry_at', '>', at)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

export async function readDatabaseBytes(db: Kysely<Tables>): Promise<number> {
	const { rows } = await sql<{ bytes: string }>`select pg_database_size(current_database()) as bytes`.execute(db);
	return Number(rows[0]?.bytes ?? 0);
}
