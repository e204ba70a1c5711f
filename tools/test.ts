// `npm test`: every check of the project, and at the end one line that counts them.
// `--long` runs what takes longer (*.long.test.ts); `--only <name>` runs one step.
import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { run } from 'node:test';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };
/** A step that is no test file counts as one test. */
type Step = { readonly name: string; readonly run: () => Promise<Counts> };
/** Run at the same time; one row after another. */
type Row = readonly Step[];

const nodeMajor = 24;
if (Number(process.versions.node.split('.')[0]) !== nodeMajor) {
	process.stderr.write(
		`The tests run on Node ${nodeMajor}, and this is ${process.version}: start them with npm test\n`
	);
	process.exit(1);
}
process.chdir(`${import.meta.dirname}/..`);

const { values: options } = parseArgs({
	options: { long: { type: 'boolean', default: false }, only: { type: 'string' } }
});

const daily: readonly Row[] = [
	// Alone: the others read what it generates.
	[{ name: 'types', run: () => npm('check') }],
	[
		{ name: 'lint', run: () => npm('lint') },
		{ name: 'schema', run: () => npm('schema', '--check') },
		{ name: 'evidence', run: () => npm('evidence', '--check') },
		{ name: 'build', run: () => npm('build') }
	],
	[{ name: 'tests', run: () => testFiles({ files: unitFiles(), atOnce: availableParallelism() }) }],
	[{ name: 'journeys', run: () => testFiles({ files: journeyFiles(), atOnce: availableParallelism() }) }]
];
const long: readonly Row[] = [
	[{ name: 'build', run: () => npm('build') }],
	[{ name: 'long tests', run: () => testFiles({ files: globSync('{src,tests,tools}/**/*.long.test.ts'), atOnce: 1 }) }]
];

// The long ones take what they take.
if (options.long) process.env.TEST_FILE_MINUTES ??= '90';
// The journeys need not build again what the step before them has built.
if (options.only === undefined) process.env.BUILD = 'done';
// Hundreds of processes read the same modules: what one has compiled the next ones find, in this run only.
const compiled = mkdtempSync(join(tmpdir(), 'ledertrivsel-compiled-'));

const results: { readonly name: string; readonly counts: Counts; readonly seconds: number }[] = [];
for (const row of options.long ? long : daily) {
	const steps = row.filter((step) => options.only === undefined || step.name === options.only);
	if (steps.length === 0) continue;
	print(`\n── ${steps.map(({ name }) => name).join(', ')} ──`);
	const start = performance.now();
	const ran = steps.map(async ({ name, run: runStep }) => {
		const counts = await runStep();
		return { name, counts, seconds: (performance.now() - start) / 1000 };
	});
	results.push(...(await Promise.all(ran)));
}

print('');
for (const { name, counts, seconds } of results)
	print(`${name.padEnd(12)}${seconds.toFixed(1).padStart(7)} s   ${told(counts)}`);
const total = results.reduce(
	(sum, { counts }) => ({
		passed: sum.passed + counts.passed,
		failed: sum.failed + counts.failed,
		skipped: sum.skipped + counts.skipped
	}),
	{ passed: 0, failed: 0, skipped: 0 }
);
print(`\n${told(total)}`);
rmSync(compiled, { recursive: true, force: true });
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/** What it prints is shown when it has ended, so that two at a time do not speak into each other. */
async function npm(script: string, ...rest: readonly string[]): Promise<Counts> {
	const isWindows = process.platform === 'win32';
	const command = ['run', '--silent', script, ...(rest.length > 0 ? ['--', ...rest] : [])];
	const child = spawn('npm', command, { stdio: ['ignore', 'pipe', 'pipe'], shell: isWindows });
	const said: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part));
	child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
	const status = await new Promise((resolve) => child.once('close', resolve));
	process.stdout.write(Buffer.concat(said));
	if (status !== 0) print(`npm run ${script} failed`);
	return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** The quick ones of the domain last: else one processor waits at the end while the other runs the longest file. */
function unitFiles(): string[] {
	return globSync('{src,tests,tools}/**/*.test.ts')
		.filter((file) => !file.endsWith('.long.test.ts') && !/^tests.journeys/.test(file))
		.toSorted()
		.toReversed();
}

function journeyFiles(): string[] {
	return globSync('tests/journeys/**/*.test.ts').toSorted();
}

/** Says which tests failed and why, and which were skipped and why; the passing ones are counted. */
async function testFiles({ files, atOnce }: { files: readonly string[]; atOnce: number }): Promise<Counts> {
	let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
	process.env.NODE_COMPILE_CACHE = compiled;
	const stream = run({
		files,
		concurrency: atOnce,
		execArgv: [
			'--disable-warning=ExperimentalWarning',
			...before('file-limit.ts'),
			// The database is WebAssembly: most files are done before its better code would be.
			...(options.long ? [] : ['--liftoff-only', ...before('quick-signing-keys.ts')])
		]
	});
	stream.on('test:fail', ({ name, file, details }) => {
		if (details.type === 'suite' && isOnlyChildren(details.error)) return;
		print(`✖ ${placeOf(file)}: ${name}\n${indent(reasonOf(details.error))}`);
	});
	stream.on('test:pass', ({ name, file, skip }) => {
		if (skip !== undefined && skip !== false)
			print(`– skipped ${placeOf(file)}: ${name}${typeof skip === 'string' ? ` (${skip})` : ''}`);
	});
	stream.on('test:stderr', ({ message }) => void process.stderr.write(message));
	stream.on('test:stdout', ({ message }) => void process.stdout.write(message));
	stream.on('test:summary', ({ file, counts: told }) => {
		if (file !== undefined) return;
		counts = {
			passed: told.passed,
			failed: told.tests - told.passed - told.skipped - told.todo,
			skipped: told.skipped + told.todo
		};
	});
	for await (const _event of stream);
	return counts;
}

/** Loads a file of the tests' own before each test file. */
function before(file: string): readonly string[] {
	return ['--import', pathToFileURL(join('tests/support', file)).href];
}

function isOnlyChildren(error: Error): boolean {
	return 'failureType' in error && error.failureType === 'subtestsFailed';
}

function reasonOf(error: Error): string {
	const cause = error.cause instanceof Error ? error.cause : error;
	return (cause.stack ?? cause.message).replaceAll(/\n +at .*\(?node:.*/g, '');
}

function placeOf(file: string | undefined): string {
	return file === undefined ? 'a test' : relative(process.cwd(), file);
}

function indent(text: string): string {
	return text.replaceAll(/^/gm, '    ');
}

function told({ passed, failed, skipped }: Counts): string {
	return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}
