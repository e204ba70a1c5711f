// Writes a backup of one moment: every table. The keys of open rounds and the secret of the data directory are left out unless
// they are asked for: with the first, whoever has the backup reads answers before a round is closed; with the second, they can
// use everybody's second factor.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#server/database/open-database.ts';
import { beginSnapshot, listTables, readRows, readSchemaVersion } from '#server/database/table-rows.ts';
import type { Settings } from '#server/settings.ts';
import { archiveFormat, type Header, type Manifest } from './archive-format.ts';
import { createArchive, type ArchiveWriter } from './archive-writer.ts';

export type BackupOptions = {
	/** Where the backup will lie; nothing may lie there yet. */
	readonly path: string;
	readonly withRoundKeys: boolean;
	/** What signs sessions and seals second factors: whoever has it beside the database can use both. */
	readonly withSecret: boolean;
	/** Of the program. */
	readonly version: string;
	readonly at: Date;
};

export type BackupOutcome =
	| {
			readonly kind: 'written';
			readonly bytes: number;
			readonly tables: number;
			readonly rows: number;
			readonly schema: string;
			readonly hasRoundKeys: boolean;
			readonly hasSecret: boolean;
	  }
	| { readonly kind: 'file-exists' }
	/** The database has no tables of this program. */
	| { readonly kind: 'nothing-there' }
	| { readonly kind: 'disk-full' };

/** Rows that are worth something for minutes or hours, and to a thief: sessions and links to sign in. */
export const shortLivedTables: readonly string[] = ['identity_sessions', 'identity_verifications', 'sign_in_links'];

/** Changes nothing in the database. What fails leaves no file behind. */
export async function writeBackup(
	database: Pick<Database, 'pool'>,
	settings: Pick<Settings, 'dataDirectory' | 'roundKeysDirectory'>,
	options: BackupOptions
): Promise<BackupOutcome> {
	if (existsSync(options.path)) return { kind: 'file-exists' };
	const client = await database.pool.connect();
	let archive: ArchiveWriter | null = null;
	try {
		await beginSnapshot(client);
		const migrations = await readSchemaVersion(client);
		const last = migrations.at(-1);
		if (last === undefined) return { kind: 'nothing-there' };
		archive = createArchive(options.path, options.at);
		const header: Header = {
			format: archiveFormat,
			program: options.version,
			createdAt: options.at.toISOString(),
			migrations: [...migrations]
		};
		await archive.add('header.json', jsonBytes(header));
		const tables: Manifest['tables'] = [];
		for (const table of await listTables(client)) {
			let rows = 0;
			let slice = 0;
			if (!shortLivedTables.includes(table.name)) {
				for await (const part of readRows(client, table)) {
					slice += 1;
					rows += part.rows;
					await archive.add(`tables/${table.name}/${String(slice).padStart(6, '0')}.jsonl`, Buffer.from(part.lines));
				}
			}
			tables.push({ name: table.name, rows, columns: [...table.columns] });
		}
		const files = filesOf(settings, options);
		for (const file of files) await archive.add(`files/${file.name}`, readFileSync(file.path));
		const manifest: Manifest = {
			...header,
			tables,
			leftOut: tables.map(({ name }) => name).filter((name) => shortLivedTables.includes(name)),
			files: files.map(({ name }) => name),
			hasRoundKeys: options.withRoundKeys,
			entries: [...archive.entries()]
		};
		await archive.add('manifest.json', jsonBytes(manifest));
		const bytes = await archive.finish();
		return {
			kind: 'written',
			bytes,
			tables: tables.length,
			rows: tables.reduce((sum, { rows }) => sum + rows, 0),
			schema: last.name,
			hasRoundKeys: options.withRoundKeys,
			hasSecret: files.some(({ name }) => name === 'secret')
		};
	} catch (error) {
		archive?.abandon();
		if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT'))
			return { kind: 'disk-full' };
		throw error;
	} finally {
		await client.query('rollback').catch(() => {});
		client.release();
	}
}

function filesOf(
	settings: Pick<Settings, 'dataDirectory' | 'roundKeysDirectory'>,
	{ withRoundKeys, withSecret }: Pick<BackupOptions, 'withRoundKeys' | 'withSecret'>
): readonly { readonly name: string; readonly path: string }[] {
	const secret = join(settings.dataDirectory, 'secret');
	const keys = withRoundKeys && existsSync(settings.roundKeysDirectory) ? readdirSync(settings.roundKeysDirectory) : [];
	return [
		...(withSecret && existsSync(secret) ? [{ name: 'secret', path: secret }] : []),
		...keys
			.filter((name) => /^[0-9a-f-]{36}\.key$/.test(name))
			.sort()
			.map((name) => ({ name: `round-keys/${name}`, path: join(settings.roundKeysDirectory, name) }))
	].filter(({ path }) => statSync(path).isFile());
}

function jsonBytes(value: unknown): Uint8Array {
	return Buffer.from(`${JSON.stringify(value, null, '\t')}\n`);
}
