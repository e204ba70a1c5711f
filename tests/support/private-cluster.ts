// A PostgreSQL server of the tests' own, where its programs are installed: in a temporary directory, on a socket only this
// machine can reach, under a user without rights when the tests run as root (PostgreSQL refuses root).
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

export type PrivateCluster = {
	/** An empty database of its own. Returns its address for DATABASE_URL. */
	readonly createDatabase: () => Promise<string>;
	readonly stop: () => Promise<void>;
};

export type ClusterOutcome =
	| { readonly kind: 'started'; readonly cluster: PrivateCluster }
	| { readonly kind: 'unavailable'; readonly reason: string };

/** `moreSettings`: as in its configuration file, `name=value`. */
export async function startPrivateCluster(moreSettings: readonly string[] = []): Promise<ClusterOutcome> {
	const programs = findPrograms();
	if (programs === null)
		return {
			kind: 'unavailable',
			reason: 'no PostgreSQL programs (initdb, postgres) in /usr/lib/postgresql/*/bin or on PATH'
		};
	const owner = findOwner();
	if (owner === null)
		return {
			kind: 'unavailable',
			reason: 'running as root, and there is no user postgres or nobody to run PostgreSQL as'
		};

	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-postgres-'));
	chmodSync(directory, 0o700);
	if (owner.uid !== undefined) chownSync(directory, owner.uid, owner.gid);
	const data = join(directory, 'data');
	const options = { ...owner, cwd: directory, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } };
	const initialised = spawnSync(
		join(programs, 'initdb'),
		[
			'--pgdata',
			data,
			'--username',
			'postgres',
			'--auth',
			'trust',
			'--encoding',
			'UTF8',
			'--locale',
			'C.UTF-8',
			'--no-sync'
		],
		{ ...options, encoding: 'utf8' }
	);
	if (initialised.status !== 0) {
		rmSync(directory, { recursive: true, force: true });
		return { kind: 'unavailable', reason: `initdb failed: ${initialised.error?.message ?? initialised.stderr.trim()}` };
	}
	const settings = [
		'listen_addresses=',
		`unix_socket_directories=${directory}`,
		'fsync=off',
		'max_connections=50',
		...moreSettings
	];
	const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
		...options,
		stdio: 'ignore'
	});
	const stopAtExit = () => server.kill('SIGQUIT');
	process.once('exit', stopAtExit);
	const cluster: PrivateCluster = {
		createDatabase: () => createDatabase(directory),
		stop: async () => {
			process.off('exit', stopAtExit);
			await stopServer(server);
			rmSync(directory, { recursive: true, force: true });
		}
	};
	if (await answers(directory, server)) return { kind: 'started', cluster };
	await cluster.stop();
	return { kind: 'unavailable', reason: 'PostgreSQL did not start within 20 seconds' };
}

let databases = 0;

async function createDatabase(socketDirectory: string): Promise<string> {
	databases += 1;
	const name = `test_${databases}`;
	const client = new pg.Client(addressOf(socketDirectory, 'postgres'));
	await client.connect();
	await client.query(`create database ${name}`);
	await client.end();
	return addressOf(socketDirectory, name);
}

function addressOf(socketDirectory: string, database: string): string {
	return `postgres://postgres@localhost/${database}?host=${encodeURIComponent(socketDirectory)}`;
}

async function answers(socketDirectory: string, server: ChildProcess): Promise<boolean> {
	for (let attempt = 0; attempt < 200 && server.exitCode === null; attempt++) {
		const client = new pg.Client(addressOf(socketDirectory, 'postgres'));
		try {
			await client.connect();
			await client.end();
			return true;
		} catch {
			await wait(100);
		}
	}
	return false;
}

async function stopServer(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return;
	const ended = new Promise((resolve) => server.once('exit', resolve));
	server.kill('SIGINT');
	await ended;
}

function findPrograms(): string | null {
	const base = '/usr/lib/postgresql';
	const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
	const places = [
		...versions.map((version) => join(base, version, 'bin')),
		...(process.env['PATH'] ?? '').split(delimiter)
	];
	return places.find((place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres'))) ?? null;
}

type Owner = { readonly uid: number; readonly gid: number } | { readonly uid?: undefined };

function findOwner(): Owner | null {
	if (process.getuid?.() !== 0) return {};
	for (const name of ['postgres', 'nobody']) {
		try {
			const id = (option: string) =>
				Number(execFileSync('id', [option, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
			return { uid: id('-u'), gid: id('-g') };
		} catch {
			continue;
		}
	}
	return null;
}
