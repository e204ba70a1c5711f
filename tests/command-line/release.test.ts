import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { insertResponses } from '#server/database/responses.ts';
import { listReportingGroups } from '#server/database/rounds.ts';
import { createWorkbench, importSmall, isOneLine, smallAnswers, smallInstrument, type Workbench } from './workbench.ts';

type Cell = { group: string; scale: string; statistic: string; n: number; value: number; step: number };
type Shown = {
	round: string;
	k: number;
	groups: { id: string; name: string; path: string[]; pools: string[]; invited: number | null; responses: number }[];
	cells: Cell[];
};

const units = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K'].map((name) => `Ward ${name}`);

/** Answers of twelve in each of eleven units, imported. */
async function arrange(t: Parameters<typeof createWorkbench>[0], perUnit = 12) {
	const bench = await createWorkbench(t);
	return { ...bench, round: await importSmall(bench, { answers: smallAnswers(units, perUnit), name: 'Survey' }) };
}

async function refused(bench: Workbench, argv: readonly string[], expected: RegExp): Promise<void> {
	const ran = await bench.run(...argv);
	assert.equal(ran.code, 1, ran.out + ran.error);
	assert.ok(isOneLine(ran.error), ran.error);
	assert.match(ran.error, expected);
}

test('show prints the groups and cells that were published, and no other', async (t) => {
	const bench = await arrange(t);
	const built = await bench.json<{ groups: number; cells: number }>('release', 'build', bench.round);
	const shown = await bench.json<Shown>('release', 'show', bench.round);
	assert.deepEqual([shown.round, shown.k], [bench.round, 5]);
	assert.deepEqual([shown.groups.length, shown.cells.length], [built.groups, built.cells]);
	assert.deepEqual(
		shown.groups.map((group) => group.responses).sort((a, b) => a - b),
		[...units.map(() => 12), 132]
	);
	for (const group of shown.groups) {
		assert.equal(group.invited, null);
		assert.ok(Array.isArray(group.pools) && group.path.length > 0);
	}
	const ids = new Set(shown.groups.map((group) => group.id));
	for (const cell of shown.cells) {
		assert.ok(ids.has(cell.group) && cell.n >= 5 && cell.step > 0 && Number.isFinite(cell.value));
		assert.ok(['mean', 'sd', 'share', 'icc1', 'icc2', 'rwgj', 'alpha', 'omega'].includes(cell.statistic));
	}
	assert.ok(shown.cells.some((cell) => cell.statistic === 'alpha'));
});

test('what a person reads holds each group with its figures, and --group only one', async (t) => {
	const bench = await arrange(t);
	await bench.run('release', 'build', bench.round);
	const all = await bench.run('release', 'show', bench.round);
	for (const unit of units) assert.match(all.out, new RegExp(`Organisation > ${unit} \\[.*\\]: 12 responses`));
	const one = await bench.run('release', 'show', bench.round, '--group', 'Ward C');
	assert.match(one.out, /Ward C/);
	assert.match(one.out, / {2}pace mean \d+(\.\d+)? \(n 12\)/);
	assert.doesNotMatch(one.out, /Ward D/);
	const { groups, cells } = await bench.json<Shown>('release', 'show', bench.round, '--group', 'Ward C');
	assert.equal(groups.length, 1);
	assert.deepEqual(new Set(cells.map((cell) => cell.group)), new Set([groups[0]?.id]));
	await refused(bench, ['release', 'show', bench.round, '--group', 'Ward Z'], /has no group "Ward Z"/);
});

test('a round is found by id, by name and as the latest; what is not clear is refused', async (t) => {
	const bench = await arrange(t);
	for (const wanted of [bench.round, bench.round.toUpperCase(), 'Survey', 'survey', 'latest']) {
		assert.match((await bench.run('release', 'show', wanted)).error, /"Survey" has not been released/);
	}
	await refused(bench, ['release', 'show', 'Autumn'], /there is no round "Autumn"; there is: "Survey"/);
	await refused(bench, ['release', 'show', '00000000-0000-4000-8000-000000000000'], /there is no round 0000/);
	const instrument = bench.file('again.json', JSON.stringify(smallInstrument));
	const answers = bench.file('again.csv', smallAnswers(['A'], 5));
	const again = await bench.json<{ round: string }>(
		'import',
		'responses',
		'--instrument',
		instrument,
		'--responses',
		answers,
		'--unit-column',
		'unit',
		'--name',
		'Survey'
	);
	await refused(
		bench,
		['release', 'show', 'Survey'],
		new RegExp(`several rounds are called "Survey": give the id, one of ${again.round}, ${bench.round}`)
	);
	assert.equal((await bench.json<{ round: string }>('release', 'build', 'latest')).round, again.round);
});

test('a round is released once', async (t) => {
	const bench = await arrange(t);
	await bench.json('release', 'build', bench.round);
	const before = await bench.json('release', 'show', bench.round);
	await refused(bench, ['release', 'build', bench.round], /"Survey" has been released already/);
	await refused(bench, ['release', 'build', bench.round, '--threshold', '9'], /has been released already/);
	assert.deepEqual(await bench.json('release', 'show', bench.round), before);
});

test('the files can be written later, and are then the same as at the release', async (t) => {
	const bench = await arrange(t);
	const path = (name: string) => join(bench.folder, name);
	await bench.json(
		'release',
		'build',
		bench.round,
		'--statistics',
		path('one.json'),
		'--explain-private',
		path('one.csv')
	);
	const later = await bench.json<{ alreadyReleased: boolean }>(
		'release',
		'build',
		bench.round,
		'--statistics',
		path('two.json'),
		'--explain-private',
		path('two.csv')
	);
	assert.equal(later.alreadyReleased, true);
	for (const end of ['json', 'csv'])
		assert.equal(readFileSync(path(`two.${end}`), 'utf8'), readFileSync(path(`one.${end}`), 'utf8'));
});

test('from the private rows anybody can compute what is shown, and only the owner can read them', async (t) => {
	const bench = await arrange(t);
	const csv = join(bench.folder, 'rows.csv');
	const lines = join(bench.folder, 'rows.jsonl');
	await bench.json('release', 'build', bench.round, '--explain-private', csv);
	await bench.json('release', 'build', bench.round, '--explain-private', lines);
	assert.equal(statSync(csv).mode & 0o777, 0o600);
	const rows: Record<string, string>[] = parse(readFileSync(csv), { columns: true });
	assert.equal(rows.length, 132);
	assert.deepEqual(Object.keys(rows[0] ?? {}), [
		'unit_path',
		'attributes',
		'reporting_group',
		'released_group',
		'pace',
		'hours'
	]);
	const fromLines = readFileSync(lines, 'utf8')
		.trimEnd()
		.split('\n')
		.map((line): { unitPath: string[]; releasedGroup: string; scores: Record<string, number> } => JSON.parse(line));
	assert.deepEqual(
		fromLines.map((row) => [row.unitPath.join(' > '), row.releasedGroup, String(row.scores['pace'])]),
		rows.map((row) => [row['unit_path'], row['released_group'], row['pace']])
	);

	const { cells, groups } = await bench.json<Shown>('release', 'show', bench.round);
	const whole = groups[0]?.id;
	let compared = 0;
	for (const cell of cells.filter((one) => one.statistic === 'mean')) {
		const scores = rows
			.filter((row) => cell.group === whole || row['released_group'] === cell.group)
			.map((row) => Number(row[cell.scale]));
		const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
		assert.equal(scores.length, cell.n);
		assert.ok(
			Math.abs(mean - cell.value) <= cell.step / 2 + 1e-9,
			`${cell.scale} in ${cell.group}: ${mean} is shown as ${cell.value}`
		);
		compared += 1;
	}
	assert.ok(compared >= 12);
});

test('an answer that is missing is an empty field and null', async (t) => {
	const bench = await createWorkbench(t);
	const instrument = bench.file('small.json', JSON.stringify(smallInstrument));
	const answers = bench.file('answers.csv', `unit;a;b;c;h\n${'"Ward ""x"", y";1;2;3;NA\n'.repeat(6)}`);
	const { round } = await bench.json<{ round: string }>(
		'import',
		'responses',
		'--instrument',
		instrument,
		'--responses',
		answers,
		'--unit-column',
		'unit'
	);
	const csv = join(bench.folder, 'rows.csv');
	const statistics = join(bench.folder, 'statistics.json');
	await bench.json('release', 'build', round, '--explain-private', csv, '--statistics', statistics);
	const [first]: Record<string, string>[] = parse(readFileSync(csv), { columns: true });
	assert.deepEqual([first?.['unit_path'], first?.['hours']], ['Ward "x", y', '']);
	const { scales } = JSON.parse(readFileSync(statistics, 'utf8'));
	assert.deepEqual([scales.hours.n, scales.hours.mean, scales.pace.n], [0, null, 6]);
});

test('the threshold can be raised and lowered before the release, to three at the least', async (t) => {
	const bench = await arrange(t, 4);
	await refused(bench, ['release', 'build', bench.round, '--threshold', '2'], /threshold is at least 3/);
	await refused(bench, ['release', 'build', bench.round, '--threshold', '45'], /has 44 responses, and 45 are needed/);
	assert.equal((await bench.json<{ threshold: number }[]>('round', 'list'))[0]?.threshold, 5);
	await bench.json('release', 'build', bench.round, '--threshold', '4');
	const { k, groups } = await bench.json<Shown>('release', 'show', bench.round);
	assert.deepEqual([k, groups.length], [4, 12]);
});

test('a place where a file cannot be written is refused before anything is built', async (t) => {
	const bench = await arrange(t);
	await refused(
		bench,
		['release', 'build', bench.round, '--statistics', join(bench.folder, 'none/a.json')],
		/there is no folder .*none, and nothing was built/
	);
	await refused(
		bench,
		['release', 'build', bench.round, '--statistics', bench.folder],
		/it is a folder, and nothing was built/
	);
	await refused(bench, ['release', 'show', bench.round], /has not been released/);
});

test('audit holds for what was published, and finds a figure that was added', async (t) => {
	const bench = await arrange(t);
	await refused(bench, ['release', 'audit', bench.round], /has not been released/);
	await bench.json('release', 'build', bench.round);
	const held = await bench.json<{ kind: string; checked: { groups: number; cells: number } }>(
		'release',
		'audit',
		bench.round
	);
	assert.deepEqual([held.kind, held.checked.groups], ['holds', 12]);
	assert.match(
		(await bench.run('release', 'audit', bench.round)).out,
		/"Survey" holds: 12 groups and \d+ figures tried/
	);

	const row = await bench.context.db
		.selectFrom('release_groups')
		.selectAll()
		.where('position', '=', 3)
		.executeTakeFirstOrThrow();
	const released = row.released as { cells: Cell[] };
	const extreme = {
		...released,
		cells: [
			...released.cells.filter((cell) => cell.statistic !== 'share'),
			{ scale: 'pace', statistic: 'share', n: 12, value: 1, step: 0.05 }
		]
	};
	await bench.context.db
		.updateTable('release_groups')
		.set({ released: JSON.stringify(extreme) })
		.where('group_id', '=', row.group_id)
		.execute();
	const broken = await bench.run('release', 'audit', bench.round, '--json');
	assert.equal(broken.code, 1);
	assert.ok(isOneLine(broken.error), broken.error);
	assert.match(broken.error, new RegExp(`"Survey" does not hold, \\d+ breaches: .* in group ${row.group_id}, pace`));
	assert.equal(JSON.parse(broken.out).kind, 'breach');
});

test('audit finds a count that does not fit the responses', async (t) => {
	const bench = await arrange(t);
	await bench.json('release', 'build', bench.round);
	const [one] = await bench.context.db.selectFrom('responses').select('response_key').execute();
	assert.ok(one !== undefined);
	await bench.context.db.deleteFrom('responses').where('response_key', '=', one.response_key).execute();
	await refused(bench, ['release', 'audit', bench.round], /does not hold, \d+ breaches: counts in group/);
});

test('what stands behind a round answered by ballot is written nowhere, and nothing is built', async (t) => {
	const bench = await createWorkbench(t);
	const leaders = Array.from({ length: 12 }, (_, index) => `Ward;Leader ${index};leader-${index}@region.example`);
	await bench.json('import', 'organisation', bench.file('leaders.csv', `Unit;Leader;E-mail\n${leaders.join('\n')}\n`));
	await bench.json(
		'round',
		'create',
		'--name',
		'Spring',
		'--instrument',
		'ledertrivsel-1',
		'--opens',
		'2026-09-01',
		'--closes',
		'2026-09-30'
	);
	await refused(bench, ['release', 'build', 'Spring'], /is not closed yet/);
	await refused(bench, ['release', 'build', 'Spring', '--threshold', '6'], /is not closed yet/);
	await bench.json('round', 'open', 'Spring');
	const [round] = await bench.json<{ id: string; organisation: string }[]>('round', 'list');
	assert.ok(round !== undefined);
	const key = { organisationId: round.organisation, roundId: round.id };
	const [group] = await listReportingGroups(bench.context.db, key);
	assert.ok(group !== undefined);
	const items = bench.context.instruments.find((one) => one.id === 'ledertrivsel-1')?.items ?? [];
	const responses = Array.from({ length: 10 }, (_, person) => ({
		key: bench.context.randomBytes(32),
		groupId: group.id,
		answers: items.map((_item, item) => 1 + ((person * 3 + item) % 5))
	}));
	await insertResponses(bench.context.db, key, responses);
	await bench.json('round', 'close', 'Spring');
	for (const option of ['--statistics', '--explain-private']) {
		const file = join(bench.folder, 'behind');
		await refused(bench, ['release', 'build', 'Spring', option, file], /was answered by ballot: .* nothing was built/);
		assert.equal(existsSync(file), false);
		await refused(bench, ['release', 'show', 'Spring'], /has not been released/);
	}
	await refused(
		bench,
		['release', 'build', 'Spring', '--threshold', '4'],
		/told that at least 5 stand behind a figure: the threshold can only be raised/
	);
	await bench.json('release', 'build', 'Spring', '--threshold', '6');
	const { k, groups } = await bench.json<Shown>('release', 'show', 'Spring');
	// Of twelve who were invited: too few to say beside how many answered.
	assert.deepEqual([k, groups[0]?.invited, groups[0]?.responses], [6, null, 10]);
	await refused(
		bench,
		['release', 'build', 'Spring', '--statistics', join(bench.folder, 'behind')],
		/was answered by ballot/
	);
	assert.equal((await bench.run('release', 'audit', 'Spring')).code, 0);
});

test('a file that was there before is replaced, and is then private', async (t) => {
	const bench = await arrange(t);
	const file = join(bench.folder, 'rows.csv');
	writeFileSync(file, 'old', { mode: 0o644 });
	await bench.json('release', 'build', bench.round, '--explain-private', file);
	assert.equal(statSync(file).mode & 0o777, 0o600);
	assert.match(readFileSync(file, 'utf8'), /^unit_path,/);
});
