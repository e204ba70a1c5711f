// Brings a database up to date with the numbered .sql files of a directory: forward only, each file in a transaction, recorded
// with its checksum, so that an edited file and a database from a newer version are noticed before anything runs.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { DatabaseUnusable } from './embedded/database-unusable.ts';
import type { Database } from './open-database.ts';

export type Migration = {
	readonly number: number;
	readonly name: string;
	readonly sql: string;
	readonly checksum: string;
};
type Applied = { readonly number: number; readonly name: string; readonly checksum: string };

/** The same number in every version of the program: whoever migrates waits for whoever is migrating. */
const lockNumber = 4_863_017;

/**
 * Returns the names of the files that were applied now. `upTo`: the last number that is run, for a backup of an older version.
 * Throws `DatabaseUnusable` where files and database do not fit.
 */
export async function migrate<Schema>(
	database: Pick<Database<Schema>, 'pool'>,
	directory: string,
	upTo = Infinity
): Promise<string[]> {
	const migrations = readMigrations(directory).filter(({ number }) => number <= upTo);
	const client = await database.pool.connect();
	try {
		const appliedNow: string[] = [];
		for (;;) {
			const name = await applyNext(client, migrations);
			if (name === null) return appliedNow;
			appliedNow.push(name);
		}
	} finally {
		client.release();
	}
}

// The lock ends with the transaction, and what is applied is read under it: so two processes take turns, file by file.
async function applyNext(client: PoolClient, migrations: readonly Migration[]): Promise<string | null> {
	let current: Migration | null = null;
	try {
		await client.query('begin');
		await client.query('select pg_advisory_xact_lock($1)', [lockNumber]);
		current = nextOf(migrations, await readApplied(client));
		if (current !== null) {
			await client.query(current.sql);
			await client.query(
				'insert into schema_migrations (number, name, checksum, applied_at) values ($1, $2, $3, now())',
				[current.number, current.name, current.checksum]
			);
		}
		await client.query('commit');
		return current?.name ?? null;
	} catch (error) {
		await client.query('rollback');
		if (current === null) throw error;
		throw new Error(`the migration ${current.name} failed, and nothing of it was kept`, { cause: error });
	}
}

async function readApplied(client: PoolClient): Promise<Applied[]> {
	const { rows: tables } = await client.query<{ found: boolean }>(
		"select to_regclass('schema_migrations') is not null as found"
	);
	if (tables[0]?.found !== true) {
		await client.query(`create table schema_migrations (
			number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null
		)`);
	}
	const { rows } = await client.query<Applied>('select number, name, checksum from schema_migrations order by number');
	return rows;
}

/** The tables that there are after these migrations, in their order. */
export function tablesOf(migrations: readonly Migration[]): ReadonlySet<string> {
	const tables = new Set<string>();
	for (const { sql } of migrations)
		for (const [, verb, name = ''] of sql.matchAll(/^(create|drop) table (?:if (?:not )?exists )?(\w+)/gm)) {
			if (verb === 'create') tables.add(name);
			else tables.delete(name);
		}
	return tables;
}

function nextOf(migrations: readonly Migration[], applied: readonly Applied[]): Migration | null {
	for (const [index, done] of applied.entries()) {
		const file = migrations[index];
		if (file?.number === done.number) {
			if (file.checksum === done.checksum) continue;
			throw new DatabaseUnusable(
				'migration-edited',
				`the migration ${file.name} was edited after it had run; restore it and add a new one`
			);
		}
		if (migrations.some((migration) => migration.number === done.number)) {
			throw new DatabaseUnusable(
				'migrations-disordered',
				`the migration ${file?.name} lies before ${done.name}, which has already run`
			);
		}
		throw new DatabaseUnusable(
			'newer-than-code',
			`the database has run ${done.name}, which this version does not know; start a newer version`
		);
	}
	return migrations[applied.length] ?? null;
}

/** All files of the directory, in their order. */
export function readMigrations(directory: string): Migration[] {
	const names = readdirSync(directory)
		.filter((name) => name.endsWith('.sql'))
		.sort();
	const migrations = names.map((name) => {
		const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1];
		if (number === undefined)
			throw new DatabaseUnusable('migrations-disordered', `${name} is not named like 0001-what-it-adds.sql`);
		// A checkout on Windows must have the same checksum.
		const sql = readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n');
		return { number: Number(number), name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
	});
	const twice = migrations.find((migration, index) => migrations[index - 1]?.number === migration.number);
	if (twice !== undefined)
		throw new DatabaseUnusable('migrations-disordered', `two migrations have the number of ${twice.name}`);
	return migrations;
}
