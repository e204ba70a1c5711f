// PGlite as shipped never syncs: its Node file system has no fsync call to answer PostgreSQL with. This one has.
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** `-F` turns syncing off; PostgreSQL's `fdatasync` reaches nothing in this build, so `fsync` it must be. */
export const durableStartParameters: readonly string[] = [
	...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
	...['fsync=on', 'wal_sync_method=fsync', 'full_page_writes=on', 'synchronous_commit=on'].flatMap((setting) => [
		'-c',
		setting
	])
];

export class DurableNodeFS extends NodeFS {
	/** How many of PostgreSQL's requests to sync have been carried out. */
	syncCount = 0;
	readonly #onDeath: (reason: string) => void;

	/** `onDeath` is called when PostgreSQL gives up (PANIC, or leaves by itself): without it, PGlite would loop for ever. */
	constructor(directory: string, onDeath: (reason: string) => void) {
		super(directory);
		this.#onDeath = onDeath;
	}

	override async init(...[instance, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
		const result = await super.init(instance, options);
		const { emscriptenOpts } = result;
		emscriptenOpts.preRun?.unshift((module: object) => {
			nodeFileSystemOf(module).stream_ops.fsync = (stream) => this.#sync(stream, nodeFileSystemOf(module));
		});
		emscriptenOpts.onAbort = (reason: unknown) => this.#onDeath(`abort ${String(reason)}`);
		return result;
	}

	#sync(stream: OpenFile, nodeFileSystem: NodeFileSystem): number {
		return nodeFileSystem.tryFSOperation(() => {
			if (stream.nfd === undefined) syncPath(nodeFileSystem.realPath(stream.node));
			else fsyncSync(stream.nfd);
			this.syncCount += 1;
			return 0;
		});
	}
}

/** A directory that initdb filled has never been synced. */
export function syncTree(directory: string): void {
	for (const entry of readdirSync(directory, { withFileTypes: true })) {
		const path = join(directory, entry.name);
		if (entry.isDirectory()) syncTree(path);
		else if (entry.isFile()) syncPath(path);
	}
	syncPath(directory);
}

/** Windows cannot open a directory to sync it, and writes its entries through by itself. */
export function syncPath(path: string): void {
	let file: number;
	try {
		file = openSync(path, 'r+');
	} catch (error) {
		if (!isDirectoryError(error)) throw error;
		if (process.platform === 'win32') return;
		file = openSync(path, 'r');
	}
	try {
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}

function isDirectoryError(error: unknown): boolean {
	return (
		error instanceof Error &&
		'code' in error &&
		(error.code === 'EISDIR' || error.code === 'EPERM' || error.code === 'EACCES')
	);
}

// The inside of Emscripten's file system, which has no types of its own.
type OpenFile = { readonly nfd?: number; readonly node: unknown };
type NodeFileSystem = {
	readonly stream_ops: { fsync?: (stream: OpenFile) => number };
	readonly realPath: (node: unknown) => string;
	/** Turns an error of Node into the number that PostgreSQL understands. */
	readonly tryFSOperation: <T>(operation: () => T) => T;
};

function nodeFileSystemOf(module: object): NodeFileSystem {
	if (!('NODEFS' in module)) throw new Error('this build of PGlite has no NODEFS to add the sync to');
	return module.NODEFS as NodeFileSystem;
}
