// Seven weeks of everything that runs by itself, once by a right clock and once by one that is an hour fast, an hour slow or right by
// turns: no letter goes twice, none is lost, and nothing that the clock ends ends more than an hour early.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grantRole } from '#server/database/organisations.ts';
import { findRound } from '#server/database/rounds.ts';
import { queueMails } from '#server/database/mails.ts';
import type { Delivery } from '#server/mail/mailer.ts';
import { createMemoryMailer } from '#server/mail/memory-mailer.ts';
import { areMailsWaiting, sendMails } from '#server/use-cases/mail/send-mails.ts';
import { createPlan } from '#server/use-cases/plans/create-plan.ts';
import { answerProposal } from '#server/use-cases/plans/answer-proposal.ts';
import { sendProposal } from '#server/use-cases/plans/send-proposal.ts';
import { noteEarlierAssessment } from '#server/use-cases/assessments/note-earlier-assessment.ts';
import { openDatedRound } from '../../../tests/support/open-dated-round.ts';
import { addReleasedRound } from '../../../tests/support/released-round.ts';
import { createTestDatabase } from '../../../tests/support/test-database.ts';
import { jobsOf } from './jobs-of.ts';

const hour = 3_600_000;
/** Days of March and April 2026 on which something falls due, and those after them. */
const days = ['03-09', '03-13', '03-15', '03-16', '03-17', '03-18', '03-19', '03-22', '03-23', '03-31'].concat([
	...['04-13', '04-14', '04-20']
]);
/** Of the world, an hour or two behind Denmark: the morning, when letters begin to go, noon, and both sides of midnight. */
const times = ['06:40', '12:00', '21:45', '22:40', '23:20'];

/** Hours that the clock is wrong, at each look. */
type Clock = (look: number) => number;

const right: Clock = () => 0;
// Forward, back, back below, and forward again, in the middle of a day and over its ends.
const wrong: Clock = (look) => [1, 0, -1, 1, 1, 0, 0, 1, -1, -1, 1][look % 11] ?? 0;

test('a clock set an hour forward and back again sends no letter twice and loses none', async () => {
	const [expected, found] = [await letters(right), await letters(wrong)];
	const kinds = new Set(expected.map((letter) => letter.split(' | ')[0]));
	for (const kind of ['reminder', 'check-in', 'booster', 'dialogue', 'proposal', 'proposal-answer', 'apv'])
		assert.ok(kinds.has(kind), `the right clock sends a ${kind}`);
	assert.equal(new Set(expected).size, expected.length, 'each letter once');
	assert.deepEqual(found, expected);
});

test('a round closes an hour early at most, stays closed when the clock is set back, and is not closed again', async () => {
	const { context, lead, roundId, turnClockTo } = await openDatedRound((await createTestDatabase()).kysely);
	const closes = async (moment: string, offsetHours: number) => {
		turnClockTo(new Date(new Date(moment).getTime() + offsetHours * hour).toISOString());
		for (const job of jobsOf(context)) await job.run();
		const round = await findRound(context.db, { organisationId: lead.organisationId, roundId });
		return round?.closedAt?.toISOString() ?? null;
	};
	// Its last day ends at 23:00 by the clock of the world.
	assert.equal(await closes('2026-03-16T21:59:00Z', 1), null);
	assert.equal(await closes('2026-03-16T22:10:00Z', 0), null, 'set right in time, it goes on');
	const early = await closes('2026-03-16T22:10:00Z', 1);
	assert.equal(early, '2026-03-16T23:10:00.000Z', 'a fast clock closes it, an hour early and for good');
	assert.equal(await closes('2026-03-16T22:20:00Z', 0), early);
	assert.equal(await closes('2026-03-16T23:10:00Z', -1), early);
	assert.equal(await closes('2026-03-17T09:00:00Z', 1), early);
});

test('letters that a fast clock put off are not put off by an hour more when it is set back', async () => {
	const dated = await openDatedRound((await createTestDatabase()).kysely);
	const { organisationId } = dated.lead;
	let answer: Delivery = { kind: 'failed', failure: 'server-unreachable', detail: '', isFinal: false };
	const context = { ...dated.context, mailer: createMemoryMailer(() => answer) };
	const letter = { organisationId, subject: 'x', text: 'x', html: 'x', intendedAt: new Date('2026-03-02T12:00:00Z') };
	for (const kind of ['sign-in', 'plan'])
		await queueMails(context.db, [{ ...letter, mailId: kind, kind, recipient: `${kind}@example.org` }]);
	const send = (moment: string) => {
		dated.turnClockTo(moment);
		return sendMails(context, { kind: 'system', organisationId });
	};
	assert.equal((await send('2026-03-02T12:00:00Z')).kind, 'done');
	assert.equal((await send('2026-03-02T12:00:05Z')).kind, 'pausing', 'by a right clock the pause is kept');
	dated.turnClockTo('2026-03-02T13:02:00Z');
	await sendMails(context, { kind: 'system', organisationId });
	answer = { kind: 'sent' };
	dated.turnClockTo('2026-03-02T12:03:00Z');
	assert.equal(await areMailsWaiting(context), true);
	const outcome = await send('2026-03-02T12:03:00Z');
	assert.ok(outcome.kind === 'done' && outcome.sent > 0, JSON.stringify(outcome));
	assert.ok(context.mailer.letters.some(({ kind }) => kind === 'plan'));
});

/** What was delivered, as `kind | number | address`, in order. */
async function letters(clock: Clock): Promise<readonly string[]> {
	const world = await arrange();
	let look = 0;
	for (const day of days) {
		for (const time of times) {
			const moment = new Date(`2026-${day}T${time}:00Z`).getTime() + clock(look++) * hour;
			world.turnClockTo(new Date(moment).toISOString());
			for (const job of jobsOf(world.context)) await job.run();
		}
	}
	// The clock is right again, and what was to wait has gone.
	world.turnClockTo('2026-04-20T23:30:00Z');
	for (const job of [...jobsOf(world.context), ...jobsOf(world.context)]) await job.run();
	assert.deepEqual(
		await world.context.db.selectFrom('mails').select('mail_id').where('sent_at', 'is', null).execute(),
		[]
	);
	return world.context.mailer.letters.map(({ kind, mailId, to }) => `${kind} | ${mailId} | ${to}`).toSorted();
}

/** An open round; in another organisation a released one with plans, proposals and a workplace assessment of long ago. */
async function arrange() {
	const dated = await openDatedRound((await createTestDatabase()).kysely);
	const { db } = dated.context;
	const context = { ...dated.context, mailer: createMemoryMailer() };
	const released = await addReleasedRound(context);
	const { organisationId, roundId } = released;
	const at = context.now();
	for (const role of ['programme-lead', 'committee'] as const)
		await grantRole(db, organisationId, { email: `${role}@example.org`, role, at });
	await noteEarlierAssessment(context, released.lead, { madeOn: '2023-09-18' });
	const head = released.person('department-1', ['manager']);
	const fading = context.evidence.interventions.find(({ boosterMonths }) => boosterMonths !== null);
	const step = { level: 'organisation', owner: 'Leder department-1', ownerEmail: head.email } as const;
	const plan = await createPlan(context, head, {
		...{ roundId, groupId: 'department-1:leaders', title: 'Færre møder', targetFactor: 'workload' },
		...{ owner: 'department-1', followUpOn: '2026-03-17' },
		steps: [
			{ ...step, description: 'Stop tre møder', dueOn: '2026-03-20', interventionId: '' },
			{ ...step, description: 'Gjort', dueOn: '2026-04-30', interventionId: fading?.id ?? '' }
		]
	});
	if (plan.kind !== 'decided') return assert.fail(JSON.stringify(plan));
	const doneAt = new Date('2026-03-19T10:00:00Z');
	doneAt.setUTCMonth(doneAt.getUTCMonth() - (fading?.boosterMonths ?? 0));
	await db.updateTable('plan_steps').set({ done_at: doneAt }).where('description', '=', 'Gjort').execute();
	for (const receiver of ['director', 'committee']) {
		const proposal = { planId: plan.planId, title: `Færre indberetninger, ${receiver}`, reason: 'De bruges ikke.' };
		const sent = await sendProposal(context, head, { ...proposal, receiver });
		if (sent.kind !== 'sent') return assert.fail(JSON.stringify(sent));
		const ask = { proposalId: sent.proposalId, answer: 'ask', text: 'Hvilke?' } as const;
		if (receiver === 'director') await answerProposal(context, released.person('director', ['manager']), ask);
	}
	return { context, turnClockTo: dated.turnClockTo };
}
