// The job queue brings its own SQL and its own schema; here it runs on the pool that everything else uses, so that it works
// on the embedded database, which is one connection, as on a server.
import type { QueryResultRow } from 'pg';
import type { Database } from './open-database.ts';

export type QueueStore = {
	executeSql: (text: string, values?: unknown[]) => Promise<{ rows: QueryResultRow[] }>;
};

export function queueStoreOf({ pool }: Pick<Database, 'pool'>): QueueStore {
	return {
		async executeSql(text, values) {
			const client = await pool.connect();
			try {
				// Several statements in one text bring a result each.
				const results = [await client.query<QueryResultRow>(text, values)].flat();
				return { rows: results.flatMap((result) => result.rows ?? []) };
			} catch (error) {
				// Where a text that opens a transaction fails half way, the next to get this connection would inherit it.
				await client.query('rollback').catch(() => {});
				throw error;
			} finally {
				client.release();
			}
		}
	};
}

/** The same number in every version of the program; another one than that of the migrations. */
const lockNumber = 4_863_018;

/**
 * Runs `work` in one process at a time. The queue makes its own tables at the first start, and two processes that make them in the
 * same moment fail: what each has looked up before it waits for the other is what it goes on believing.
 */
export async function whileNobodyElseStarts<Result>(
	{ pool, kind }: Pick<Database, 'pool' | 'kind'>,
	work: () => Promise<Result>
): Promise<Result> {
	if (kind === 'embedded') return work();
	const client = await pool.connect();
	try {
		await client.query('select pg_advisory_lock($1)', [lockNumber]);
		return await work();
	} finally {
		const isUnlocked = await client.query('select pg_advisory_unlock($1)', [lockNumber]).then(
			() => true,
			() => false
		);
		// A connection that may still hold the lock is closed, which ends it.
		client.release(!isUnlocked);
	}
}
