import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { createWorkbench, importSmall, smallAnswers } from './workbench.ts';

type Made = { organisation: { id: string }; isNew: boolean; leaders: number; rounds: { id: string }[] };
type Shown = {
	groups: { id: string; responses: number; path: string[] }[];
	cells: { group: string; scale: string; statistic: string; n: number; value: number; step: number; bound?: string }[];
};

test('the demonstration is made once, made anew on demand, and leaves other organisations alone', async (t) => {
	const bench = await createWorkbench(t);
	await importSmall(bench, { answers: smallAnswers(['A', 'B'], 6), name: 'Own' });
	const made = await bench.json<Made>('demo');
	assert.equal(made.isNew, true);
	assert.ok(made.leaders >= 1000 && made.rounds.length >= 1);
	const again = await bench.json<Made>('demo');
	assert.deepEqual([again.isNew, again.rounds], [false, made.rounds]);
	const anew = await bench.json<Made>('demo', '--reset');
	assert.deepEqual([anew.isNew, anew.organisation.id, anew.leaders], [true, made.organisation.id, made.leaders]);
	const rounds = await bench.json<{ name: string; organisation: string; state: string; source: string; id: string }[]>(
		'round',
		'list'
	);
	assert.equal(rounds.filter((round) => round.name === 'Own').length, 1);

	const released = rounds.find((round) => round.source === 'simulated' && round.state === 'released');
	assert.ok(released !== undefined, 'the demonstration has a released round of simulated answers');
	assert.equal((await bench.run('release', 'audit', released.id)).code, 0);
	const file = join(bench.folder, 'rows.csv');
	await bench.json('release', 'build', released.id, '--explain-private', file);
	const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true });
	const { groups, cells } = await bench.json<Shown>('release', 'show', released.id);
	assert.equal(rows.length, groups[0]?.responses);
	const leaves = new Map(groups.map((group) => [group.id, group]));
	let compared = 0;
	for (const cell of cells.filter((one) => one.statistic === 'mean' && one.bound === undefined)) {
		const scores = rows
			.filter((row) => row['released_group'] === cell.group && row[cell.scale] !== '')
			.map((row) => Number(row[cell.scale]));
		if (scores.length === 0) continue;
		const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
		assert.equal(scores.length, cell.n);
		assert.ok(
			Math.abs(mean - cell.value) <= cell.step / 2 + 1e-9,
			`${cell.scale} in ${leaves.get(cell.group)?.path.join(' > ')}`
		);
		compared += 1;
	}
	assert.ok(compared > 500);
});
