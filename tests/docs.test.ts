// What a person can set, start or look up is described; what is described exists.
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { settingNames } from '#server/settings.ts';
import { runCommand } from '../tools/ledertrivsel.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('docs/settings.md describes every setting and no other, in the order of the code', () => {
	assert.deepEqual(settingsIn(read('docs/settings.md')), [...settingNames]);
});

test('a setting that is missing from the table, or only there, is caught', () => {
	const table = read('docs/settings.md');
	assert.notDeepEqual(settingsIn(table.replace(/^\| `PORT`.*\n/m, '')), [...settingNames]);
	assert.notDeepEqual(settingsIn(table.replace('| `HOST`', '| `COLOUR` | | |\n| `HOST`')), [...settingNames]);
});

test('docs/command-line.md describes every command and every option of it', async () => {
	const commands = await allCommands();
	assert.ok(commands.some(({ path, options }) => path === 'import responses' && options.includes('--unit-column')));
	assert.deepEqual(undescribed(commands, read('docs/command-line.md')), []);
});

test('a command or an option that nobody described is caught', async () => {
	const commands = [...(await allCommands()), { path: 'round forget', options: ['--quickly'] }];
	assert.deepEqual(undescribed(commands, read('docs/command-line.md')), ['round forget', 'round forget --quickly']);
});

test('every instrument is described where instruments are described', () => {
	const described = read('docs/methods.md') + read('docs/instrument-format.md') + read('evidence/README.md');
	const ids = readdirSync(join(root, 'evidence/instruments')).map((file) => file.replace(/\.json$/, ''));
	assert.ok(ids.length > 0);
	assert.deepEqual(
		ids.filter((id) => !described.includes(id)),
		[]
	);
});

test('every script of package.json that a document names exists', () => {
	const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
	const named = documents().flatMap((file) =>
		[...read(file).matchAll(/\bnpm (?:run )?(start|test(?::\w+)?|(?<=run )[a-z:]+)/g)].map((match) => match[1] ?? '')
	);
	assert.ok(named.includes('test'));
	assert.deepEqual(
		[...new Set(named)].filter((name) => !(name in scripts)),
		[]
	);
});

test('every link from a document to a file of the project leads somewhere', () => {
	assert.deepEqual(
		documents().flatMap((file) => brokenLinks(file, read(file))),
		[]
	);
});

test('a link to a file that is not there is caught', () => {
	assert.deepEqual(brokenLinks('docs/planted.md', 'See [this](no-such.md) and [that](settings.md#settings).'), [
		'docs/planted.md: no-such.md'
	]);
});

type Described = { readonly path: string; readonly options: readonly string[] };

function settingsIn(table: string): string[] {
	return [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1] ?? '');
}

/** As the program itself tells them: from its help, command by command. */
async function allCommands(path: readonly string[] = []): Promise<Described[]> {
	const help = await helpOf(path);
	const section = (title: string) => new RegExp(`^${title}:\\n((?:  .*\\n?)*)`, 'm').exec(help)?.[1] ?? '';
	const names = [...section('Commands').matchAll(/^ {2}(\w[\w-]*)/gm)]
		.map((match) => match[1] ?? '')
		.filter((name) => name !== 'help');
	const below = await Promise.all(names.map((name) => allCommands([...path, name])));
	if (names.length > 0) return below.flat();
	const options = [...section('Options').matchAll(/(--[a-z-]+)/g)].map((match) => match[1] ?? '');
	return [
		{ path: path.join(' '), options: options.filter((option) => !['--help', '--json', '--version'].includes(option)) }
	];
}

async function helpOf(path: readonly string[]): Promise<string> {
	let text = '';
	const keep = { write: (part: string) => ((text += part), true) };
	await runCommand([...path, '--help'], { stdout: keep, stderr: keep, environment: {} });
	return text;
}

function undescribed(commands: readonly Described[], text: string): string[] {
	return commands.flatMap(({ path, options }) => [
		...(text.includes(path) ? [] : [path]),
		...options.filter((option) => !text.includes(option)).map((option) => `${path} ${option}`)
	]);
}

function documents(): string[] {
	return globSync('{*.md,docs/**/*.md,evidence/**/*.md,tests/**/*.md}', { cwd: root });
}

function brokenLinks(file: string, text: string): string[] {
	const targets = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)].map((match) => match[1] ?? '');
	return targets
		.filter((target) => !existsSync(join(root, dirname(file), target)))
		.map((target) => `${file}: ${target}`);
}
