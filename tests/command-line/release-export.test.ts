// What an outside auditor is handed: enough to attack the release with a program that knows nothing of this one.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { parse } from 'csv-parse/sync';
import { createWorkbench, importSmall, isOneLine, smallAnswers, type Workbench } from './workbench.ts';

type Line = {
	readonly reader: string;
	readonly where: Readonly<Record<string, string | readonly string[]>>;
	readonly stat: string;
	readonly value: number | null;
	readonly step: number;
	readonly bound?: 'at-most' | 'at-least';
	readonly n?: number;
};

/** Two hospitals of six wards; odd wards are level L1, the others L2. */
async function arrange(t: TestContext): Promise<Workbench & { readonly round: string }> {
	const bench = await createWorkbench(t);
	const wards = ['North', 'South'].flatMap((hospital) =>
		Array.from({ length: 6 }, (_, ward) => `${hospital} > Ward ${ward}`)
	);
	// The first ward is too small to stand alone.
	const rows = smallAnswers(wards, 11)
		.split('\n')
		.filter((_, line) => line < 1 || line > 8);
	const round = await importSmall(bench, { answers: rows.join('\n'), name: 'Survey' });
	for (const level of ['L1', 'L2']) {
		await bench.context.db
			.updateTable('reporting_groups')
			.set({ attributes: JSON.stringify({ level }) })
			.where('name', 'in', level === 'L1' ? ['Ward 1', 'Ward 3', 'Ward 5'] : ['Ward 0', 'Ward 2', 'Ward 4'])
			.execute();
	}
	return { ...bench, round };
}

function linesOf(folder: string): Line[] {
	return readFileSync(join(folder, 'shown.jsonl'), 'utf8')
		.trimEnd()
		.split('\n')
		.map((line): Line => JSON.parse(line));
}

function rowsOf(folder: string): Record<string, string>[] {
	return parse(readFileSync(join(folder, 'truth.csv')), { columns: true });
}

function matches(row: Readonly<Record<string, string>>, where: Line['where']): boolean {
	return Object.entries(where).every(([column, wanted]) =>
		typeof wanted === 'string' ? row[column] === wanted : wanted.includes(row[column] ?? '')
	);
}

test('every shown statistic is found again in the rows of the truth, by comparing texts alone', async (t) => {
	const bench = await arrange(t);
	await bench.json('release', 'build', bench.round);
	const folder = join(bench.folder, 'attack');
	const written = await bench.json<{ statistics: number; readers: number; rows: number }>(
		...['release', 'export', bench.round, '--audit', folder, '--with-truth', '--yes']
	);
	const lines = linesOf(folder);
	const rows = rowsOf(folder);
	assert.deepEqual([written.statistics, written.rows], [lines.length, rows.length]);
	assert.deepEqual(new Set(lines.map(({ reader }) => reader)), new Set(['programme-lead', 'committee']));
	assert.deepEqual(Object.keys(rows[0] ?? {}), [
		...['unit_1', 'unit_2', 'unit_3', 'reporting_group', 'level', 'profession', 'round', 'responded', 'pace', 'hours']
	]);
	const seen = new Set<string>();
	for (const { where, stat, value, step, bound, n } of lines) {
		const behind = rows.filter((row) => matches(row, where) && row['responded'] === '1');
		const [statistic, scale = ''] = stat.split(':');
		if (value === null) continue;
		if (statistic === 'n') assert.equal(behind.length, value, JSON.stringify(where));
		if (statistic !== 'mean') continue;
		const scores = behind
			.map((row) => row[scale] ?? '')
			.filter((text) => text !== '')
			.map(Number);
		const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
		assert.equal(scores.length, n);
		if (bound === undefined) assert.ok(Math.abs(mean - value) <= step / 2 + 1e-9, `${stat} ${mean} ${value}`);
		else assert.ok(bound === 'at-most' ? mean <= value + 1e-9 : mean >= value - 1e-9);
		seen.add(Object.keys(where).join());
	}
	// The whole, hospitals, wards, pooled wards and levels.
	assert.ok([...seen].some((columns) => columns === 'unit_1,unit_2'));
	assert.ok([...seen].some((columns) => columns.includes('level,reporting_group')));
	assert.ok(
		lines.some(({ where }) => Array.isArray(where['unit_3'])),
		'a pooled group lists its units'
	);
	assert.equal(statSync(join(folder, 'truth.csv')).mode & 0o777, 0o600);
});

test('a hidden statistic has a line without a value, and a clamped one says so', async (t) => {
	const bench = await arrange(t);
	await bench.json('release', 'build', bench.round);
	const folder = join(bench.folder, 'shown');
	await bench.json('release', 'export', bench.round, '--audit', folder);
	assert.equal(existsSync(join(folder, 'truth.csv')), false);
	const { withheld, cells } = await bench.json<{ withheld: unknown[]; cells: { bound?: string }[] }>(
		'release',
		'show',
		bench.round
	);
	const lines = linesOf(folder).filter(({ reader }) => reader === 'committee');
	const ofScales = lines.filter(({ stat }) => stat.includes(':'));
	assert.equal(ofScales.filter(({ value }) => value === null).length, withheld.length);
	assert.equal(ofScales.filter(({ value }) => value !== null).length, cells.length);
	assert.equal(
		lines.filter(({ bound }) => bound !== undefined).length,
		cells.filter(({ bound }) => bound !== undefined).length
	);
});

test('the truth needs a yes, a folder of its own, and a round that nobody answered by ballot', async (t) => {
	const bench = await arrange(t);
	const folder = join(bench.folder, 'attack');
	const refused = async (pattern: RegExp, ...argv: string[]) => {
		const ran = await bench.run('release', 'export', ...argv);
		assert.equal(ran.code, 1);
		assert.ok(isOneLine(ran.error), ran.error);
		assert.match(ran.error, pattern);
		assert.equal(existsSync(join(folder, 'truth.csv')), false);
	};
	await refused(/has not been released/, bench.round, '--audit', folder);
	await bench.json('release', 'build', bench.round);
	await refused(/confirm with --yes/, bench.round, '--audit', folder, '--with-truth');
	bench.file('full', '');
	await refused(/is not empty/, bench.round, '--audit', bench.folder);
	await bench.context.db.updateTable('rounds').set({ source: 'ballots' }).execute();
	await refused(/was answered by ballot/, bench.round, '--audit', folder, '--with-truth', '--yes');
	await bench.json('release', 'export', bench.round, '--audit', folder);
	assert.ok(linesOf(folder).length > 50, 'what was published may always be attacked');
});
