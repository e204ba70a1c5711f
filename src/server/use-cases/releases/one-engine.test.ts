// One engine, one set, frozen: pages, exports and commands read releases. Every other way to the answers is shut, and the few
// files that make a release of them are named here.
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '#server/project-root.ts';

type Source = { readonly path: string; readonly text: string };

const sources: readonly Source[] = globSync('{src,tools}/**/*.{ts,svelte}', { cwd: projectRoot })
	.sort()
	.filter((path) => !/\.(test|testing)\.ts$/.test(path))
	.map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }));

/** The table of answers is counted and read here; the benchmark compares with a statement on rounds that it made up. */
const readersOfTheTable = [
	'src/server/database/response-counts.ts',
	'src/server/database/responses.ts',
	'tools/bench/release-once.ts'
];
/** From answers to unpublished scores and, protected, to what would be released. */
const makerOfReleases = 'src/server/use-cases/releases/release-candidate.ts';
/**
 * Compares rows of two imports before a release, and hands out the name of a round only; and, when responses are deleted, two
 * bytes of a hash of each.
 */
const findsTheSameAnswers = 'src/server/use-cases/releases/released-before.ts';
/** The two that may start it, and the two commands that write files of rounds that nobody answered by ballot. */
const starters = [
	'src/server/use-cases/releases/read-audit.ts',
	'src/server/use-cases/releases/release-round.ts',
	'tools/commands/audit-truth.ts',
	'tools/commands/explain-private.ts',
	'tools/commands/release-build.ts',
	'tools/commands/release-export.ts',
	'tools/commands/statistics-file.ts'
];
/** Pages from which a release can be made or rehearsed; all others cannot reach the answers by any import. */
const pagesThatRelease = [
	'src/routes/demonstration/+page.server.ts',
	'src/routes/rounds/[round]/+page.server.ts',
	'src/routes/rounds/[round]/audit/+page.server.ts'
];

test('the table of answers is read in one file and counted in another', () => {
	assert.deepEqual(sources.filter(readsTable).map(pathOf), readersOfTheTable);
	const planted = [
		"db.selectFrom('responses').select('answers')",
		'select answers from responses',
		'join responses on true'
	];
	for (const text of planted) assert.ok(readsTable({ path: 'src/planted.ts', text }), text);
});

test('answers are turned into scores in one place, which few may start', () => {
	assert.deepEqual(importersOf('src/server/database/responses.ts', /\breadAnswerMatrix\b/), [
		makerOfReleases,
		findsTheSameAnswers
	]);
	assert.deepEqual(importersOf(findsTheSameAnswers), [
		'src/server/use-cases/privacy/apply-retention.ts',
		'src/server/use-cases/releases/release-round.ts'
	]);
	assert.deepEqual(importersOf(makerOfReleases), starters);
	assert.deepEqual(importersOf('src/domain/disclosure/build-release.ts', /\bbuildRelease\b/), [makerOfReleases]);
});

test('no page but those that release a round can reach the answers, whatever it imports', () => {
	const pages = sources.map(pathOf).filter((path) => /^src\/routes\/.*\+(page|layout|server)/.test(path));
	assert.ok(pages.length > 60);
	assert.deepEqual(
		pages.filter((page) => reachableFrom(page).has(makerOfReleases)),
		pagesThatRelease
	);
	const results = pages.filter(
		(page) => page.startsWith('src/routes/results/') || page.startsWith('src/routes/plans/')
	);
	assert.ok(results.length >= 4);
	for (const page of results) assert.ok(!reachableFrom(page).has('src/server/database/responses.ts'), page);
	assert.ok(reachableFrom('src/routes/results/+page.server.ts').has('src/server/database/releases.ts'));
});

test('a release is stored by one use case, and only after it was attacked', () => {
	assert.deepEqual(importersOf('src/server/database/releases.ts', /\binsertRelease\b/), [
		'src/server/use-cases/releases/release-round.ts'
	]);
	const { text } = sources.find(({ path }) => path.endsWith('/release-round.ts')) ?? { text: '' };
	const [attacked, stopped, stored] = ['auditInWorker({', "audit.kind === 'breach'", 'insertRelease(db'].map((part) =>
		text.indexOf(part)
	);
	assert.ok(attacked! > 0 && attacked! < stopped! && stopped! < stored!);
	const writers = sources.filter(
		({ text: code }) =>
			/(update|delete)(Table|From)\('release/i.test(code) || /update releases|update release_groups/i.test(code)
	);
	assert.deepEqual(writers.map(pathOf), [], 'nothing changes a release');
});

/** Set released figures of several rounds side by side, and compute from those alone: that tells nothing that was not published. */
const besideOneAnother = [
	'src/server/use-cases/organisation/demonstration-plans.ts',
	'src/server/use-cases/plans/read-effects.ts',
	'src/server/use-cases/programme/read-programme.ts'
];

test('few use cases set released rounds side by side, and nothing pools their answers into one figure', () => {
	const readers = sources.filter(
		({ path, text }) => path.startsWith('src/server/use-cases/') && /\bfindReadRelease\(|\breadRelease\(/.test(text)
	);
	assert.ok(readers.length >= 4);
	for (const { path, text } of readers) {
		if (besideOneAnother.includes(path)) continue;
		const calls = text.match(/await (findReadRelease|readRelease)\(/g) ?? [];
		assert.ok(calls.length <= 1, `${path} reads ${calls.length} releases`);
		assert.doesNotMatch(text, /(map|flatMap)\(\s*async[^;]*(findReadRelease|readRelease)/, path);
	}
	for (const path of besideOneAnother)
		assert.ok(!reachableFrom(path).has('src/server/database/responses.ts'), `${path} reaches answers`);
	const viewers = sources.filter(
		({ path, text }) => /\bPooledView\b/.test(text) && !path.startsWith('src/domain/disclosure/audit-')
	);
	assert.deepEqual(viewers.map(pathOf), []);
});

function pathOf({ path }: Source): string {
	return path;
}

function readsTable({ text }: Source): boolean {
	return (
		/(selectFrom|innerJoin|leftJoin)\('responses'|\b(from|join) responses\b/.test(text) &&
		!/^\s*delete from responses/.test(text)
	);
}

function importersOf(target: string, names = /./): string[] {
	return sources
		.filter(({ path, text }) => importsOf(path, text).some((one) => one.path === target && names.test(one.names)))
		.map(pathOf)
		.sort();
}

function importsOf(path: string, text: string): { readonly names: string; readonly path: string }[] {
	return [
		...text.matchAll(/(?:import|export)\s+((?:type\s+)?[^'";]*?)\s*from\s*'([^']+)'|import\('([^']+)'\)/g)
	].flatMap(([, names = 'everything', from, late]) => {
		const specifier = from ?? late ?? '';
		if (specifier.startsWith('#')) return [{ names, path: `src/${specifier.slice(1)}` }];
		if (specifier.startsWith('.')) return [{ names, path: join(dirname(path), specifier) }];
		return [];
	});
}

/** Everything a file imports, and what that imports; types too, which is more than would be needed. */
function reachableFrom(start: string): ReadonlySet<string> {
	const reached = new Set<string>();
	const waiting = [start];
	for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
		if (reached.has(path) || !existsSync(join(projectRoot, path))) continue;
		reached.add(path);
		const text = sources.find((source) => source.path === path)?.text ?? '';
		// What a request is handed (`App.Locals`) is no import; what a route calls is.
		waiting.push(
			...importsOf(path, text)
				.filter(({ names }) => !names.startsWith('type '))
				.map((one) => one.path)
		);
	}
	return reached;
}
