// Letters that came back while the database was in use by the server: they wait in the data directory until it reads them.
// What cannot be read is set aside, not thrown away.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

export type ReturnedFolder = {
	/** On the disk, whole, when it returns. The same letter twice is one. */
	readonly put: (message: Uint8Array) => Promise<void>;
	/** Names of those that wait. */
	readonly list: () => Promise<string[]>;
	readonly read: (name: string) => Promise<Uint8Array>;
	readonly remove: (name: string) => Promise<void>;
	/** Where an operator can look at it. */
	readonly setAside: (name: string) => Promise<void>;
};

export function returnedFolderIn(dataDirectory: string): ReturnedFolder {
	const waiting = join(dataDirectory, 'returned-mail');
	const unread = join(waiting, 'unread');
	return {
		async put(message) {
			await mkdir(waiting, { recursive: true, mode: 0o700 });
			const name = `${createHash('sha256').update(message).digest('hex').slice(0, 24)}.eml`;
			const temporary = join(waiting, `${randomUUID()}.part`);
			const file = await open(temporary, 'wx', 0o600);
			try {
				await file.writeFile(message);
				await file.sync();
			} finally {
				await file.close();
			}
			await rename(temporary, join(waiting, name));
		},
		async list() {
			try {
				return (await readdir(waiting)).filter((name) => name.endsWith('.eml')).sort();
			} catch (error) {
				if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
				throw new Error('could not look for returned mail in the data directory', { cause: error });
			}
		},
		read: (name) => readFile(join(waiting, name)),
		remove: (name) => rm(join(waiting, name), { force: true }),
		async setAside(name) {
			await mkdir(unread, { recursive: true, mode: 0o700 });
			await rename(join(waiting, name), join(unread, name));
		}
	};
}
