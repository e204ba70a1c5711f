// Takes from a PostgreSQL server what an intruder could have kept of it: every table as it lies in its file, with the columns
// that PostgreSQL hides and the versions of rows that were written over, and the write-ahead log.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import pg from 'pg';
import type { Dump, Hidden, OldVersion, Row, WalChange, WalRecord } from './evidence.ts';
import { readWalChange, readWalRecord } from './read-wal.ts';

export type EvidenceKeeper = {
	readonly dump: (night: number) => Promise<Dump>;
	readonly oldVersions: (night: number) => Promise<OldVersion[]>;
	readonly wal: () => Promise<WalChange[]>;
	/** Empty where pg_waldump is not installed. */
	readonly walRecords: () => Promise<WalRecord[]>;
	readonly close: () => Promise<void>;
};

/** The server must have `wal_level=logical` and `track_commit_timestamp=on`. Everything from now on is kept. */
export async function startKeeping(databaseUrl: string): Promise<EvidenceKeeper> {
	const client = new pg.Client({
		connectionString: databaseUrl,
		types: { getTypeParser: () => (value: string) => value }
	});
	await client.connect();
	const rowsOf = async (sql: string): Promise<Record<string, string | null>[]> => (await client.query(sql)).rows;
	const oneOf = async (sql: string): Promise<string> => Object.values((await rowsOf(sql))[0] ?? {})[0] ?? '';
	await client.query('create extension pageinspect');
	await client.query(`select pg_create_logical_replication_slot('intruder', 'test_decoding')`);
	let before: Readonly<Record<string, readonly Row[]>> = {};
	const start = await oneOf('select pg_current_wal_insert_lsn()::text');

	return {
		dump: async (night) => {
			const names = await rowsOf(
				`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`
			);
			const tables: Record<string, Row[]> = {};
			for (const { relname } of names) {
				const rows = await rowsOf(
					`select ctid::text as "#ctid", xmin::text as "#xmin", xmax::text as "#xmax", cmin::text as "#cmin",
						coalesce(extract(epoch from pg_xact_commit_timestamp(xmin))::text, '') as "#committed", * from "${relname}"`
				);
				const name = relname ?? '';
				tables[name] = rows.map((row, place) => sameOr(before[name]?.[place], rowOf(row)));
			}
			before = tables;
			return { night, tables };
		},
		oldVersions: async (night) => {
			const rows = await rowsOf(
				`select t_xmin::text as xmin, t_attrs[3]::text as leader_id, t_attrs[6]::text as is_collected
				from generate_series(0, pg_relation_size('invitations') / 8192 - 1) as block,
					heap_page_item_attrs(get_raw_page('invitations', block::integer), 'invitations'::regclass, true)
				where t_xmin is not null order by block, lp`
			);
			return rows.map((row) => ({
				night,
				table: 'invitations',
				xmin: Number(row.xmin),
				values: {
					leader_id: textOf(row.leader_id),
					is_collected: row.is_collected === '\\x01' ? 't' : 'f'
				}
			}));
		},
		wal: async () => {
			const rows = await rowsOf(
				`select xid::text as xid, data from pg_logical_slot_peek_changes('intruder', null, null)`
			);
			return rows.flatMap((row, position) => readWalChange(row.data ?? '', { transaction: Number(row.xid), position }));
		},
		walRecords: async () => {
			const programs = await oneOf(`select setting from pg_config where name = 'BINDIR'`);
			const program = join(programs, 'pg_waldump');
			if (!existsSync(program)) return [];
			const directory = join(await oneOf('show data_directory'), 'pg_wal');
			const end = await oneOf('select pg_current_wal_flush_lsn()::text');
			const { stdout } = await promisify(execFile)(program, ['-p', directory, '-s', start, '-e', end, '-r', 'Heap'], {
				maxBuffer: 1 << 30
			});
			const names = await rowsOf(
				'select relfilenode::text as node, relname as name from pg_class where relfilenode > 0'
			);
			const nameOf = new Map(names.map(({ node, name }) => [node ?? '', name ?? '']));
			return stdout.split('\n').flatMap((line, position) => readWalRecord(line, { position, nameOf }));
		},
		close: () => client.end()
	};
}

function rowOf(row: Record<string, string | null>): Row {
	const { '#ctid': ctid, '#xmin': xmin, '#xmax': xmax, '#cmin': cmin, '#committed': committed, ...values } = row;
	const [block = 0, offset = 0] = (ctid ?? '').match(/\d+/g)?.map(Number) ?? [];
	const hidden: Hidden = {
		block,
		offset,
		xmin: Number(xmin),
		xmax: Number(xmax),
		cmin: Number(cmin),
		committed: committed ?? ''
	};
	return { values, hidden };
}

/** The row of the night before where nothing has changed, so that nights share what they have in common. */
function sameOr(earlier: Row | undefined, row: Row): Row {
	if (earlier === undefined || !isDeepStrictEqual(earlier.hidden, row.hidden)) return row;
	const isSame = Object.entries(row.values).every(([name, value]) => earlier.values[name] === value);
	return isSame ? earlier : row;
}

/** A text as it lies in a page, its length left out. */
function textOf(attribute: string | null | undefined): string {
	return Buffer.from((attribute ?? '').slice(2), 'hex').toString('utf8');
}
