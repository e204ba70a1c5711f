// A database that is being restored says so of itself until everything has been checked: a restore that was cut off in the
// middle is never taken for a whole one.
import type { Pool, PoolClient } from 'pg';
import { DatabaseUnusable } from './embedded/database-unusable.ts';

export type RestorePlace = 'empty' | 'incomplete' | 'in-use';

export async function findRestorePlace(client: Pick<PoolClient, 'query'>): Promise<RestorePlace> {
	const { rows } = await client.query<{ tables: string; marked: boolean }>(`
		select count(*) as tables, coalesce(bool_or(relname = 'restore_in_progress'), false) as marked
		from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`);
	if (rows[0]?.marked === true) return 'incomplete';
	return Number(rows[0]?.tables ?? 0) === 0 ? 'empty' : 'in-use';
}

/** Removes what an earlier restore left, and marks the database. Must be committed before anything else is written. */
export async function markRestore(client: Pick<PoolClient, 'query'>): Promise<void> {
	const { rows } = await client.query<{ name: string }>(
		"select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'restore_in_progress'"
	);
	await client.query('create table if not exists restore_in_progress (began_at timestamptz not null)');
	if (rows.length > 0) await client.query(`drop table ${rows.map((row) => row.name).join(', ')} cascade`);
}

export async function unmarkRestore(client: Pick<PoolClient, 'query'>): Promise<void> {
	await client.query('drop table restore_in_progress');
}

/** Throws `DatabaseUnusable` where a restore was not finished. */
export async function refuseIncompleteRestore(pool: Pick<Pool, 'query'>): Promise<void> {
	const { rows } = await pool.query<{ marked: boolean }>(
		"select to_regclass('public.restore_in_progress') is not null as marked"
	);
	if (rows[0]?.marked === true)
		throw new DatabaseUnusable(
			'restore-incomplete',
			'a restore into this database was not finished, and what is in it is not whole; run ledertrivsel restore again'
		);
}
