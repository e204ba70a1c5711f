// Every table's rows as text and back, for backups: the columns are read from the database itself, so that it works for any
// schema, and both databases write the same text.
import type { PoolClient } from 'pg';

export type TableShape = {
	readonly name: string;
	/** In their order; generated ones are left out. `type` as PostgreSQL writes it, such as `double precision[]`. */
	readonly columns: readonly { readonly name: string; readonly type: string }[];
	readonly primaryKey: readonly string[];
};

/** One line of JSON a row: a list with the text of each column, or null. */
export type RowSlice = { readonly lines: string; readonly rows: number };

const sliceBytes = 2 * 1024 * 1024;
const sliceRowsAtMost = 5000;

/** Begins a transaction that sees one moment of the whole database and changes nothing. The caller ends it. */
export async function beginSnapshot(client: PoolClient): Promise<void> {
	await client.query('begin isolation level repeatable read read only');
	await setTextForm(client);
}

/** All tables of the program, by name. The record of migrations is not among them. */
export async function listTables(client: PoolClient): Promise<TableShape[]> {
	const { rows } = await client.query<{ name: string; columns: TableShape['columns']; key: string[] | null }>(`
		select c.relname as name,
			(select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
				from pg_attribute a
				where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
			(select array_agg(a.attname::text order by k.place)
				from pg_index i, unnest(i.indkey) with ordinality k(number, place), pg_attribute a
				where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number) as key
		from pg_class c
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
			and c.relname not in ('schema_migrations', 'restore_in_progress')
		order by c.relname`);
	return rows.map((row) => ({ name: row.name, columns: row.columns, primaryKey: row.key ?? [] }));
}

/**
 * The rows in the order of the primary key, never in the order in which they lie on the disk, which may tell who came after
 * whom. Through a cursor, about two megabytes at a time. Inside the transaction of `beginSnapshot`.
 */
export async function* readRows(client: PoolClient, table: TableShape): AsyncGenerator<RowSlice> {
	const name = quoted(table.name);
	const texts = table.columns.map((column) => `${quoted(column.name)}::text`).join(', ');
	const order = table.primaryKey.length > 0 ? table.primaryKey.map(quoted).join(', ') : '1';
	const { rows: sizes } = await client.query<{ bytes: string; rows: string }>(
		`select pg_table_size('${name}'::regclass) as bytes, count(*) as rows from ${name}`
	);
	const rowBytes = Number(sizes[0]?.bytes ?? 0) / Math.max(1, Number(sizes[0]?.rows ?? 0));
	// A stored value may be compressed: four times as large when read.
	const count = Math.max(1, Math.min(sliceRowsAtMost, Math.floor(sliceBytes / (4 * rowBytes + 1))));
	await client.query(
		`declare kept no scroll cursor for select to_jsonb(array[${texts}]::text[])::text as line from ${name} order by ${order}`
	);
	for (;;) {
		const { rows } = await client.query<{ line: string }>(`fetch ${count} from kept`);
		if (rows.length > 0) yield { lines: rows.map((row) => `${row.line}\n`).join(''), rows: rows.length };
		if (rows.length < count) break;
	}
	await client.query('close kept');
}

/**
 * Takes foreign keys away, lets `load` write rows in any order, and puts the keys back, which checks all of them. Inside the
 * caller's transaction: whatever fails leaves the database as it was.
 */
export async function withoutForeignKeys(client: PoolClient, load: () => Promise<void>): Promise<void> {
	await setTextForm(client);
	const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(`
		select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
		from pg_constraint where connamespace = 'public'::regnamespace and contype = 'f' order by 1, 2`);
	for (const key of keys) await client.query(`alter table ${key.table} drop constraint ${quoted(key.name)}`);
	await load();
	for (const key of keys)
		await client.query(`alter table ${key.table} add constraint ${quoted(key.name)} ${key.definition}`);
}

/** Writes one slice of `readRows`; returns how many rows it was. */
export async function writeRows(
	client: PoolClient,
	table: { readonly name: string; readonly columns: TableShape['columns'] },
	lines: string
): Promise<number> {
	const rows = `[${lines.trimEnd().split('\n').join(',')}]`;
	const names = table.columns.map((column) => quoted(column.name)).join(', ');
	const values = table.columns.map((column, place) => `(line->>${place})::${column.type}`).join(', ');
	const written = await client.query(
		`insert into ${quoted(table.name)} (${names}) overriding system value
		select ${values} from jsonb_array_elements($1::jsonb) as line`,
		[rows]
	);
	return written.rowCount ?? 0;
}

/** Deletes the rows that migrations themselves have written, before what was kept is put in their place. */
export async function emptyTables(client: PoolClient, tables: readonly TableShape[]): Promise<void> {
	if (tables.length > 0) await client.query(`truncate ${tables.map((table) => quoted(table.name)).join(', ')}`);
}

export async function countRows(client: PoolClient, table: string): Promise<number> {
	const { rows } = await client.query<{ count: string }>(`select count(*) as count from ${quoted(table)}`);
	return Number(rows[0]?.count ?? 0);
}

/** Which migrations the database has run; empty where it has run none. */
export async function readSchemaVersion(
	client: PoolClient
): Promise<readonly { readonly number: number; readonly name: string; readonly checksum: string }[]> {
	const { rows: found } = await client.query<{ found: boolean }>(
		"select to_regclass('public.schema_migrations') is not null as found"
	);
	if (found[0]?.found !== true) return [];
	const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
		'select number, name, checksum from schema_migrations order by number'
	);
	return rows;
}

// What a setting of the server would change is written in one form: times in UTC, numbers with every digit.
async function setTextForm(client: PoolClient): Promise<void> {
	await client.query(
		"set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'iso_8601'; set local extra_float_digits = 1; set local bytea_output = 'hex'"
	);
}

function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}
