// A small database of its own for the tests that take it down.
import { join } from 'node:path';
import { sql } from 'kysely';
import { groupCommit } from '#server/database/group-commit.ts';
import { migrate } from '#server/database/migrate.ts';
import { openDatabase, type Database } from '#server/database/open-database.ts';
import { silentLog, type Log } from '#server/log/log.ts';

export type Row = { readonly row_id: string; readonly answers: readonly number[] };
export type RowsDatabase = Database<{ written_rows: { row_id: string; answers: number[] } }>;

const migrations = join(import.meta.dirname, 'migrations');

export async function openRows(dataDirectory: string, log: Log = silentLog): Promise<RowsDatabase> {
	const database: RowsDatabase = await openDatabase({ dataDirectory, databaseUrl: null, log });
	await migrate(database, migrations);
	return database;
}

/** One statement, one transaction; a row that is already there is left as it is. */
export async function writeRows(database: RowsDatabase, rows: readonly Row[]): Promise<readonly string[]> {
	await sql`insert into written_rows (row_id, answers)
		select row_id, answers::double precision[] from jsonb_to_recordset(${JSON.stringify(rows.map(asText))}::jsonb) as given(row_id text, answers text)
		on conflict do nothing`.execute(database.kysely);
	return rows.map((row) => row.row_id);
}

function asText(row: Row): { row_id: string; answers: string } {
	return { row_id: row.row_id, answers: `{${row.answers.join(',')}}` };
}

export function createRowQueue(database: RowsDatabase) {
	return groupCommit<Row, string>({ commit: (rows) => writeRows(database, rows), maximumBatch: 500 });
}

/** Which of the ids are not in the database. */
export async function missingRows(database: RowsDatabase, ids: readonly string[]): Promise<string[]> {
	const { rows } = await database.pool.query<{ row_id: string }>(
		'select row_id from written_rows where cardinality(answers) = 45'
	);
	const found = new Set(rows.map((row) => row.row_id));
	return ids.filter((id) => !found.has(id));
}
