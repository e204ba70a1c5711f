// `npm test`: every check of the project, one after another, and at the end one line that counts them.
// `--long` runs what takes longer (*.long.test.ts); `--only <name>` runs one step.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { run } from 'node:test';
import { parseArgs } from 'node:util';

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };
/** A step that is no test file counts as one test. */
type Step = { readonly name: string; readonly run: () => Counts | Promise<Counts> };

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

const daily: readonly Step[] = [
	{ name: 'types', run: () => npm('check') },
	{ name: 'lint', run: () => npm('lint') },
	{ name: 'schema', run: () => npm('schema', '--check') },
	{ name: 'evidence', run: () => npm('evidence', '--check') },
	{ name: 'build', run: () => npm('build') },
	{ name: 'tests', run: () => testFiles({ files: unitFiles(), atOnce: availableParallelism() }) },
	{
		name: 'journeys',
		run: () => testFiles({ files: globSync('tests/journeys/**/*.test.ts'), atOnce: availableParallelism() })
	}
];
const long: readonly Step[] = [
	{ name: 'build', run: () => npm('build') },
	{ name: 'long tests', run: () => testFiles({ files: globSync('{src,tests,tools}/**/*.long.test.ts'), atOnce: 1 }) }
];

// The long ones take what they take.
if (options.long) process.env.TEST_FILE_MINUTES ??= '90';
// The journeys need not build again what the step before them has built.
if (options.only === undefined) process.env.BUILD = 'done';

const steps = (options.long ? long : daily).filter((step) => options.only === undefined || step.name === options.only);
const results: { readonly name: string; readonly counts: Counts; readonly seconds: number }[] = [];
for (const { name, run: runStep } of steps) {
	print(`\n── ${name} ──`);
	const start = performance.now();
	const counts = await runStep();
	results.push({ name, counts, seconds: (performance.now() - start) / 1000 });
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
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

function npm(script: string, ...rest: readonly string[]): Counts {
	const isWindows = process.platform === 'win32';
	const command = ['run', '--silent', script, ...(rest.length > 0 ? ['--', ...rest] : [])];
	const { status } = spawnSync('npm', command, { stdio: ['ignore', 'inherit', 'inherit'], shell: isWindows });
	if (status !== 0) print(`npm run ${script} failed`);
	return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function unitFiles(): string[] {
	return globSync('{src,tests,tools}/**/*.test.ts').filter(
		(file) => !file.endsWith('.long.test.ts') && !/^tests.journeys/.test(file)
	);
}

/** Says which tests failed and why, and which were skipped and why; the passing ones are counted. */
async function testFiles({ files, atOnce }: { files: readonly string[]; atOnce: number }): Promise<Counts> {
	let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
	const stream = run({
		files: files.toSorted(),
		concurrency: atOnce,
		execArgv: ['--disable-warning=ExperimentalWarning', '--import', `${process.cwd()}/tests/support/file-limit.ts`]
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
