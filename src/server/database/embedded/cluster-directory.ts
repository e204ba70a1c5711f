// Where the embedded database lies, and how it comes to be: made aside, synced whole, marked, and only then given its name.
// So a directory named `cluster` is complete, and one still named `cluster.creating` at a start was interrupted.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { DatabaseUnusable } from './database-unusable.ts';
import { DurableNodeFS, durableStartParameters, syncPath, syncTree } from './durable-files.ts';

const marker = 'LEDERTRIVSEL_COMPLETE';
const madeBy = 'PostgreSQL 18 (PGlite 0.5)';

export type ClusterEvent =
	| { readonly kind: 'created'; readonly directory: string }
	/** A creation that was cut off; what it left is kept under this name. */
	| { readonly kind: 'set-aside'; readonly directory: string };

export type ClusterWatch = {
	readonly report: (event: ClusterEvent) => void;
	/** PostgreSQL gave up in the middle. */
	readonly onDeath: (reason: string) => void;
};

/** Makes the cluster where there is none. Returns its path. The caller holds the lock of `dataDirectory`. */
export async function prepareCluster(dataDirectory: string, { report, onDeath }: ClusterWatch): Promise<string> {
	const cluster = join(dataDirectory, 'cluster');
	if (existsSync(cluster)) {
		refuseUnlessMarked(cluster);
		return cluster;
	}
	const creating = join(dataDirectory, 'cluster.creating');
	if (existsSync(creating)) report({ kind: 'set-aside', directory: setAside(creating) });
	try {
		await createCluster(creating, onDeath);
	} catch (error) {
		rmSync(creating, { recursive: true, force: true });
		throw error;
	}
	renameSync(creating, cluster);
	syncPath(dataDirectory);
	report({ kind: 'created', directory: cluster });
	return cluster;
}

/** Makes a directory and all above it that are missing, so that they are there after a loss of power, too. */
export function makeDurableDirectory(directory: string): void {
	if (existsSync(directory)) return;
	makeDurableDirectory(dirname(directory));
	mkdirSync(directory, { mode: 0o700 });
	syncPath(dirname(directory));
}

async function createCluster(directory: string, onDeath: (reason: string) => void): Promise<void> {
	mkdirSync(directory, { mode: 0o700 });
	const fs = new DurableNodeFS(directory, onDeath);
	const database = await PGlite.create({ fs, startParams: [...durableStartParameters] });
	await database.close();
	syncTree(directory);
	writeFileSync(join(directory, marker), `${madeBy}\n`);
	syncPath(join(directory, marker));
	syncPath(directory);
}

function refuseUnlessMarked(cluster: string): void {
	const file = join(cluster, marker);
	const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
	if (found === madeBy) return;
	const why = found === null ? `it has no file ${marker}` : `it was made by ${found}, and this version reads ${madeBy}`;
	throw new DatabaseUnusable(
		'foreign-directory',
		`${cluster} is not a database that this version can open: ${why}; nothing was changed`
	);
}

function setAside(directory: string): string {
	const stamp = new Date().toISOString().replace(/[:.]/g, '-');
	const name = directory.replace(/\.creating$/, `.interrupted-${stamp}`);
	renameSync(directory, name);
	return name;
}
