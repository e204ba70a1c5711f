// A running site of a test's own: the production build as a program, on a free port, with its own data and its own mail server.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '#server/project-root.ts';
import { prepareDatabase } from './prepared-database.ts';

export type Site = {
	/** Where people come, without a slash at the end. */
	readonly url: string;
	readonly port: number;
	readonly dataDirectory: string;
	/** Everything that the program has printed. */
	readonly output: () => string;
	/** The address printed for the first administrator. */
	readonly setUpLink: () => string;
	/** Waits until the program has ended, as Ctrl-C does. */
	readonly stop: () => Promise<void>;
	/** Ends the program as a lost machine does: at once, without a word. */
	readonly kill: () => Promise<void>;
	/** The same data again, on the same port; with the program's clock so many days ahead of the machine's. */
	readonly start: (clock?: { readonly daysAhead: number }) => Promise<void>;
};

type SiteOptions = {
	/** Further settings, as an operator gives them. */
	readonly settings?: Readonly<Record<string, string>>;
	/** Kept and shared where given; else made, and removed at the end. */
	readonly dataDirectory?: string;
	/** Nothing is made ready for it: it makes its database in an empty directory, and every key from the beginning. */
	readonly isFromNothing?: boolean;
};

type Test = { readonly after: (work: () => Promise<void>) => void };

/** Builds what changed, starts the program and waits for the line that says it is ready. Stopped with the test. */
export async function startSite(
	test: Test,
	{ settings = {}, dataDirectory, isFromNothing = false }: SiteOptions = {}
): Promise<Site> {
	buildOnce();
	const port = await freePort();
	const data = dataDirectory ?? mkdtempSync(join(tmpdir(), 'ledertrivsel-site-'));
	if (dataDirectory === undefined && !isFromNothing) await prepareDatabase(join(data, 'database'));
	const environment = {
		...ownEnvironment(),
		LOG_LEVEL: 'error',
		CLOSE_GRACE_MINUTES: '0',
		// Tests run at night, too.
		QUIET_HOURS: 'off',
		...settings,
		PORT: String(port),
		DATA_DIR: data
	};
	let output = '';
	let stopRunning = async () => {};
	let killRunning = async () => {};

	const start = async ({ daysAhead }: { readonly daysAhead: number } = { daysAhead: 0 }) => {
		const before = [
			...(isFromNothing ? [] : ['./quick-signing-keys.ts']),
			...(daysAhead === 0 ? [] : [`./days-ahead.ts?days=${daysAhead}`])
		].flatMap((file) => ['--import', new URL(file, import.meta.url).href]);
		const options = ['--disable-warning=ExperimentalWarning', ...before, 'tools/serve.ts'];
		const program = spawn(process.execPath, options, {
			cwd: projectRoot,
			env: environment,
			stdio: ['ignore', 'pipe', 'pipe']
		});
		const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
		const startedAt = output.length;
		const keep = (part: Buffer) => (output += part.toString('utf8'));
		program.stdout.on('data', keep);
		program.stderr.on('data', keep);
		stopRunning = async () => {
			program.kill('SIGTERM');
			const isEnded = await Promise.race([ended.then(() => true), wait(20_000, false, { ref: false })]);
			if (!isEnded) program.kill('SIGKILL');
			await ended;
			assert.ok(isEnded, `the server did not stop within 20 seconds of SIGTERM:\n${output}`);
		};
		killRunning = async () => {
			stopRunning = async () => {};
			program.kill('SIGKILL');
			await ended;
		};
		while (!output.slice(startedAt).includes('Ledertrivsel is ready at')) {
			if (program.exitCode !== null) throw new Error(`the server ended before it was ready:\n${output}`);
			await wait(20);
		}
	};
	const stop = async () => {
		const stopping = stopRunning;
		stopRunning = async () => {};
		await stopping();
	};
	test.after(async () => {
		await stop();
		if (dataDirectory === undefined) rmSync(data, { recursive: true, force: true });
	});
	await start();
	return {
		url: `http://localhost:${port}`,
		port,
		dataDirectory: data,
		output: () => output,
		setUpLink: () => {
			const link = /https?:\/\/\S+\/set-up\?token=\S+/.exec(output)?.[0];
			assert.ok(link, `no link for the first administrator was printed:\n${output}`);
			return link.replace(/^https?:\/\/[^/]+/, `http://localhost:${port}`);
		},
		stop,
		kill: () => killRunning(),
		start
	};
}

let isBuilt = process.env.BUILD === 'done';

/** `npm test` has built already and says so with BUILD=done. */
function buildOnce(): void {
	if (!isBuilt) execFileSync(process.execPath, ['tools/start.mjs', 'build'], { cwd: projectRoot, stdio: 'inherit' });
	isBuilt = true;
}

/** Settings of the machine that runs the tests must not reach the site. */
function ownEnvironment(): Record<string, string | undefined> {
	const { PATH, HOME, TMPDIR, LANG, NODE_EXTRA_CA_CERTS, NODE_COMPILE_CACHE } = process.env;
	return { PATH, HOME, TMPDIR, LANG, NODE_EXTRA_CA_CERTS, NODE_COMPILE_CACHE, TZ: 'Europe/Copenhagen' };
}

export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
