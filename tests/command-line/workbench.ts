// A command line on a database in memory, with a clock that moves by itself and chance that repeats, and files to feed it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Context } from '#server/context.ts';
import { runCommand } from '../../tools/ledertrivsel.ts';
import { createTestContext } from '../support/test-context.ts';
import { createTestDatabase } from '../support/test-database.ts';

export type Ran = { readonly code: number; readonly out: string; readonly error: string };

export type Workbench = {
	readonly context: Context;
	readonly folder: string;
	readonly run: (...argv: string[]) => Promise<Ran>;
	/** Runs with `--json`, expects success, and reads what was printed. */
	readonly json: <Result>(...argv: string[]) => Promise<Result>;
	/** Writes a file and returns its path. */
	readonly file: (name: string, content: string | Uint8Array) => string;
};

export async function createWorkbench(t: TestContext): Promise<Workbench> {
	const folder = mkdtempSync(join(tmpdir(), 'ledertrivsel-command-'));
	t.after(() => rmSync(folder, { recursive: true, force: true }));
	const database = await createTestDatabase();
	let seconds = Date.UTC(2026, 8, 1, 8) / 1000;
	const context: Context = {
		...createTestContext(database.kysely),
		now: () => new Date((seconds += 1) * 1000)
	};
	const run = async (...argv: string[]): Promise<Ran> => {
		const out: string[] = [];
		const error: string[] = [];
		const code = await runCommand(argv, {
			stdout: { write: (text) => out.push(text) },
			stderr: { write: (text) => error.push(text) },
			environment: {},
			context
		});
		return { code, out: out.join(''), error: error.join('') };
	};
	return {
		context,
		folder,
		run,
		json: async (...argv) => {
			const ran = await run(...argv, '--json');
			if (ran.code !== 0) throw new Error(ran.error);
			return JSON.parse(ran.out);
		},
		file: (name, content) => {
			const path = join(folder, name);
			writeFileSync(path, content);
			return path;
		}
	};
}

/** Imports answers to the small questionnaire, with their units in one column; returns the round. */
export async function importSmall(
	bench: Workbench,
	given: { readonly answers: string; readonly name: string }
): Promise<string> {
	const instrument = bench.file('small.json', JSON.stringify(smallInstrument));
	const answers = bench.file('answers.csv', given.answers);
	const files = ['--instrument', instrument, '--responses', answers];
	const imported = await bench.json<{ round: string }>(
		...['import', 'responses', ...files, '--unit-column', 'unit', '--name', given.name]
	);
	return imported.round;
}

/** Two scales on 1-5: `pace` of three items, the last reversed, and `hours` of one that need not be whole. */
export const smallInstrument = {
	id: 'small',
	name: { da: 'Lille', en: 'Small' },
	validation: { da: 'Ikke valideret.', en: 'Not validated.' },
	licence: 'EUPL-1.2',
	formats: [
		{ id: 'five', minimum: 1, maximum: 5 },
		{ id: 'hours', minimum: 0, maximum: 100, isWhole: false }
	],
	items: [
		{ id: 'a', format: 'five' },
		{ id: 'b', format: 'five' },
		{ id: 'c', format: 'five', isReversed: true },
		{ id: 'h', format: 'hours' }
	],
	scales: [
		{ id: 'pace', name: { da: 'Tempo', en: 'Pace' }, items: ['a', 'b', 'c'], direction: 'strain', factor: 'workload' },
		{ id: 'hours', name: { da: 'Timer', en: 'Hours' }, items: ['h'], direction: 'neutral', metric: 'mean' }
	],
	missingCodes: ['NA', '-9']
};

/** `perUnit` respondents in each of the units, with answers that vary; the same at every run. */
export function smallAnswers(units: readonly string[], perUnit: number): string {
	const rows = units.flatMap((unit, place) =>
		Array.from({ length: perUnit }, (_, index) =>
			[
				unit,
				1 + ((index + place) % 5),
				1 + ((index * 3 + place) % 5),
				1 + ((index * 7) % 5),
				30 + ((index * 11 + place) % 20)
			].join(';')
		)
	);
	return `unit;a;b;c;h\n${rows.join('\n')}\n`;
}

/** One line, a full sentence of our own, and no stack. */
export function isOneLine(text: string): boolean {
	return /^[^\n]+\n$/.test(text) && !/\bat .*:\d+:\d+/.test(text);
}
