// The command line as a process of its own: exit codes, the data directory, settings, and the Node it is started by.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { lockDirectory } from '#server/database/embedded/directory-lock.ts';
import { projectRoot } from '#server/project-root.ts';
import { isOneLine, smallAnswers, smallInstrument } from './workbench.ts';

const program = join(projectRoot, 'tools/ledertrivsel.mjs');

function arrange(t: TestContext) {
	const folder = mkdtempSync(join(tmpdir(), 'ledertrivsel-process-'));
	t.after(() => rmSync(folder, { recursive: true, force: true }));
	writeFileSync(join(folder, 'small.json'), JSON.stringify(smallInstrument));
	writeFileSync(join(folder, 'answers.csv'), smallAnswers(['A', 'B'], 6));
	const environment = (more: Record<string, string> = {}) => ({
		PATH: process.env['PATH'],
		HOME: folder,
		DATA_DIR: join(folder, 'data'),
		...more
	});
	const run = (argv: readonly string[], more?: Record<string, string>, node = process.execPath) => {
		const ran = spawnSync(node, [program, ...argv], { cwd: folder, env: environment(more), encoding: 'utf8' });
		return { code: ran.status, out: ran.stdout, error: ran.stderr };
	};
	return { folder, run, environment };
}

const importing = [
	'import',
	'responses',
	'--instrument',
	'small.json',
	'--responses',
	'answers.csv',
	'--unit-column',
	'unit',
	'--name',
	'Survey'
];

test('what one process imports and releases, the next one shows and audits', (t) => {
	const { run } = arrange(t);
	const imported = run(importing);
	assert.equal(imported.code, 0, imported.error);
	assert.equal(imported.error, '');
	assert.equal(run(['release', 'build', 'Survey']).code, 0);
	const shown = run(['release', 'show', 'Survey', '--json']);
	assert.deepEqual(
		JSON.parse(shown.out)
			.groups.map((group: { responses: number }) => group.responses)
			.sort(),
		[12, 6, 6].sort()
	);
	assert.equal(run(['release', 'audit', 'Survey']).code, 0);
	const again = run(['release', 'build', 'Survey']);
	assert.deepEqual([again.code, again.out, isOneLine(again.error)], [1, '', true]);
});

test('help and wrong usage touch no data directory', (t) => {
	const { run, folder } = arrange(t);
	assert.deepEqual([run(['--help']).code, run(['release', 'build', '--help']).code], [0, 0]);
	const wrong = run(['release', 'frobnicate']);
	assert.deepEqual([wrong.code, isOneLine(wrong.error)], [2, true]);
	assert.equal(existsSync(join(folder, 'data')), false);
});

test('a data directory that another process holds is refused, naming that process', (t) => {
	const { run, folder } = arrange(t);
	const directory = join(folder, 'data/database');
	mkdirSync(directory, { recursive: true });
	t.after(lockDirectory(directory));
	const ran = run(['round', 'list']);
	assert.equal(ran.code, 1);
	assert.ok(isOneLine(ran.error), ran.error);
	assert.match(
		ran.error,
		new RegExp(`in use by process ${process.pid} \\(the server, most likely\\): stop it and try again`)
	);
});

test('a wrong setting and a database that does not answer are told in one line', (t) => {
	const { run, folder } = arrange(t);
	const wrong = run(['round', 'list'], { PORT: 'many', LOG_LEVEL: 'loud' });
	assert.deepEqual([wrong.code, isOneLine(wrong.error)], [1, true]);
	assert.match(wrong.error, /PORT must be a whole number.*; LOG_LEVEL must be/);
	const silent = run(['round', 'list'], { DATABASE_URL: 'postgres://kim:secret-word@127.0.0.1:1/none' });
	assert.deepEqual([silent.code, isOneLine(silent.error)], [1, true], silent.error);
	assert.match(silent.error, /DATABASE_URL could not be reached/);
	assert.doesNotMatch(silent.error, /secret-word/);
	writeFileSync(join(folder, 'file'), '');
	const noFolder = run(['round', 'list'], { DATA_DIR: join(folder, 'file') });
	assert.deepEqual([noFolder.code, isOneLine(noFolder.error)], [1, true], noFolder.error);
	assert.match(noFolder.error, /DATA_DIR .* cannot be written to/);
});

test('a reader that stops in the middle is no failure', async (t) => {
	const { environment } = arrange(t);
	const child = spawn(process.execPath, [program, 'evidence', 'export'], {
		env: environment(),
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let error = '';
	child.stderr.on('data', (text) => (error += String(text)));
	child.stdout.once('data', () => child.stdout.destroy());
	const code = await new Promise((resolve) => child.on('close', resolve));
	assert.deepEqual([code, error], [0, '']);
});

const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
	const version = existsSync(path) ? spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout : '';
	return /^v(1\d|2[0-3])\./.test(version);
});

test(
	'an older Node hands over to the pinned one',
	{ skip: oldNode === undefined && 'no older Node on this machine' },
	(t) => {
		const { run } = arrange(t);
		const ran = run(['evidence', 'check'], {}, oldNode);
		assert.deepEqual([ran.code, ran.error], [0, '']);
		const wrong = run(['evidence', 'frobnicate'], {}, oldNode);
		assert.deepEqual([wrong.code, isOneLine(wrong.error)], [2, true]);
	}
);

test(
	'an older Node that finds no pinned one says which Node is needed',
	{ skip: oldNode === undefined && 'no older Node on this machine' },
	(t) => {
		const { run } = arrange(t);
		const ran = run(['evidence', 'check'], { LEDERTRIVSEL_HANDED_OVER: 'yes' }, oldNode);
		assert.deepEqual([ran.code, isOneLine(ran.error)], [1, true]);
		assert.match(ran.error, /needs Node 24, and this is Node \d+/);
	}
);

const npx = spawnSync('npx', ['--version'], { encoding: 'utf8' });

test(
	'npx finds the command in a checkout, without the network',
	{ skip: npx.status !== 0 && 'no npx on this machine' },
	(t) => {
		const { folder, environment } = arrange(t);
		const ran = spawnSync('npx', ['--offline', 'ledertrivsel', '--version'], {
			cwd: projectRoot,
			env: environment({ npm_config_cache: join(folder, 'npm') }),
			encoding: 'utf8'
		});
		assert.equal(ran.status, 0, ran.stderr);
		assert.match(ran.stdout, /^\d+\.\d+\.\d+\n$/);
	}
);
