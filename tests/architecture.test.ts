// Keeps the rooms: who may import whom, and which words do not belong where. A folder that nobody declared fails.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';

const root = resolve(import.meta.dirname, '..');

/** Room → rooms it may import (its own is always allowed). The longest matching prefix names a file's room. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
	'src/domain/language': [],
	'src/domain/statistics': [],
	'src/domain/organisation': ['src/domain/language'],
	'src/domain/instrument': ['src/domain/language', 'src/domain/statistics'],
	'src/domain/scoring': ['src/domain/language', 'src/domain/statistics', 'src/domain/instrument'],
	'src/domain/disclosure': [
		'src/domain/language',
		'src/domain/statistics',
		'src/domain/instrument',
		'src/domain/scoring'
	],
	'src/domain/round': [
		'src/domain/calendar',
		'src/domain/ballot',
		'src/domain/language',
		'src/domain/organisation',
		'src/domain/instrument',
		'src/domain/disclosure',
		'src/domain/effect'
	],
	'src/domain/evidence': ['src/domain/language'],
	'src/domain/overview': ['src/domain/language', 'src/domain/evidence'],
	'src/domain/recommendation': [
		'src/domain/language',
		'src/domain/evidence',
		'src/domain/instrument',
		'src/domain/scoring',
		'src/domain/disclosure'
	],
	'src/domain/dialogue': [
		'src/domain/language',
		'src/domain/statistics',
		'src/domain/evidence',
		'src/domain/disclosure',
		'src/domain/recommendation'
	],
	'src/domain/ballot': ['src/domain/language', 'src/domain/instrument'],
	'src/domain/calendar': [],
	'src/domain/mail': [],
	'src/domain/retention': [],
	'src/domain/privacy': ['src/domain/retention'],
	'src/domain/plan': [
		'src/domain/language',
		'src/domain/organisation',
		'src/domain/evidence',
		'src/domain/recommendation'
	],
	'src/domain/work-environment': [
		'src/domain/language',
		'src/domain/evidence',
		'src/domain/instrument',
		'src/domain/scoring',
		'src/domain/disclosure',
		'src/domain/recommendation'
	],
	'src/domain/programme': [
		'src/domain/language',
		'src/domain/statistics',
		'src/domain/evidence',
		'src/domain/instrument',
		'src/domain/disclosure',
		'src/domain/effect',
		'src/domain/work-environment'
	],
	'src/domain/effect': [
		'src/domain/calendar',
		'src/domain/language',
		'src/domain/statistics',
		'src/domain/evidence',
		'src/domain/disclosure',
		'src/domain/plan'
	],
	'src/texts': ['src/domain'],
	'src/ui': ['src/domain', 'src/texts'],
	'src/server/log': [],
	'src/server/compression': [],
	'src/server/audit-log': ['src/server/database', 'src/server/log', 'src/server/actor.ts'],
	'src/server/settings.ts': [],
	'src/server/project-root.ts': [],
	'src/server/actor.ts': [],
	'src/server/database': ['src/domain', 'src/server/log', 'src/server/project-root.ts', 'src/server/actor.ts'],
	'src/server/demonstration': ['src/domain', 'src/server/database'],
	'src/server/evidence-base': ['src/domain', 'src/server/project-root.ts'],
	'src/server/organisation-files': ['src/domain'],
	'src/server/references': ['src/domain', 'src/texts'],
	'src/server/search': ['src/domain', 'src/texts'],
	'src/server/solver': ['src/domain'],
	'src/server/documents': ['src/domain', 'src/texts', 'src/server/references', 'src/server/project-root.ts'],
	'src/server/response-files': ['src/domain', 'src/server/organisation-files'],
	'src/server/ballots': ['src/domain'],
	'src/server/mail': ['src/domain', 'src/server/log', 'src/server/settings.ts'],
	'src/server/identity': [
		'src/domain',
		'src/texts',
		'src/server/database',
		'src/server/mail',
		'src/server/log',
		'src/server/settings.ts',
		'src/server/actor.ts'
	],
	'src/server/metrics': ['src/server/audit-log'],
	'src/server/research-files': ['src/domain', 'src/texts'],
	'src/server/backup': [
		'src/domain',
		'src/server/database',
		'src/server/log',
		'src/server/settings.ts',
		'src/server/project-root.ts'
	],
	'src/server/release-audit': ['src/domain', 'src/server/solver', 'src/server/project-root.ts'],
	'src/server/use-cases': [
		'src/domain',
		'src/texts',
		'src/server/actor.ts',
		'src/server/context.ts',
		'src/server/ballots',
		'src/server/database',
		'src/server/mail',
		'src/server/identity',
		'src/server/demonstration',
		'src/server/evidence-base',
		'src/server/organisation-files',
		'src/server/references',
		'src/server/search',
		'src/server/documents',
		'src/server/response-files',
		'src/server/research-files',
		'src/server/backup',
		'src/server/metrics',
		'src/server/project-root.ts',
		'src/server/release-audit',
		'src/server/solver',
		'src/server/log'
	],
	'src/server/jobs': [
		'src/server/use-cases',
		'src/server/context.ts',
		'src/server/actor.ts',
		'src/server/database',
		'src/server/log'
	],
	'src/server/context.ts': ['src/server', 'src/domain'],
	'src/hooks.server.ts': ['src'],
	'src/app.d.ts': ['src'],
	'src/routes': ['src/domain', 'src/texts', 'src/ui', 'src/server/use-cases', 'src/server/actor.ts'],
	tools: ['src', 'tests/support'],
	tests: ['src', 'tools']
};

/** What a file may not say, where, and what to say instead. */
const bannedWords: readonly { readonly where: RegExp; readonly word: RegExp; readonly instead: string }[] = [
	{ where: /^src\/domain\//, word: /\bDate\.now\b|\bnew Date\(\)/, instead: 'take the time as an argument' },
	{ where: /^src\/domain\//, word: /\bMath\.random\b/, instead: 'take a generator as an argument' },
	{ where: /^src\/domain\//, word: /\basync\b|\bawait\b/, instead: 'compute, and let a use case wait' },
	{
		where: /^src\/domain\//,
		word: /from 'node:|\bconsole\.|\bprocess\.|\bfetch\(/,
		instead: 'leave the world to src/server'
	},
	{
		where: /^src\/(?!domain\/disclosure\/)/,
		word: /\bas Publishable\b|\bas unknown as Publishable\b/,
		instead: 'read it through domain/disclosure'
	},
	{
		where: /^(src\/(?!domain\/disclosure\/)|tools\/)/,
		word: /mark-publishable/,
		instead: 'only domain/disclosure makes a Publishable'
	},
	{ where: /^src\/(routes|ui|domain|server\/use-cases)\//, word: /\bsql`/, instead: 'put SQL in src/server/database' },
	{
		where: /^src\/(texts|ui|routes)\//,
		word: /anonym/i,
		instead: 'say confidential (fortrolig): only what cryptography makes so is called the other'
	},
	{ where: /^src\/(domain|server|routes|ui|texts)\//, word: /: any\b|\bas any\b|<any>/, instead: 'name the type' }
];

/** Pure computing libraries that the domain may use; nothing that reads or writes. */
const domainPackages = ['valibot'];

type SourceFile = { readonly path: string; readonly text: string };

test('every file imports only from rooms that its room may see', () => {
	assert.deepEqual(sourceFiles().flatMap(importProblems), []);
});

test('no file says a banned word', () => {
	assert.deepEqual(
		sourceFiles()
			.filter((file) => !file.path.endsWith('.test.ts'))
			.flatMap(wordProblems),
		[]
	);
});

test('the rooms have no cycle', () => {
	const isReachable = (from: string, to: string, seen = new Set<string>()): boolean =>
		(mayImport[from] ?? []).some((next) => next === to || (!seen.has(next) && isReachable(next, to, seen.add(next))));
	const declared = Object.keys(mayImport).filter((room) => room.startsWith('src/domain/'));
	assert.deepEqual(
		declared.filter((room) => isReachable(room, room)),
		[]
	);
});

test('planted violations are caught', () => {
	const planted: readonly [string, string][] = [
		['src/domain/statistics/planted.ts', "import { scoreAnswers } from '#domain/scoring/score-answers.ts';"],
		['src/domain/scoring/planted.ts', "import { sql } from 'kysely';"],
		['src/domain/scoring/planted.ts', "import { readFileSync } from 'node:fs';"],
		['src/ui/Planted.svelte', "import { openContext } from '#server/context.ts';"],
		['src/routes/planted/+page.server.ts', "import { findRound } from '#server/database/rounds.ts';"],
		['src/server/database/planted.ts', "import { openRound } from '../use-cases/rounds/open-round.ts';"],
		['src/undeclared/planted.ts', 'export const planted = 1;']
	];
	for (const [path, text] of planted) {
		assert.equal(importProblems({ path, text }).length, 1, `${path}: ${text}`);
	}
	const words: readonly [string, string][] = [
		['src/domain/round/planted.ts', 'const now = Date.now();'],
		['src/domain/round/planted.ts', 'const now = new Date();'],
		['src/domain/round/planted.ts', 'const chance = Math.random();'],
		['src/domain/round/planted.ts', 'export async function wait() {}'],
		['src/routes/planted/+page.server.ts', 'return result as Publishable<Release>;'],
		['src/server/use-cases/planted.ts', 'await sql`select 1`.execute(db);'],
		['src/texts/da/planted.ts', "export const sentence = 'Dine svar er anonyme';"]
	];
	const quoted = { path: 'src/domain/round/planted.ts', text: "const names = ['from', 'to'];" };
	assert.deepEqual(importProblems(quoted), []);
	for (const [path, text] of words) assert.equal(wordProblems({ path, text }).length, 1, `${path}: ${text}`);
});

function sourceFiles(): SourceFile[] {
	return ['src', 'tools', 'tests']
		.flatMap((folder) => filesIn(join(root, folder)))
		.filter((path) => /\.(ts|svelte|mjs)$/.test(path))
		.filter((path) => path !== import.meta.filename)
		.map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));
}

function filesIn(directory: string): string[] {
	return readdirSync(directory).flatMap((name) => {
		const path = join(directory, name);
		return statSync(path).isDirectory() ? filesIn(path) : [path];
	});
}

/** A test beside a file belongs to the file's room. */
function roomOf(file: string): string | null {
	const path = file.replace(/\.test\.ts$/, '.ts');
	const rooms = Object.keys(mayImport).filter((room) => path === room || path.startsWith(`${room}/`));
	return rooms.sort((a, b) => b.length - a.length)[0] ?? null;
}

function importProblems(file: SourceFile): string[] {
	const room = roomOf(file.path);
	if (room === null) return [`${file.path}: its folder is not declared in tests/architecture.test.ts`];
	const isTest = file.path.endsWith('.test.ts');
	const imports = [...file.text.matchAll(/(?:(?<!['\w])from|\bimport)\s*\(?\s*'([^']+)'/g)].map(
		(match) => match[1] ?? ''
	);
	return imports.flatMap((specifier) => {
		const target = pathOf(file.path, specifier);
		if (target === null) {
			const isPure = !room.startsWith('src/domain/') || isTest || domainPackages.includes(specifier);
			return isPure ? [] : [`${file.path}: the domain may not import ${specifier}`];
		}
		if (isTest && (target.startsWith('tests/') || target.startsWith('src/'))) return [];
		const isAllowed =
			target.startsWith(`${room}/`) ||
			target === room ||
			(mayImport[room] ?? []).some((other) => target === other || target.startsWith(`${other}/`));
		return isAllowed || target.startsWith('evidence/') ? [] : [`${file.path}: ${room} may not import ${target}`];
	});
}

/** The path a specifier points to, or null for a package. */
function pathOf(from: string, specifier: string): string | null {
	const clean = specifier.replace(/\?.*$/, '');
	if (clean.startsWith('#')) return clean.startsWith('#evidence/') ? clean.slice(1) : `src/${clean.slice(1)}`;
	if (clean.startsWith('.')) return clean.startsWith('./$types') ? from : join(dirname(from), clean);
	return null;
}

function wordProblems(file: SourceFile): string[] {
	return bannedWords
		.filter((rule) => rule.where.test(file.path) && rule.word.test(withoutComments(file.text)))
		.map((rule) => `${file.path}: ${rule.word} – ${rule.instead}`);
}

function withoutComments(text: string): string {
	return text
		.replace(/\/\*[\s\S]*?\*\//g, '')
		.replace(/^\s*\/\/.*$/gm, '')
		.replace(/\s\/\/ .*$/gm, '');
}
