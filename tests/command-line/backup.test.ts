// Backup, restore and upgrade as processes of their own, on data directories: the lock, the kill and the sentences.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase, type Database } from '#server/database/open-database.ts';
import { silentLog } from '#server/log/log.ts';
import { projectRoot } from '#server/project-root.ts';
import { contentsOf, fillOlderSchema } from '../support/older-schemas.ts';
import { runCommand } from '../../tools/ledertrivsel.ts';
import { isOneLine } from './workbench.ts';

const program = join(projectRoot, 'tools/ledertrivsel.mjs');
const folder = mkdtempSync(join(tmpdir(), 'ledertrivsel-operator-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const environmentOf = (name: string) => ({
	PATH: process.env['PATH'],
	HOME: folder,
	DATA_DIR: join(folder, name)
});

/** In this process: starting another one for each command takes seconds. */
async function run(name: string, ...argv: string[]) {
	const out: string[] = [];
	const error: string[] = [];
	const code = await runCommand(argv, {
		stdout: { write: (text) => out.push(text) },
		stderr: { write: (text) => error.push(text) },
		environment: environmentOf(name)
	});
	return { code, out: out.join(''), error: error.join('') };
}

const inFolder = (name: string) => join(folder, name);

async function within<Result>(name: string, work: (database: Database) => Promise<Result>): Promise<Result> {
	const dataDirectory = join(folder, name, 'database');
	const database = await openDatabase({ dataDirectory, databaseUrl: null, log: silentLog });
	try {
		return await work(database);
	} finally {
		await database.close();
	}
}

test('an old data directory is upgraded after a backup, and the backup is restored elsewhere with the same rows', async () => {
	await within('old', (database) => fillOlderSchema(database.pool, 3));
	const locked = await within('old', () => run('old', 'backup', inFolder('while-it-runs.tar.gz')));
	assert.deepEqual([locked.code, isOneLine(locked.error)], [1, true], locked.error);
	assert.match(locked.error, /stop it and try again/);

	const upgraded = await run('old', 'upgrade', '--backup', inFolder('before.tar.gz'), '--json');
	assert.equal(upgraded.code, 0, upgraded.error);
	const { from, applied, findings } = JSON.parse(upgraded.out);
	assert.deepEqual([from, findings], ['0003-evidence-revisions.sql', []]);
	assert.ok(applied.length > 5);
	assert.match((await run('old', 'upgrade', '--backup', inFolder('again.tar.gz'))).out, /^Nothing to do/);
	assert.equal(existsSync(join(folder, 'again.tar.gz')), false);

	const restored = await run('new', 'restore', inFolder('before.tar.gz'));
	assert.equal(restored.code, 0, restored.error);
	assert.deepEqual(
		await within('new', ({ pool }) => contentsOf(pool)),
		await within('old', ({ pool }) => contentsOf(pool))
	);
	const second = await run('new', 'restore', inFolder('before.tar.gz'));
	assert.deepEqual([second.code, isOneLine(second.error)], [1, true]);
	assert.match(second.error, /restore into an empty place/);
});

test('what is wrong is said in one line, and nothing is made', async () => {
	const cases: readonly (readonly [readonly string[], RegExp])[] = [
		[['backup', 'x.tar.gz'], /there is no database in/],
		[['backup', 'x.tar.gz', '--with-round-keys'], /confirm with --yes/],
		[['backup', 'x.tar.gz', '--with-secret'], /confirm with --yes/],
		[['restore', 'nowhere.tar.gz'], /there is no file nowhere.tar.gz/],
		[['restore', program], /cannot be restored, and nothing was changed/],
		[['upgrade', '--backup', 'x.tar.gz'], /there is no database in/]
	];
	for (const [argv, sentence] of cases) {
		const ran = await run('nothing', ...argv);
		assert.deepEqual([ran.code, isOneLine(ran.error)], [1, true], `${argv.join(' ')}: ${ran.error}`);
		assert.match(ran.error, sentence);
	}
	assert.equal(existsSync(join(folder, 'nothing')), false);
});

test('a backup or a restore that is killed never looks whole', async () => {
	await within('large', async ({ pool }) => {
		await fillOlderSchema(pool, 3);
		await pool.query(
			"insert into units (organisation_id, unit_id, name) select organisation_id, 'u' || n, repeat(md5(n::text), 20) from organisations, generate_series(1, 60000) n"
		);
	});
	const killed = await killWhen(
		spawn(process.execPath, [program, 'backup', 'killed.tar.gz'], { cwd: folder, env: environmentOf('large') }),
		() => readdirSync(folder).some((name) => name.startsWith('killed.tar.gz.'))
	);
	assert.equal(killed, 'SIGKILL');
	assert.equal(existsSync(join(folder, 'killed.tar.gz')), false);
	const left = readdirSync(folder).find((name) => name.startsWith('killed.tar.gz.')) ?? '';
	assert.match(
		(await run('elsewhere', 'restore', inFolder(left))).error,
		/cannot be restored, and nothing was changed/
	);

	const whole = await run('large', 'backup', inFolder('whole.tar.gz'));
	assert.equal(whole.code, 0, whole.error);
	const restoring = spawn(process.execPath, [program, 'restore', join(folder, 'whole.tar.gz')], {
		cwd: folder,
		env: environmentOf('target')
	});
	await killWhen(restoring, () => existsSync(join(folder, 'target', 'database')), 3500);
	// Killed before the mark there is nothing; killed after it, nobody takes it for whole. Both can be begun anew.
	const shown = await run('target', 'round', 'list');
	if (restoring.exitCode !== 0 && shown.code !== 0) assert.match(shown.error, /not finished|unfinished/);
	const again = await run('target', 'restore', inFolder('whole.tar.gz'));
	if (restoring.exitCode !== 0 && shown.code !== 0) assert.equal(again.code, 0, again.error);
});

async function killWhen(process: ReturnType<typeof spawn>, isTime: () => boolean, moreMilliseconds = 0) {
	const ended = new Promise<string>((resolve) =>
		process.once('exit', (code, signal) => resolve(signal ?? String(code)))
	);
	for (let turn = 0; turn < 2000 && process.exitCode === null && !isTime(); turn++) await wait(5);
	await Promise.race([wait(moreMilliseconds), ended]);
	process.kill('SIGKILL');
	return ended;
}
