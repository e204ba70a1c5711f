// Real databases for tests: PostgreSQL in memory, migrated, made once and then copied.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { createWireEngine } from '#server/database/embedded/wire-engine.ts';
import { migrate } from '#server/database/migrate.ts';
import { openOnEngine, type Database } from '#server/database/open-database.ts';
import type { Tables } from '#server/database/tables.ts';
import { silentLog } from '#server/log/log.ts';
import { projectRoot } from '#server/project-root.ts';

export const projectMigrations = join(projectRoot, 'src/server/database/migrations');
/** Of what tests make once; whatever lies here is named by a hash of what made it. */
export const cacheDirectory = join(projectRoot, 'node_modules/.cache/ledertrivsel');

/** A migrated database of its own, empty and in memory; closed with the test, suite or file in which it was made. */
export async function createTestDatabase(): Promise<Database> {
	const database = await openInMemory();
	after(() => database.close());
	return database;
}

// PostgreSQL clears all of its shared memory at a start: of the usual 128 MB a test uses few.
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

async function openInMemory(): Promise<Database> {
	const found = readSnapshot();
	if (found !== null)
		return openOnEngine(
			createWireEngine(await PGlite.create({ loadDataDir: found, startParams }), endTests),
			silentLog
		);
	const memory = await PGlite.create({ startParams });
	const database = openOnEngine(createWireEngine(memory, endTests), silentLog);
	await migrate(database, projectMigrations);
	await memory.exec('checkpoint');
	writeSnapshot(new Uint8Array(await (await memory.dumpDataDir('none')).arrayBuffer()));
	return database;
}

function endTests(reason: string): never {
	process.stderr.write(`the test database gave up: ${reason}\n`);
	process.exit(1);
}

/**
 * Runs `work` in a transaction that is always rolled back. `work` may itself open transactions: they become savepoints.
 * What it waits for must go through the handle it is given.
 */
export async function withRollback<Schema = Tables, Result = void>(
	database: Database<Schema>,
	work: (db: Kysely<Schema>, inside: Database<Schema>) => Promise<Result>
): Promise<Result> {
	const client = await database.pool.connect();
	try {
		await client.query('begin');
		const pool = savepointPool(client);
		const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
		return await work(kysely, { kind: database.kind, kysely, pool: database.pool, close: async () => {} });
	} finally {
		await client.query('rollback');
		client.release();
	}
}

const savepointFor: Readonly<Record<string, string>> = {
	begin: 'savepoint inner_transaction',
	'start transaction': 'savepoint inner_transaction',
	commit: 'release savepoint inner_transaction',
	rollback: 'rollback to savepoint inner_transaction'
};

// A pool of the one connection whose transaction is open: who asks while it is lent waits, as with any pool.
function savepointPool(client: pg.PoolClient): pg.Pool {
	let isFree = Promise.resolve();
	const connect = async () => {
		const before = isFree;
		const { promise, resolve } = Promise.withResolvers<void>();
		isFree = promise;
		await before;
		const query = (sql: string, parameters: unknown[]) =>
			client.query(savepointFor[sql.replace(/ (?:isolation level|read).*/, '')] ?? sql, parameters);
		return { query, release: resolve, processID: 0 };
	};
	return { connect, end: async () => {}, options: {} } as unknown as pg.Pool;
}

const snapshotFile = join(cacheDirectory, `migrated-${keyOf(projectMigrations)}.tar`);

function keyOf(directory: string): string {
	const hash = createHash('sha256').update(
		readFileSync(join(projectRoot, 'node_modules/@electric-sql/pglite/package.json'))
	);
	for (const name of readdirSync(directory).sort()) hash.update(name).update(readFileSync(join(directory, name)));
	return hash.digest('hex').slice(0, 16);
}

function readSnapshot(): Blob | null {
	try {
		return new Blob([readFileSync(snapshotFile)]);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw error;
	}
}

// Test files run at the same time: each writes its own file and then gives it the name.
function writeSnapshot(bytes: Uint8Array): void {
	mkdirSync(cacheDirectory, { recursive: true });
	for (const name of readdirSync(cacheDirectory)) {
		if (/^migrated-.*\.tar$/.test(name)) rmSync(join(cacheDirectory, name), { force: true });
	}
	const own = `${snapshotFile}.${process.pid}`;
	writeFileSync(own, bytes);
	renameSync(own, snapshotFile);
}
