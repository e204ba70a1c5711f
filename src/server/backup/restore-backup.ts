// Puts a backup into an empty place. All of the file is read and checked first; then the database is marked as unfinished, and
// the mark is taken away last: a restore that dies in between is known by it, and can be begun anew.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findRestorePlace, markRestore, unmarkRestore } from '#server/database/incomplete-restore.ts';
import { migrate, readMigrations, tablesOf } from '#server/database/migrate.ts';
import type { Database } from '#server/database/open-database.ts';
import {
	countRows,
	emptyTables,
	listTables,
	readSchemaVersion,
	withoutForeignKeys,
	writeRows
} from '#server/database/table-rows.ts';
import { holdRestoredMails } from '#server/database/restored-mails.ts';
import type { Settings } from '#server/settings.ts';
import { fileOf, NotABackup, tableOf, type Manifest } from './archive-format.ts';
import { readArchive, verifyArchive } from './archive-reader.ts';

export type RestoreCheck =
	| { readonly kind: 'restorable'; readonly manifest: Manifest }
	| { readonly kind: 'not-a-backup'; readonly reason: string }
	/** The backup comes from a newer version, or its migrations are not the ones that this version has. */
	| { readonly kind: 'other-version'; readonly migration: string }
	/** A file that the backup would write is there already, with another content. */
	| { readonly kind: 'file-in-the-way'; readonly path: string };

export type RestoreOutcome =
	| {
			readonly kind: 'restored';
			readonly tables: number;
			readonly rows: number;
			/** Migrations that were run on top, because the backup is older than the program. */
			readonly upgradedBy: readonly string[];
			readonly createdAt: string;
			readonly hasRoundKeys: boolean;
			readonly hasSecret: boolean;
	  }
	| { readonly kind: 'not-empty' }
	| { readonly kind: 'disk-full' };

type Directories = Pick<Settings, 'dataDirectory' | 'roundKeysDirectory'>;

/** Looks at the file alone, before anything is opened or made. */
export async function checkBackup(
	path: string,
	directories: Directories,
	migrationsDirectory: string
): Promise<RestoreCheck> {
	try {
		const manifest = await verifyArchive(path);
		const migrations = readMigrations(migrationsDirectory);
		const own = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
		const foreign = manifest.migrations.find(({ name, checksum }) => own.get(name) !== checksum);
		if (foreign !== undefined) return { kind: 'other-version', migration: foreign.name };
		const names = new Set(manifest.migrations.map(({ name }) => name));
		refuseUnknownTables(manifest, tablesOf(migrations.filter(({ name }) => names.has(name))));
		const occupied = await findOccupied(path, directories);
		return occupied === null ? { kind: 'restorable', manifest } : { kind: 'file-in-the-way', path: occupied };
	} catch (error) {
		if (error instanceof NotABackup) return { kind: 'not-a-backup', reason: error.message };
		throw error;
	}
}

/** `manifest`: from `checkBackup`, a moment ago. Throws where the database refuses; it then stays marked as unfinished. */
export async function restoreBackup(
	database: Database,
	given: {
		readonly path: string;
		readonly manifest: Manifest;
		readonly directories: Directories;
		readonly migrationsDirectory: string;
	}
): Promise<RestoreOutcome> {
	const { manifest } = given;
	try {
		const place = await findRestorePlace(database.pool);
		if (place === 'in-use') return { kind: 'not-empty' };
		await inTransaction(database, markRestore);
		await migrate(database, given.migrationsDirectory, manifest.migrations.at(-1)?.number ?? 0);
		const files = await loadTables(database, given);
		const upgradedBy = await migrate(database, given.migrationsDirectory);
		await inTransaction(database, (client) => holdRestoredMails(client, new Date(manifest.createdAt)));
		for (const file of files) writeMissing(placeOf(file.name, given.directories), file.content);
		await inTransaction(database, unmarkRestore);
		return {
			kind: 'restored',
			tables: manifest.tables.length,
			rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
			upgradedBy,
			createdAt: manifest.createdAt,
			hasRoundKeys: manifest.hasRoundKeys,
			hasSecret: manifest.files.includes('secret')
		};
	} catch (error) {
		// PostgreSQL's own number for a full disk, and the system's.
		if (error instanceof Error && 'code' in error && (error.code === '53100' || error.code === 'ENOSPC'))
			return { kind: 'disk-full' };
		throw error;
	}
}

type File = { readonly name: string; readonly content: Buffer };

/** All rows in one transaction, with the counts compared before it ends. Returns the files, which are small. */
async function loadTables(
	database: Database,
	{ path, manifest }: { readonly path: string; readonly manifest: Manifest }
): Promise<readonly File[]> {
	const files: File[] = [];
	const columnsOf = new Map(manifest.tables.map((table) => [table.name, table.columns]));
	await inTransaction(database, async (client) => {
		const tables = await listTables(client);
		refuseUnknownTables(manifest, new Set(tables.map(({ name }) => name)));
		const migrations = await readSchemaVersion(client);
		if (migrations.length !== manifest.migrations.length) throw new Error('the schema of the backup was not reached');
		await withoutForeignKeys(client, async () => {
			await emptyTables(client, tables);
			await readArchive(path, async (entry) => {
				const table = tableOf(entry.path);
				const columns = columnsOf.get(table ?? '');
				const file = fileOf(entry.path);
				if (table !== null && columns !== undefined)
					await writeRows(client, { name: table, columns }, entry.content.toString('utf8'));
				else if (file !== null) files.push({ name: file, content: entry.content });
			});
			for (const table of manifest.tables) {
				const rows = await countRows(client, table.name);
				if (rows !== table.rows)
					throw new Error(`${table.name} has ${rows} rows after the restore where the backup has ${table.rows}`);
			}
		});
	});
	return files;
}

/** Rows go nowhere but into the program's own tables: not into its record of migrations, for one. */
function refuseUnknownTables(manifest: Manifest, known: ReadonlySet<string>): void {
	const unknown = manifest.tables.find(({ name }) => !known.has(name));
	if (unknown !== undefined) throw new NotABackup(`it has a table ${unknown.name}, and its version has none`);
}

async function inTransaction(
	database: Database,
	work: (client: Parameters<typeof countRows>[0]) => Promise<void>
): Promise<void> {
	const client = await database.pool.connect();
	try {
		await client.query('begin');
		await work(client);
		await client.query('commit');
	} catch (error) {
		await client.query('rollback').catch(() => {});
		throw error;
	} finally {
		client.release();
	}
}

async function findOccupied(path: string, directories: Directories): Promise<string | null> {
	const occupied: string[] = [];
	await readArchive(path, async (entry) => {
		const name = fileOf(entry.path);
		if (name === null) return;
		const place = placeOf(name, directories);
		if (existsSync(place) && !readFileSync(place).equals(entry.content)) occupied.push(place);
	});
	return occupied[0] ?? null;
}

function placeOf(name: string, { dataDirectory, roundKeysDirectory }: Directories): string {
	return name === 'secret' ? join(dataDirectory, name) : join(roundKeysDirectory, name.replace(/^round-keys\//, ''));
}

function writeMissing(path: string, content: Buffer): void {
	if (existsSync(path)) return;
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	writeFileSync(path, content, { mode: 0o600, flush: true });
}
