// One PostgreSQL dialect on two databases: the embedded one in the data directory, and a server where DATABASE_URL names one.
// The embedded database is one session. Inside a transaction use only the transaction's own handle: anything else waits for
// the transaction to end, and is refused after a minute.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Log } from '#server/log/log.ts';
import { lockDirectory } from './embedded/directory-lock.ts';
import { makeDurableDirectory } from './embedded/cluster-directory.ts';
import { startMaintenance } from './embedded/maintenance.ts';
import type { WireEngine } from './embedded/wire-engine.ts';
import { WireStream } from './embedded/wire-stream.ts';
import { startWorkerEngine } from './embedded/worker-engine.ts';
import type { Tables } from './tables.ts';

export { DatabaseUnusable } from './embedded/database-unusable.ts';

export type Database<Schema = Tables> = {
	readonly kind: 'embedded' | 'server';
	readonly kysely: Kysely<Schema>;
	/** For libraries that bring their own SQL. One connection where `kind` is embedded. */
	readonly pool: pg.Pool;
	/** Waits for what runs, and leaves the embedded database so that it opens quickly. */
	readonly close: () => Promise<void>;
};

export type DatabaseOptions = {
	/** Made where it is missing; only this process may use it. */
	readonly dataDirectory: string;
	/** Null: embedded. */
	readonly databaseUrl: string | null;
	readonly log: Log;
};

/** Throws `DatabaseUnusable` where the embedded database refuses to run, with the reason in `kind`. */
export async function openDatabase<Schema = Tables>(options: DatabaseOptions): Promise<Database<Schema>> {
	if (options.databaseUrl !== null) return openServer<Schema>(options.databaseUrl, options.log);
	makeDurableDirectory(options.dataDirectory);
	const unlock = lockDirectory(options.dataDirectory);
	try {
		const engine = await startWorkerEngine(options);
		const database = openOnEngine<Schema>(engine, options.log);
		const maintenance = startMaintenance(database.pool, options.log);
		const close = once(async () => {
			await maintenance.stop();
			await database.close();
			unlock();
		});
		return { ...database, close };
	} catch (error) {
		unlock();
		throw error;
	}
}

/** A database on an engine of this process; closing the database closes the engine. */
export function openOnEngine<Schema = Tables>(engine: WireEngine, log: Log): Database<Schema> {
	const pool = new pg.Pool({
		user: 'postgres',
		ssl: false,
		max: 1,
		idleTimeoutMillis: 0,
		connectionTimeoutMillis: 60_000,
		stream: () => new WireStream(engine),
		types: columnTypes
	});
	reportLostConnections(pool, log);
	const close = once(async () => {
		await pool.end();
		await engine.close();
	});
	return { kind: 'embedded', kysely: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }), pool, close };
}

async function openServer<Schema>(databaseUrl: string, log: Log): Promise<Database<Schema>> {
	const pool = new pg.Pool({
		connectionString: databaseUrl,
		max: 10,
		// An acknowledged answer is on the disk, whatever the server's own default is.
		options: '-c synchronous_commit=on',
		connectionTimeoutMillis: 60_000,
		types: columnTypes
	});
	reportLostConnections(pool, log);
	try {
		const { rows } = await pool.query<{ fsync: string }>('show fsync');
		if (rows[0]?.fsync !== 'on')
			log.error('database-not-durable', new Error('the server runs with fsync off: a power loss loses answers'));
	} catch (error) {
		await pool.end();
		throw new Error('the database of DATABASE_URL could not be reached', { cause: error });
	}
	return {
		kind: 'server',
		kysely: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
		pool,
		close: once(() => pool.end())
	};
}

// A connection that breaks while it is lent tells its client, and the pool while it is idle: an error event that nobody hears
// ends the process. The query that was running is rejected in any case.
function reportLostConnections(pool: pg.Pool, log: Log): void {
	const report = (error: Error) => log.error('database-connection-lost', error);
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', report));
}

// A day has no time zone: as a Date it would be another day west of here. The rest is as `pg` has it:
// bigint and numeric as text, timestamptz as Date, arrays and jsonb parsed.
const columnTypes: pg.CustomTypesConfig = {
	getTypeParser: (oid: number, format?: string) => {
		if (oid === pg.types.builtins.DATE) return (value: string) => value;
		return pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text');
	}
};

function once(action: () => Promise<void>): () => Promise<void> {
	let running: Promise<void> | null = null;
	return () => (running ??= action());
}
