// The last backup that was written from this data directory, for the page that shows whether there is a fresh one.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const Record = v.object({ file: v.string(), bytes: v.number(), finishedAt: v.string() });
export type BackupRecord = v.InferOutput<typeof Record>;

const fileName = 'last-backup.json';

export function writeBackupRecord(dataDirectory: string, record: BackupRecord): void {
	mkdirSync(dataDirectory, { recursive: true });
	writeFileSync(join(dataDirectory, fileName), `${JSON.stringify(record)}\n`, { mode: 0o600 });
}

/** Null where none was written from here, or nobody can tell. */
export function readBackupRecord(dataDirectory: string): BackupRecord | null {
	try {
		return v.parse(Record, JSON.parse(readFileSync(join(dataDirectory, fileName), 'utf8')));
	} catch {
		return null;
	}
}
