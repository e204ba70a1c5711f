// An empty, migrated database in memory, for tests.
import { readFileSync, readdirSync } from 'node:fs';
import { after } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from '#server/database/tables.ts';

const migrations = new URL('../database/migrations/', import.meta.url);

/** Closed when the test file ends. */
export async function openTestDatabase(): Promise<Kysely<Tables>> {
	const pglite = await PGlite.create();
	for (const file of readdirSync(migrations).sort()) await pglite.exec(readFileSync(new URL(file, migrations), 'utf8'));
	const pool = new pg.Pool({ ...createPgConfig(pglite), max: 1 });
	const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
	after(async () => {
		await db.destroy();
		await pglite.close();
	});
	return db;
}
