// What a round does by itself, on both databases, with a clock that is turned.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from '#server/context.ts';
import { findRound } from '#server/database/rounds.ts';
import { answerAs } from '../../../../tests/support/answering-leader.ts';
import { forEachDatabase } from '../../../../tests/support/each-database.ts';
import { openDatedRound } from '../../../../tests/support/open-dated-round.ts';
import { changeRoundClock, type ChangeRoundClockOutcome } from './change-round-clock.ts';
import { keepRoundClocks } from './keep-round-clocks.ts';
import { readRoundClock } from './read-round-clock.ts';
import { remindRound } from './remind-round.ts';
import { sendMails } from '../mail/send-mails.ts';

const system = { kind: 'system', organisationId: '' } as const;

forEachDatabase('the clock of a round', (open) => {
	test('reminds half way and two days before the last day, each once, and only those who have not collected', async () => {
		const { context, lead, roundId, turnClockTo } = await openDatedRound((await open()).kysely);
		const items = context.instruments[0]?.items ?? [];
		const answers = Object.fromEntries(items.map((item) => [item.id, 3]));
		await answerAs(context, { organisationId: lead.organisationId, roundId }, { leaderId: 'director', answers });
		const shown = await readRoundClock(context, lead, { roundId });
		assert.deepEqual(shown.kind === 'clock' && [shown.reminderDays, shown.lastDay, shown.closesByItself], [
			['2026-03-09', '2026-03-13'],
			'2026-03-16',
			true
		]);

		assert.deepEqual(await keep(context), [[], []]);
		turnClockTo('2026-03-09T06:30:00Z');
		assert.deepEqual(await keep(context), [[], []], 'half past seven is too early');
		turnClockTo('2026-03-09T07:00:00Z');
		assert.deepEqual(await keep(context), [[roundId], []]);
		assert.deepEqual(await keep(context), [[], []]);
		const first = await reminders(context);
		assert.equal(first.length, 45);
		assert.ok(first.every((mail) => mail.recipient !== 'director@example.org' && mail.is_optional));
		assert.ok(
			first.every((mail) => mail.body_text.includes('13. marts 2026')),
			'it tells when the next one comes'
		);
		await sendMails(context, { ...system, organisationId: lead.organisationId });
		assert.deepEqual(await reminders(context), [], 'who was reminded is not kept');

		turnClockTo('2026-03-13T12:00:00Z');
		assert.deepEqual(await keep(context), [[roundId], []]);
		const second = await reminders(context);
		assert.ok(second.every((mail) => mail.body_text.includes('Dette er den sidste påmindelse.')));
		assert.equal(new Set([...first, ...second].map((mail) => mail.mail_id)).size, 90);
	});

	test('an hour more or less, or days without a process, send no reminder twice', async () => {
		const { context, roundId, turnClockTo } = await openDatedRound((await open()).kysely);
		// An hour fast, on the eve: the wall says a quarter past midnight, and it is too early in the day in any case.
		turnClockTo('2026-03-08T23:15:00Z');
		assert.deepEqual(await keep(context), [[], []]);
		turnClockTo('2026-03-09T07:05:00Z');
		assert.deepEqual(await keep(context), [[roundId], []]);
		// Set back, by an hour and by a whole day.
		for (const moment of [
			'2026-03-09T06:05:00Z',
			'2026-03-09T07:05:00Z',
			'2026-03-08T09:00:00Z',
			'2026-03-10T09:00:00Z'
		]) {
			turnClockTo(moment);
			assert.deepEqual(await keep(context), [[], []], moment);
		}
		// Nothing ran on the 13th: caught up on the 14th, once.
		turnClockTo('2026-03-14T09:00:00Z');
		assert.deepEqual(await keep(context), [[roundId], []]);
		assert.deepEqual(await keep(context), [[], []]);
	});

	test('a day of rest makes no list of who is missing: it is made when letters go again', async () => {
		const { context, lead, roundId, turnClockTo } = await openDatedRound((await open()).kysely);
		const quiet = { ...context, settings: { ...context.settings, quietHours: { from: 20, to: 7 } } };
		turnClockTo('2026-03-03T09:00:00Z');
		// A Saturday.
		const changed = { roundId, reminderDays: ['2026-03-07'], closesAfter: '2026-03-16', closesByItself: true };
		assert.deepEqual(await changeRoundClock(quiet, lead, changed), { kind: 'changed' });
		for (const moment of ['2026-03-07T09:00:00Z', '2026-03-08T09:00:00Z', '2026-03-09T05:59:00Z']) {
			turnClockTo(moment);
			assert.deepEqual(await keep(quiet), [[], []], moment);
			assert.deepEqual(await reminders(quiet), []);
		}
		turnClockTo('2026-03-09T07:00:00Z');
		assert.deepEqual(await keep(quiet), [[roundId], []]);
		assert.equal((await reminders(quiet)).length, 46);
		assert.deepEqual(await keep(quiet), [[], []]);
	});

	test('reminds four times at most, however often its days are moved', async () => {
		const { context, lead, roundId, turnClockTo } = await openDatedRound((await open()).kysely);
		const change = async (reminderDays: readonly string[]) =>
			told(
				await changeRoundClock(context, lead, {
					roundId,
					reminderDays,
					closesAfter: '2026-03-16',
					closesByItself: true
				})
			);
		assert.equal(await change(['2026-03-03', '2026-03-05', '2026-03-07', '2026-03-09']), 'wrong-reminder-days');
		assert.equal(await change(['2026-03-03', '2026-03-05', '2026-03-07']), 'changed');
		for (const day of ['2026-03-03', '2026-03-05', '2026-03-07']) {
			turnClockTo(`${day}T09:00:00Z`);
			assert.deepEqual(await keep(context), [[roundId], []], day);
		}
		assert.equal(await change(['2026-03-09', '2026-03-11']), 'wrong-reminder-days');
		assert.equal(await change(['2026-03-09']), 'changed');
		turnClockTo('2026-03-09T09:00:00Z');
		assert.deepEqual(await keep(context), [[roundId], []]);
		assert.equal(await change(['2026-03-11']), 'wrong-reminder-days');
		assert.equal(await change([]), 'changed');
	});

	test('somebody has just reminded by hand: the day of the clock passes without another letter', async () => {
		const { context, lead, roundId, turnClockTo } = await openDatedRound((await open()).kysely);
		turnClockTo('2026-03-08T12:00:00Z');
		assert.deepEqual(await remindRound(context, lead, { roundId }), { kind: 'reminded' });
		turnClockTo('2026-03-09T08:00:00Z');
		assert.deepEqual(await keep(context), [[], []]);
		turnClockTo('2026-03-13T08:00:00Z');
		assert.deepEqual(await keep(context), [[roundId], []]);
	});

	test('asked for at a time of rest, a reminder is made when it is over, for those who are missing then', async () => {
		const { context, lead, roundId, turnClockTo } = await openDatedRound((await open()).kysely);
		const quiet = { ...context, settings: { ...context.settings, quietHours: { from: 20, to: 7 } } };
		const until = new Date('2026-03-09T06:00:00Z');
		// A Saturday.
		turnClockTo('2026-03-07T12:00:00Z');
		for (const time of ['first', 'second'])
			assert.deepEqual(await remindRound(quiet, lead, { roundId }), { kind: 'waiting', until }, time);
		assert.deepEqual(await reminders(quiet), [], 'no list of who is missing lies there');
		const shown = await readRoundClock(quiet, lead, { roundId });
		assert.deepEqual(shown.kind === 'clock' && [shown.reminderWaitsUntil, shown.reminders], [until, 0]);
		turnClockTo('2026-03-08T12:00:00Z');
		const items = context.instruments[0]?.items ?? [];
		const answers = Object.fromEntries(items.map((item) => [item.id, 3]));
		await answerAs(quiet, { organisationId: lead.organisationId, roundId }, { leaderId: 'director', answers });
		assert.deepEqual(await keep(quiet), [[], []]);
		turnClockTo('2026-03-09T06:05:00Z');
		assert.deepEqual(await keep(quiet), [[roundId], []]);
		const made = await reminders(quiet);
		assert.equal(made.length, 45);
		assert.ok(made.every((mail) => mail.recipient !== 'director@example.org'));
		assert.ok(
			made.every((mail) => mail.body_text.includes('13. marts 2026')),
			'it tells when the next one comes'
		);
		assert.deepEqual(await remindRound(quiet, lead, { roundId }), { kind: 'already-reminded' });
		turnClockTo('2026-03-09T08:00:00Z');
		assert.deepEqual(await keep(quiet), [[], []], 'today was a day of the clock as well: one letter is enough');
		turnClockTo('2026-03-13T08:00:00Z');
		assert.deepEqual(await keep(quiet), [[roundId], []]);
	});

	test('on the last evening no letter would come in time, and that is said', async () => {
		const { context, lead, roundId, turnClockTo } = await openDatedRound((await open()).kysely);
		const quiet = { ...context, settings: { ...context.settings, quietHours: { from: 20, to: 7 } } };
		turnClockTo('2026-03-16T20:30:00Z');
		assert.deepEqual(await remindRound(quiet, lead, { roundId }), { kind: 'too-late' });
		const shown = await readRoundClock(quiet, lead, { roundId });
		assert.deepEqual(shown.kind === 'clock' && shown.reminderWaitsUntil, null);
	});

	test('closes after its last day, and not before it is over', async () => {
		const { context, lead, roundId, turnClockTo } = await openDatedRound((await open()).kysely);
		turnClockTo('2026-03-16T22:59:00Z');
		assert.deepEqual((await keep(context))[1], []);
		turnClockTo('2026-03-16T23:00:00Z');
		assert.deepEqual((await keep(context))[1], [roundId]);
		assert.deepEqual(await keep(context), [[], []]);
		const round = await findRound(context.db, { organisationId: lead.organisationId, roundId });
		assert.notEqual(round?.closedAt, null);
	});

	test('is moved and switched off by the programme lead, never against what leaders were told', async () => {
		const { context, lead, roundId, turnClockTo } = await openDatedRound((await open()).kysely);
		turnClockTo('2026-03-03T09:00:00Z');
		const change = async (reminderDays: readonly string[], closesAfter: string, closesByItself = true) =>
			told(await changeRoundClock(context, lead, { roundId, reminderDays, closesAfter, closesByItself }));
		assert.equal(await change([], '2026-03-15'), 'closes-too-early');
		assert.equal(await change(['x'], ''), 'wrong-reminder-days,closes-too-early', 'both are told at once');
		assert.equal(await change([], '2026-02-30'), 'closes-too-early');
		assert.equal(await change(['2026-03-02'], '2026-03-16'), 'wrong-reminder-days');
		assert.equal(await change(['2026-03-24'], '2026-03-23'), 'wrong-reminder-days');
		assert.equal(await change(['x'], '2026-03-23'), 'wrong-reminder-days');
		assert.equal(await change(['2026-03-20'], '2026-03-23'), 'changed');
		turnClockTo('2026-03-18T09:00:00Z');
		assert.deepEqual(await keep(context), [[], []], 'it has more time, and no reminder half way');
		turnClockTo('2026-03-20T09:00:00Z');
		assert.deepEqual(await keep(context), [[roundId], []]);
		assert.ok((await reminders(context)).every((mail) => mail.body_text.includes('23. marts 2026')));
		assert.equal(await change([], '2026-03-23', false), 'changed');
		turnClockTo('2026-03-30T09:00:00Z');
		assert.deepEqual(await keep(context), [[], []]);
	});
});

async function keep(context: Context) {
	const outcome = await keepRoundClocks(context, system);
	return outcome.kind === 'kept' ? [outcome.reminded, outcome.closed] : assert.fail(outcome.kind);
}

function reminders({ db }: Context) {
	return db.selectFrom('mails').selectAll().where('kind', '=', 'reminder').execute();
}

function told(outcome: ChangeRoundClockOutcome): string {
	return outcome.kind === 'faulty' ? outcome.problems.join() : outcome.kind;
}
