import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { queueMails } from '#server/database/mails.ts';
import { countResponses } from '#server/database/responses.ts';
import { findRelease } from '#server/database/releases.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import {
	createWorkbench,
	importSmall,
	smallAnswers,
	smallInstrument,
	type Workbench
} from '../../../../tests/command-line/workbench.ts';
import { applyRetention, applyRetentionOfAll } from './apply-retention.ts';
import { auditPublishedRelease } from '../releases/audit-published-release.ts';
import { changeRetention } from './change-retention.ts';
import { readRelease } from '../releases/read-release.ts';
import { readRetention } from './read-retention.ts';
import { releaseRound } from '../releases/release-round.ts';
import { openSmallRound } from '../../../../tests/support/open-small-round.ts';

const units = ['A', 'B', 'C'];

test('responses go two years after the release; the release is still read and checked', async (t) => {
	const bench = await createWorkbench(t);
	const roundId = await importSmall(bench, { answers: smallAnswers(units, 12), name: 'Survey' });
	const organisation = await bench.context.db
		.selectFrom('organisations')
		.select('organisation_id')
		.executeTakeFirstOrThrow();
	const actor = { kind: 'system', organisationId: organisation.organisation_id } as const;
	const key = { organisationId: actor.organisationId, roundId };
	assert.equal((await releaseRound(bench.context, actor, { roundId })).kind, 'released');
	const before = await readRelease(bench.context, actor, { roundId });
	const auditBefore = await auditPublishedRelease(bench.context, actor, { roundId });
	const at = async (iso: string) => ({ ...bench.context, now: () => new Date(iso) });
	const releasedAt = (await findRelease(bench.context.db, key))?.releasedAt;
	assert.equal(releasedAt?.toISOString().slice(0, 10), '2026-09-01');

	assert.deepEqual(await applyRetention(await at('2028-08-31T00:00:00Z'), actor), { kind: 'applied', removed: {} });
	assert.equal(await countResponses(bench.context.db, key), 36);
	const late = await at('2028-09-02T00:00:00Z');
	const preview = await readRetention(late, actor);
	assert.equal(preview.kind === 'retention' ? preview.dueNow.responses : null, 1);
	assert.equal(await countResponses(bench.context.db, key), 36, 'a preview removes nothing');
	const applied = await applyRetention(late, actor);
	assert.equal(applied.kind === 'applied' ? applied.removed.responses : null, 1);
	assert.equal(await countResponses(bench.context.db, key), 0);
	assert.deepEqual(await applyRetention(late, actor), { kind: 'applied', removed: {} }, 'run twice, nothing more');

	assert.deepEqual(await readRelease(bench.context, actor, { roundId }), before);
	assert.deepEqual(await auditPublishedRelease(bench.context, actor, { roundId }), auditBefore);
	const kept = await bench.context.db.selectFrom('deleted_responses').select('fingerprints').executeTakeFirstOrThrow();
	assert.equal(kept.fingerprints, null, 'of so short a questionnaire the rows could be found from their prints');
});

test('of a long questionnaire, the same file is still known when its responses are gone', async (t) => {
	const bench = await createWorkbench(t);
	const first = await importLong(bench, { shift: 0, name: 'Survey' });
	const organisation = await bench.context.db
		.selectFrom('organisations')
		.select('organisation_id')
		.executeTakeFirstOrThrow();
	const actor = { kind: 'system', organisationId: organisation.organisation_id } as const;
	assert.equal((await releaseRound(bench.context, actor, { roundId: first })).kind, 'released');
	await applyRetention({ ...bench.context, now: () => new Date('2028-09-02T00:00:00Z') }, actor);
	assert.equal(await countResponses(bench.context.db, { ...actor, roundId: first }), 0);
	const again = await importLong(bench, { shift: 0, name: 'Again' });
	assert.deepEqual(await releaseRound(bench.context, actor, { roundId: again }), {
		kind: 'released-before',
		round: 'Survey'
	});
	const other = await importLong(bench, { shift: 3, name: 'Other' });
	assert.equal((await releaseRound(bench.context, actor, { roundId: other })).kind, 'released');
});

test('the same people are known in a corrected version of the questionnaire, and where half of them are in both files', async (t) => {
	const bench = await createWorkbench(t);
	const first = await importLong(bench, { shift: 0, name: 'Survey' });
	const { organisation_id: organisationId } = await bench.context.db
		.selectFrom('organisations')
		.select('organisation_id')
		.executeTakeFirstOrThrow();
	const actor = { kind: 'system', organisationId } as const;
	assert.equal((await releaseRound(bench.context, actor, { roundId: first })).kind, 'released');
	const corrected = await importLong(bench, { shift: 0, name: 'Corrected', version: 2, leftOut: 1 });
	const half = await importLong(bench, { shift: 0, name: 'Half', leftOut: 6, added: 6 });
	for (const roundId of [corrected, half])
		assert.deepEqual(await releaseRound(bench.context, actor, { roundId }), {
			kind: 'released-before',
			round: 'Survey'
		});
});

test('what could not be rewritten is rewritten the next time, though nothing more is removed', async () => {
	const { kysely: db } = await createTestDatabase();
	const context = createTestContext(db);
	const { organisationId } = await openSmallRound(context);
	const actor = { kind: 'system', organisationId } as const;
	await db.updateTable('rounds').set({ closed_at: context.now() }).execute();
	await db
		.updateTable('leaders')
		.set({ left_at: context.now() })
		.where('leader_id', '=', 'department-1-ward-1')
		.execute();
	const fileOf = async (table: string) =>
		(await sql<{ file: string }>`select pg_relation_filenode(${table}::regclass)::text as file`.execute(db)).rows[0]
			?.file;
	const before = [await fileOf('leaders'), await fileOf('invitations')];
	const later = { ...context, now: () => new Date('2030-01-01T00:00:00Z') };
	// The rewriting fails half way, as on a disk that is full.
	await sql`create function no_vacuum() returns trigger language plpgsql as $$ begin raise 'not now'; end $$`.execute(
		db
	);
	await sql`create trigger no_vacuum before delete on owed_rewrites execute function no_vacuum()`.execute(db);
	await assert.rejects(applyRetention(later, actor), /not now/);
	await sql`drop trigger no_vacuum on owed_rewrites`.execute(db);
	const owed = await db.selectFrom('owed_rewrites').select('place').orderBy('place').execute();
	assert.ok(owed.some(({ place }) => place === 'invitations') && owed.some(({ place }) => place === 'leaders'));
	assert.deepEqual(await applyRetention({ ...later, now: () => new Date('2030-01-02T00:00:00Z') }, actor), {
		kind: 'applied',
		removed: {}
	});
	assert.deepEqual(await db.selectFrom('owed_rewrites').select('place').execute(), []);
	const after = [await fileOf('leaders'), await fileOf('invitations')];
	assert.ok(after.every((file, place) => file !== before[place]));
});

test('an open round keeps everything it needs, whatever the rules say', async () => {
	const { kysely: db } = await createTestDatabase();
	const context = createTestContext(db);
	const { organisationId, roundId } = await openSmallRound(context);
	const actor = { kind: 'system', organisationId } as const;
	const months = { responses: '1', mails: '1', imports: '1', events: '1', 'left-leaders': '1' };
	assert.equal((await changeRetention(context, actor, { months })).kind, 'changed');
	await queueMails(db, [
		{
			...{ organisationId, mailId: `invitation:${roundId}:x`, kind: 'invitation', recipient: 'x@example.org' },
			...{ subject: 'x', text: 'x', html: 'x', intendedAt: context.now() }
		}
	]);
	await db.updateTable('mails').set({ sent_at: context.now(), attempted_at: context.now() }).execute();
	await db
		.updateTable('leaders')
		.set({ left_at: context.now() })
		.where('leader_id', '=', 'department-1-ward-1')
		.execute();
	const mails = await db.selectFrom('mails').select('mail_id').execute();
	assert.ok(mails.length > 0);
	const later = { ...context, now: () => new Date('2030-01-01T00:00:00Z') };
	await applyRetentionOfAll(later);
	assert.equal((await db.selectFrom('mails').select('mail_id').execute()).length, mails.length);
	assert.equal((await db.selectFrom('invitations').select('leader_id').execute()).length, 46);
	const left = db.selectFrom('leaders').selectAll().where('leader_id', '=', 'department-1-ward-1');
	assert.equal((await left.executeTakeFirstOrThrow()).name, 'Leder department-1-ward-1');

	await db.updateTable('rounds').set({ closed_at: context.now() }).where('round_id', '=', roundId).execute();
	const applied = await applyRetention(later, actor);
	assert.equal(applied.kind === 'applied' ? applied.removed['left-leaders'] : null, 1);
	const forgotten = await left.executeTakeFirstOrThrow();
	assert.deepEqual([forgotten.name, forgotten.email, forgotten.level], ['–', null, null]);
	assert.equal((await db.selectFrom('mails').select('mail_id').execute()).length, 0);
	const others = await db.selectFrom('leaders').select('name').where('name', 'like', 'Leder %').execute();
	assert.equal(others.length, 45, 'nobody else is touched');
	assert.equal((await db.selectFrom('responses').select('group_id').execute()).length, 0);
});

test('a number of months that is none changes nothing, and empty keeps for good', async () => {
	const { kysely: db } = await createTestDatabase();
	const context = createTestContext(db);
	const { organisationId } = await openSmallRound(context);
	const actor = { kind: 'system', organisationId } as const;
	const months = { responses: '', mails: '3', imports: '12', events: '24', 'left-leaders': '12' };
	assert.deepEqual(await changeRetention(context, actor, { months: { ...months, events: '0', mails: 'x' } }), {
		kind: 'not-months',
		fields: ['mails', 'events']
	});
	const before = await readRetention(context, actor);
	assert.equal(before.kind === 'retention' && before.areDefault, true);
	await changeRetention(context, actor, { months });
	const after = await readRetention(context, actor);
	assert.deepEqual(after.kind === 'retention' ? [after.rules.responses, after.rules.mails] : null, [null, 3]);
});

/** Sixteen items of five answers, 36 respondents of three units; `shift` gives other answers. */
async function importLong(
	bench: Workbench,
	{
		shift,
		name,
		version = 1,
		leftOut = 0,
		added = 0
	}: {
		readonly shift: number;
		readonly name: string;
		readonly version?: number;
		/** People of each unit, from the first. */
		readonly leftOut?: number;
		readonly added?: number;
	}
): Promise<string> {
	const items = Array.from({ length: 16 }, (_, item) => `q${item}`);
	const instrument = {
		...{ ...smallInstrument, id: 'long', version, formats: [{ id: 'five', minimum: 1, maximum: 5 }] },
		items: items.map((id) => ({ id, format: 'five' })),
		scales: [{ id: 'pace', name: { da: 'Tempo', en: 'Pace' }, items, direction: 'strain', factor: 'workload' }]
	};
	const rows = units.flatMap((unit, place) =>
		Array.from({ length: 12 - leftOut + added }, (_, place) => place + leftOut).map((person) =>
			[
				unit,
				...items.map((_item, item) => 1 + ((((person * (item + 1)) % 17) + place * 3 + item * (shift + 1)) % 5))
			].join(';')
		)
	);
	const imported = await bench.json<{ round: string }>(
		...['import', 'responses', '--instrument', bench.file('long.json', JSON.stringify(instrument))],
		...['--responses', bench.file('long.csv', `unit;${items.join(';')}\n${rows.join('\n')}\n`)],
		...['--unit-column', 'unit', '--name', name]
	);
	return imported.round;
}
