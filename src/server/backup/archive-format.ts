// What stands in a backup: a tar file in gzip. First `header.json`, then slices of rows and files, last `manifest.json`
// with the size and hash of everything before it. A file without its last entry is not a backup.
import * as v from 'valibot';

export const archiveFormat = 1;

const Migrations = v.array(v.object({ number: v.number(), name: v.string(), checksum: v.string() }));

export const Header = v.object({
	format: v.literal(archiveFormat),
	program: v.string(),
	createdAt: v.string(),
	migrations: Migrations
});
export type Header = v.InferOutput<typeof Header>;

const Column = v.object({ name: v.string(), type: v.pipe(v.string(), v.regex(/^[a-z0-9 ()[\],_]+$/)) });

export const Manifest = v.object({
	...Header.entries,
	tables: v.array(v.object({ name: v.string(), rows: v.number(), columns: v.array(Column) })),
	/** Tables whose rows live for minutes or hours and were left out. */
	leftOut: v.array(v.string()),
	files: v.array(v.string()),
	hasRoundKeys: v.boolean(),
	entries: v.array(v.object({ path: v.string(), bytes: v.number(), sha256: v.string() }))
});
export type Manifest = v.InferOutput<typeof Manifest>;

/** What cannot be read as a backup, and why, for the operator. */
export class NotABackup extends Error {
	override readonly name = 'NotABackup';
}

/** `tables/<name>/000001.jsonl` → the name; null for anything else. */
export function tableOf(path: string): string | null {
	return /^tables\/([a-z0-9_]+)\/\d{6,}\.jsonl$/.exec(path)?.[1] ?? null;
}

/** `files/<name>` → the name below the data directory (or below the directory of round keys); null for anything else. */
export function fileOf(path: string): string | null {
	return /^files\/(secret|round-keys\/[0-9a-f-]{36}\.key)$/.exec(path)?.[1] ?? null;
}
