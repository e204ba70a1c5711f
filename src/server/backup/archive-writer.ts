// Writes a backup under another name, entry by entry, and gives it its own name once all of it is on the disk.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import { Header as TarHeader } from 'tar';

export type WrittenEntry = { readonly path: string; readonly bytes: number; readonly sha256: string };

export type ArchiveWriter = {
	readonly add: (path: string, content: Uint8Array) => Promise<void>;
	readonly entries: () => readonly WrittenEntry[];
	/** Ends the file, syncs it and renames it. Returns its size. */
	readonly finish: () => Promise<number>;
	/** Removes whatever was written. */
	readonly abandon: () => void;
};

const block = 512;

/** `path`: where the finished file will lie. What is written before lies beside it and ends with `.unfinished`. */
export function createArchive(path: string, at: Date): ArchiveWriter {
	const unfinished = `${path}.${process.pid}.unfinished`;
	const file = openSync(unfinished, 'wx', 0o600);
	let isOpen = true;
	let size = 0;
	let failure: Error | null = null;
	const entries: WrittenEntry[] = [];
	const gzip = createGzip({ level: 6 });
	gzip.on('data', (chunk: Buffer) => {
		if (failure !== null) return;
		try {
			writeWhole(file, chunk);
			size += chunk.length;
		} catch (error) {
			failure = error instanceof Error ? error : new Error(String(error));
		}
	});
	const put = async (bytes: Uint8Array) => {
		if (!gzip.write(bytes)) await once(gzip, 'drain');
		if (failure !== null) throw failure;
	};
	const close = () => {
		if (isOpen) closeSync(file);
		isOpen = false;
	};

	return {
		async add(entryPath, content) {
			const header = new TarHeader({ path: entryPath, size: content.length, mode: 0o600, type: 'File', mtime: at });
			const head = Buffer.alloc(block);
			if (header.encode(head)) throw new Error(`the name ${entryPath} is too long for an archive`);
			await put(head);
			await put(content);
			await put(Buffer.alloc((block - (content.length % block)) % block));
			entries.push({ path: entryPath, bytes: content.length, sha256: hashOf(content) });
		},
		entries: () => entries,
		async finish() {
			await put(Buffer.alloc(2 * block));
			const hasEnded = once(gzip, 'end');
			gzip.end();
			await hasEnded;
			if (failure !== null) throw failure;
			fsyncSync(file);
			close();
			renameSync(unfinished, path);
			syncDirectory(dirname(path));
			return size;
		},
		abandon() {
			close();
			gzip.destroy();
			rmSync(unfinished, { force: true });
		}
	};
}

export function hashOf(content: Uint8Array): string {
	return createHash('sha256').update(content).digest('hex');
}

function writeWhole(file: number, chunk: Buffer): void {
	let written = 0;
	while (written < chunk.length) written += writeSync(file, chunk, written);
}

function syncDirectory(path: string): void {
	const directory = openSync(path, 'r');
	try {
		fsyncSync(directory);
	} finally {
		closeSync(directory);
	}
}
