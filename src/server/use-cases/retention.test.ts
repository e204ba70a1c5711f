import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queueMails } from '#server/database/mails.ts';
import { countResponses } from '#server/database/responses.ts';
import { findRelease } from '#server/database/releases.ts';
import { createTestContext } from '../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../tests/support/test-database.ts';
import { createWorkbench, importSmall, smallAnswers } from '../../../tests/command-line/workbench.ts';
import { applyRetention, applyRetentionOfAll } from './apply-retention.ts';
import { auditPublishedRelease } from './audit-published-release.ts';
import { changeRetention } from './change-retention.ts';
import { readRelease } from './read-release.ts';
import { readRetention } from './read-retention.ts';
import { releaseRound } from './release-round.ts';
import { openSmallRound } from '../../../tests/support/open-small-round.ts';

const units = ['A', 'B', 'C'];

test('responses go two years after the release; the release is still read and checked, and the same file is still known', async (t) => {
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
	const again = await importSmall(bench, { answers: smallAnswers(units, 12), name: 'Again' });
	assert.deepEqual(await releaseRound(bench.context, actor, { roundId: again }), {
		kind: 'released-before',
		round: 'Survey'
	});
	const other = await importSmall(bench, { answers: otherAnswers(), name: 'Other' });
	assert.equal((await releaseRound(bench.context, actor, { roundId: other })).kind, 'released');
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

function otherAnswers(): string {
	const rows = units.flatMap((unit, place) =>
		Array.from({ length: 12 }, (_, index) =>
			[
				unit,
				1 + ((index * 2 + place) % 5),
				1 + ((index + 3) % 5),
				1 + ((index * place) % 5),
				41 + ((index * 7 + place * 5) % 37)
			].join(';')
		)
	);
	return `unit;a;b;c;h\n${rows.join('\n')}\n`;
}
