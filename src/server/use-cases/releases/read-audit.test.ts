// The report of the attack: before a release, after it, and where the attack succeeds.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { insertRelease, listReleaseGroups } from '#server/database/releases.ts';
import { createWorkbench, smallAnswers, smallInstrument } from '../../../../tests/command-line/workbench.ts';
import { readAudit } from './read-audit.ts';
import { releaseRound } from './release-round.ts';

const wards = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K'];

async function arrange(t: TestContext) {
	const bench = await createWorkbench(t);
	const instrument = bench.file('small.json', JSON.stringify(smallInstrument));
	const answers = bench.file('answers.csv', smallAnswers(wards, 12));
	const { round, organisation } = await bench.json<{ round: string; organisation: { id: string } }>(
		...['import', 'responses', '--instrument', instrument, '--responses', answers, '--unit-column', 'unit']
	);
	const key = { organisationId: organisation.id, roundId: round };
	return { context: bench.context, actor: { kind: 'system', organisationId: organisation.id } as const, key };
}

test('before the release the report tells what would be found, and stores nothing', async (t) => {
	const { context, actor, key } = await arrange(t);
	const report = await readAudit(context, actor, key);
	assert.ok(report.kind === 'audit');
	assert.deepEqual([report.breaches, report.more, report.checked?.groups], [[], 0, 12]);
	assert.deepEqual(await listReleaseGroups(context.db, key), []);
	assert.equal((await releaseRound(context, actor, key)).kind, 'released');
	const after = await readAudit(context, actor, key);
	assert.deepEqual(after.kind === 'audit' && [after.breaches, after.checked], [[], report.checked]);
});

test('a release that was tampered with is found, and the group and the scale are named', async (t) => {
	const { context, actor, key } = await arrange(t);
	await releaseRound(context, actor, key);
	const leaf = (await listReleaseGroups(context.db, key))[3]!;
	const released = {
		...(leaf.released as object),
		cells: [{ scale: 'pace', statistic: 'mean', n: 12, value: 0, step: 1 }]
	};
	await context.db
		.updateTable('release_groups')
		.set({ released: JSON.stringify(released) })
		.where('group_id', '=', leaf.id)
		.execute();
	const report = await readAudit(context, actor, key);
	assert.ok(report.kind === 'audit');
	const pinned = report.breaches.find(({ kind }) => kind === 'pinned');
	assert.ok(pinned !== undefined && wards.includes(pinned.groupName));
	assert.deepEqual([pinned.scaleName?.en, pinned.n], ['Pace', 12]);
});

test('what was shown of the same answers before stops a release that would leak together with it', async (t) => {
	const { context, actor, key } = await arrange(t);
	// Two wards together, of whom 21 are said to have a score where 24 have one: three who can be told apart.
	const groups = (await arrangeEarlier(context, key)).map((released) => ({
		id: released.id,
		parentId: null,
		released
	}));
	const summary = {
		engine: 'earlier',
		round: key.roundId,
		k: 5,
		scales: [{ id: 'pace', minimum: 0, maximum: 100, grain: 100 / 12 }]
	};
	await insertRelease(context.db, key, { releasedAt: context.now(), engine: 'earlier', threshold: 5, summary, groups });
	const outcome = await releaseRound(context, actor, key);
	assert.ok(outcome.kind === 'breach', outcome.kind);
	assert.ok(outcome.breaches.some(({ kind, scale }) => kind === 'contradiction' && scale === 'pace'));
	const report = await readAudit(context, actor, key);
	assert.ok(report.kind === 'audit' && report.breaches.length > 0 && report.checked?.releases === 2);
	const row = await context.db
		.selectFrom('rounds')
		.select('released_at')
		.where('round_id', '=', key.roundId)
		.executeTakeFirst();
	assert.equal(row?.released_at, null);
});

/** One group of a release that was never marked as one. */
async function arrangeEarlier(context: Awaited<ReturnType<typeof arrange>>['context'], key: { roundId: string }) {
	const rows = await context.db
		.selectFrom('reporting_groups')
		.select('group_id')
		.where('round_id', '=', key.roundId)
		.orderBy('group_id')
		.execute();
	const [first, second] = rows.map((row) => row.group_id);
	return [
		{
			id: `${first}+`,
			name: 'earlier',
			path: [],
			pools: [],
			invited: null,
			responses: 24,
			kind: 'leaf',
			parent: null,
			units: [],
			reportingGroups: [first, second],
			cells: [{ scale: 'pace', statistic: 'mean', n: 21, value: 50, step: 1 }],
			withheld: []
		}
	] as const;
}

test('a round that is open has nothing to attack, and nobody else may read the report', async (t) => {
	const { context, actor, key } = await arrange(t);
	await context.db.updateTable('rounds').set({ closed_at: null }).execute();
	assert.equal((await readAudit(context, actor, key)).kind, 'not-closed');
	assert.equal((await readAudit(context, actor, { roundId: 'none' })).kind, 'unknown-round');
	assert.equal((await readAudit(context, { kind: 'visitor' }, key)).kind, 'forbidden');
});
