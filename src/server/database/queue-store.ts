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
