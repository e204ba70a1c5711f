// One process per database directory: two would each acknowledge rows and overwrite the other's.
// Node has no file lock of its own, but its SQLite has one that the operating system drops when the process ends, however it
// ends. So there is no stale lock to judge, and a process id that came back to life as another program does not matter.
// Nothing else in this process may open the lock file: on POSIX, closing any handle to it gives the lock away.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseUnusable } from './database-unusable.ts';

// Held here so that the garbage collector cannot close one.
const held = new Set<DatabaseSync>();

/** Returns what releases the lock. Throws `in-use`, naming the process that holds it. */
export function lockDirectory(directory: string): () => void {
	const ownerFile = join(directory, 'lock-owner');
	const lock = new DatabaseSync(join(directory, 'lock'));
	try {
		lock.exec('pragma journal_mode = memory; begin exclusive');
	} catch (error) {
		lock.close();
		if (!isBusy(error)) throw new Error(`the database directory ${directory} could not be locked`, { cause: error });
		throw new DatabaseUnusable(
			'in-use',
			`the database directory ${directory} is in use by process ${ownerOf(ownerFile)}`
		);
	}
	held.add(lock);
	writeFileSync(ownerFile, `${process.pid}\n`);
	return () => {
		rmSync(ownerFile, { force: true });
		held.delete(lock);
		lock.close();
	};
}

function ownerOf(file: string): string {
	try {
		return readFileSync(file, 'utf8').trim() || 'unknown';
	} catch {
		return 'unknown';
	}
}

const sqliteBusy = 5;

function isBusy(error: unknown): boolean {
	return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}
