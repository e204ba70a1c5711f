// What a PostgreSQL server does in the background and the embedded one leaves undone: writing checkpoints, so that the log
// does not grow for ever, and vacuuming what has changed much. The thresholds are those of PostgreSQL's autovacuum.
import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Log } from '#server/log/log.ts';

const roundMilliseconds = 30_000;
const checkpointBytes = 64 * 1024 * 1024;
const checkpointMilliseconds = 5 * 60_000;
const freezeAge = 100_000_000;

export type Maintenance = {
	/** Ends the schedule and writes a last checkpoint, so that the next start has nothing to recover. */
	readonly stop: () => Promise<void>;
};

export function startMaintenance(pool: Pool, log: Log): Maintenance {
	const stopped = new AbortController();
	const finished = keepUp(pool, log, stopped.signal);
	return {
		stop: async () => {
			stopped.abort();
			await finished;
			// The log still holds everything: a failure costs time at the next start and nothing else.
			await pool.query('checkpoint').catch((error: unknown) => log.error('database-checkpoint-failed', error));
		}
	};
}

async function keepUp(pool: Pool, log: Log, signal: AbortSignal): Promise<void> {
	let last: Checkpoint = { position: null, at: Date.now() };
	for (;;) {
		await wait(roundMilliseconds, undefined, { signal, ref: false }).catch(() => {});
		if (signal.aborted) return;
		try {
			await vacuumWhatChanged(pool);
			last = await checkpointIfDue(pool, last, Date.now());
		} catch (error) {
			log.error('database-maintenance-failed', error);
		}
	}
}

/** Where the log ended after the last checkpoint (null: not known), and when that was. */
export type Checkpoint = { readonly position: string | null; readonly at: number };

/** `now`: milliseconds. Returns the last checkpoint, which may be the given one. */
export async function checkpointIfDue(pool: Pool, last: Checkpoint, now: number): Promise<Checkpoint> {
	const { rows } = await pool.query<{ bytes: string | null }>(
		'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), coalesce($1::pg_lsn, checkpoint_lsn)) as bytes from pg_control_checkpoint()',
		[last.position]
	);
	const bytes = Number(rows[0]?.bytes ?? 0);
	const isDue = bytes >= checkpointBytes || (bytes > 0 && now - last.at >= checkpointMilliseconds);
	if (!isDue) return last;
	await pool.query('checkpoint');
	const after = await pool.query<{ position: string }>('select pg_current_wal_insert_lsn()::text as position');
	return { position: after.rows[0]?.position ?? null, at: now };
}

/** Returns the names of the tables that were vacuumed. */
export async function vacuumWhatChanged(pool: Pool): Promise<string[]> {
	const { rows } = await pool.query<{ name: string; is_old: boolean }>(
		`select format('%I.%I', n.nspname, c.relname) as name, age(c.relfrozenxid) > $1 as is_old
		from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_stat_all_tables s on s.relid = c.oid
		where c.relkind in ('r', 'm') and c.relpersistence <> 't' and (
			age(c.relfrozenxid) > $1
			or s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0)
			or s.n_ins_since_vacuum > 1000 + 0.2 * greatest(c.reltuples, 0)
			or s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0)
		) order by 1`,
		[freezeAge]
	);
	for (const { name, is_old: isOld } of rows) await pool.query(`vacuum (analyze${isOld ? ', freeze' : ''}) ${name}`);
	return rows.map(({ name }) => name);
}
