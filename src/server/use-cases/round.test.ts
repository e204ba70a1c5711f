// A round from plan to result, and everything that may come in between, on both databases.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Instrument } from '#domain/instrument/instrument.ts';
import type { Actor, Person } from '#server/actor.ts';
import { insertOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { countInvitations, findInvitationSecret } from '#server/database/rounds.ts';
import { forEachDatabase } from '../../../tests/support/each-database.ts';
import { smallOrganisation } from '../../../tests/support/small-organisation.ts';
import { createTestContext, type TestContext } from '../../../tests/support/test-context.ts';
import { closeRound } from './close-round.ts';
import { collectBallot } from './collect-ballot.ts';
import { completePlanStep } from './complete-plan-step.ts';
import { createPlan } from './create-plan.ts';
import { createRound } from './create-round.ts';
import { invitationToken } from './invitation-token.ts';
import { openRound } from './open-round.ts';
import { readGroupResult } from './read-group-result.ts';
import { readOverview } from './read-overview.ts';
import { readPlans } from './read-plans.ts';
import { readRound } from './read-round.ts';
import { readSurvey } from './read-survey.ts';
import { readVisibility } from './read-visibility.ts';
import { releaseRound } from './release-round.ts';
import { remindRound } from './remind-round.ts';
import { submitResponse } from './submit-response.ts';

const visitor: Actor = { kind: 'visitor' };

forEachDatabase('a round', (open) => {
	test('is planned, opened, answered, closed, released, read and acted on', async () => {
		const { context, lead, person } = await arrange(open);
		const roundId = await planned(context, lead);

		const preview = await readRound(context, lead, { roundId });
		assert.equal(preview.kind, 'preview');
		if (preview.kind !== 'preview' || preview.plan.kind !== 'planned') return assert.fail('no preview');
		assert.ok(preview.plan.groups.every((group) => group.invited >= 8));
		assert.equal(
			preview.plan.groups.reduce((sum, group) => sum + group.invited, 0),
			smallOrganisation.leaders.length
		);
		assert.deepEqual(await readSurvey(context, visitor, { roundId }), { kind: 'not-open', opensOn: '2026-03-02' });

		assert.deepEqual(await openRound(context, lead, { roundId }), {
			kind: 'opened',
			invited: 46,
			groups: preview.plan.groups.length
		});
		assert.deepEqual(await openRound(context, lead, { roundId }), { kind: 'already-open' });
		const mails = await context.db.selectFrom('mails').selectAll().execute();
		assert.equal(mails.length, 46);
		assert.equal(new Set(mails.map((mail) => mail.recipient)).size, 46);
		const seen = await readVisibility(context, visitor, { roundId });
		assert.equal(seen.kind === 'visibility' && seen.groups.length, preview.plan.groups.length);

		const leaders = smallOrganisation.leaders.map((leader) => leader.id);
		for (const leaderId of leaders) await answer(context, lead, { roundId, leaderId });
		const followed = await readRound(context, lead, { roundId });
		assert.deepEqual(
			followed.kind === 'round' && [followed.invited, followed.collected, followed.submitted],
			[46, 46, 46]
		);

		assert.deepEqual(await releaseRound(context, lead, { roundId }), { kind: 'not-closed' });
		assert.deepEqual(await closeRound(context, lead, { roundId }), { kind: 'closed', responses: 46 });
		assert.deepEqual(await closeRound(context, lead, { roundId }), { kind: 'already-closed' });
		assert.equal((await context.db.selectFrom('ballots').selectAll().execute()).length, 0);
		assert.equal((await readOverview(context, lead, { roundId })).kind, 'nothing-released');
		assert.equal((await releaseRound(context, lead, { roundId })).kind, 'released');
		assert.deepEqual(await releaseRound(context, lead, { roundId }), { kind: 'already-released' });

		const overview = await readOverview(context, lead, { roundId });
		if (overview.kind !== 'overview') return assert.fail(overview.kind);
		const head = person('department-1', ['manager']);
		const own = await readOverview(context, head, { roundId });
		if (own.kind !== 'overview') return assert.fail(own.kind);
		assert.ok(own.readable.size < overview.readable.size);
		const groupId = [...own.readable][0] ?? '';
		const result = await readGroupResult(context, head, { roundId, groupId });
		if (result.kind !== 'group-result') return assert.fail(result.kind);
		assert.equal(result.scales.filter((scale) => scale.factor !== null).length, 13);
		assert.deepEqual(
			result.ranking.map((level) => level.level),
			['organisation', 'group', 'leadership', 'individual']
		);
		assert.ok(result.ranking.every((level) => level.recommendations.length > 0));
		const foreign = [...overview.readable].find((id) => !own.readable.has(id)) ?? '';
		assert.deepEqual(await readGroupResult(context, head, { roundId, groupId: foreign }), { kind: 'unknown-group' });

		const steps = [
			{ description: 'Skær ned', level: 'individual', owner: 'Lederen', dueOn: '2026-03-01', interventionId: '' }
		];
		const plan = { roundId, groupId, title: 'Plan', targetFactor: 'workload', steps };
		const decided = await createPlan(context, head, plan);
		if (decided.kind !== 'decided') return assert.fail(decided.kind);
		assert.equal(decided.hasOnlyIndividualSteps, true);
		assert.equal((await createPlan(context, head, { ...plan, groupId: foreign })).kind, 'faulty');
		const [read] = await plansOf(context, head);
		assert.equal(read?.status, 'late');
		const stepId = read?.plan.steps[0]?.id ?? '';
		assert.deepEqual(await completePlanStep(context, head, { planId: decided.planId, stepId, isDone: true }), {
			kind: 'marked'
		});
		assert.equal((await plansOf(context, head))[0]?.status, 'done');
		assert.deepEqual(await plansOf(context, person('department-2', ['manager'])), []);
	});

	test('takes one response a ballot, however often it is sent', async () => {
		const { context, lead } = await arrange(open);
		const roundId = await opened(context, lead);
		const token = await tokenOf(context, lead, { roundId, leaderId: 'director' });
		const ballot = 'a'.repeat(64);
		const answers = answersOf(context.instruments[0], 3);

		assert.deepEqual(await submitResponse(context, visitor, { roundId, ballot, answers }), { kind: 'unknown-ballot' });
		assert.deepEqual(await collectBallot(context, visitor, { roundId, token: 'forged', ballot }), {
			kind: 'unknown-invitation'
		});
		assert.deepEqual(await collectBallot(context, visitor, { roundId, token, ballot: 'short' }), {
			kind: 'not-a-ballot'
		});
		assert.deepEqual(await collectBallot(context, visitor, { roundId, token, ballot }), { kind: 'collected' });
		assert.deepEqual(await collectBallot(context, visitor, { roundId, token, ballot }), { kind: 'collected' });
		assert.deepEqual(await collectBallot(context, visitor, { roundId, token, ballot: 'b'.repeat(64) }), {
			kind: 'already-collected'
		});
		const same = await Promise.all(
			Array.from({ length: 8 }, () => submitResponse(context, visitor, { roundId, ballot, answers }))
		);
		assert.deepEqual(same, Array(8).fill({ kind: 'stored' }));
		assert.deepEqual(await submitResponse(context, visitor, { roundId, ballot, answers }), { kind: 'stored' });
		const other = { ...answers, 'workload-1': 5 };
		assert.deepEqual(await submitResponse(context, visitor, { roundId, ballot, answers: other }), { kind: 'used' });
		assert.equal((await context.db.selectFrom('responses').selectAll().execute()).length, 1);
	});

	test('refuses answers that the instrument does not have', async () => {
		const { context, lead } = await arrange(open);
		const roundId = await opened(context, lead);
		const token = await tokenOf(context, lead, { roundId, leaderId: 'director' });
		const ballot = 'c'.repeat(64);
		await collectBallot(context, visitor, { roundId, token, ballot });
		const send = (answers: Record<string, number | null>) =>
			submitResponse(context, visitor, { roundId, ballot, answers });
		assert.deepEqual(await send({ 'workload-1': 6 }), { kind: 'out-of-range', item: 'workload-1', value: 6 });
		assert.deepEqual(await send({ 'workload-1': 2.5 }), { kind: 'not-whole', item: 'workload-1', value: 2.5 });
		assert.deepEqual(await send({ nonsense: 1 }), { kind: 'unknown-item', item: 'nonsense' });
		assert.deepEqual(await send({}), { kind: 'nothing-answered' });
		assert.deepEqual(await send({ 'workload-1': null }), { kind: 'nothing-answered' });
		assert.equal((await context.db.selectFrom('responses').selectAll().execute()).length, 0);
	});

	test('takes nothing after the close, and a link that was never used says so', async () => {
		const { context, lead } = await arrange(open);
		const roundId = await opened(context, lead);
		const token = await tokenOf(context, lead, { roundId, leaderId: 'director' });
		const late = await tokenOf(context, lead, { roundId, leaderId: 'department-1' });
		const ballot = 'd'.repeat(64);
		await collectBallot(context, visitor, { roundId, token, ballot });
		await closeRound(context, lead, { roundId });
		const answers = answersOf(context.instruments[0], 3);
		assert.deepEqual(await submitResponse(context, visitor, { roundId, ballot, answers }), { kind: 'closed' });
		assert.deepEqual(await collectBallot(context, visitor, { roundId, token: late, ballot: 'e'.repeat(64) }), {
			kind: 'closed'
		});
		assert.deepEqual(await readSurvey(context, visitor, { roundId }), { kind: 'closed', roundId });
		assert.deepEqual(await releaseRound(context, lead, { roundId }), { kind: 'too-few', responses: 0, threshold: 5 });
	});

	test('reminds once, and only those who have not collected', async () => {
		const { context, lead } = await arrange(open);
		const roundId = await opened(context, lead);
		await answer(context, lead, { roundId, leaderId: 'director' });
		assert.deepEqual(await remindRound(context, lead, { roundId }), { kind: 'reminded' });
		assert.deepEqual(await remindRound(context, lead, { roundId }), { kind: 'already-reminded' });
		const reminders = await context.db.selectFrom('mails').selectAll().where('kind', '=', 'reminder').execute();
		assert.equal(reminders.length, 45);
		assert.ok(reminders.every((mail) => mail.recipient !== 'director@example.org'));
		const invitation = await context.db
			.selectFrom('mails')
			.select('body_text')
			.where('mail_id', '=', `invitation:${roundId}:department-1`)
			.executeTakeFirstOrThrow();
		const link = /\/answer\/\S+#\S+/.exec(invitation.body_text)?.[0] ?? 'none';
		assert.ok(
			reminders.some((mail) => mail.body_text.includes(link)),
			'the reminder carries the same link'
		);
	});

	test('keeps nothing that joins a ballot or a response to a leader or a time', async () => {
		const { context, lead } = await arrange(open);
		const roundId = await opened(context, lead);
		await answer(context, lead, { roundId, leaderId: 'director' });
		const [ballot] = await context.db.selectFrom('ballots').selectAll().execute();
		const [response] = await context.db.selectFrom('responses').selectAll().execute();
		assert.deepEqual(Object.keys(ballot ?? {}).sort(), ['ballot_hash', 'group_id', 'organisation_id', 'round_id']);
		assert.deepEqual(Object.keys(response ?? {}).sort(), [
			'answers',
			'group_id',
			'organisation_id',
			'response_key',
			'round_id'
		]);
		const [invitation] = await context.db.selectFrom('invitations').selectAll().execute();
		assert.deepEqual(
			Object.keys(invitation ?? {}).filter((column) => /_at$|ballot|response/.test(column)),
			[]
		);
		assert.deepEqual(await countInvitations(context.db, { organisationId: lead.organisationId, roundId }), {
			invited: 46,
			collected: 1
		});
	});

	test('stamps no single invitation with the transaction of a ballot', async () => {
		const { context, lead } = await arrange(open);
		const roundId = await opened(context, lead);
		for (const leaderId of ['director', 'department-1', 'department-1-ward-1', 'department-3-ward-2']) {
			await answer(context, lead, { roundId, leaderId });
		}
		const { rows } = await sql<{ matches: number }>`
			select (select count(*)::integer from invitations where invitations.xmin = ballots.xmin) as matches from ballots`.execute(
			context.db
		);
		assert.equal(rows.length, 4);
		assert.ok(rows.some((row) => row.matches > 0));
		assert.deepEqual(
			rows.filter((row) => row.matches > 0 && row.matches < 8),
			[]
		);
	});

	test('of another organisation is not found', async () => {
		const { context, lead } = await arrange(open);
		const roundId = await opened(context, lead);
		const stranger = { ...lead, organisationId: context.randomId() };
		assert.deepEqual(await readRound(context, stranger, { roundId }), { kind: 'unknown-round' });
		assert.deepEqual(await closeRound(context, stranger, { roundId }), { kind: 'unknown-round' });
		assert.deepEqual(await readGroupResult(context, stranger, { roundId, groupId: 'hospital' }), {
			kind: 'unknown-group'
		});
	});

	test('names every faulty field of a plan for a round at once', async () => {
		const { context, lead } = await arrange(open);
		const outcome = await createRound(context, lead, {
			name: ' ',
			instrumentId: 'none',
			scopeUnitId: 'none',
			opensOn: '2026-02-30',
			closesOn: 'x'
		});
		assert.deepEqual(outcome, {
			kind: 'faulty',
			problems: ['name-missing', 'unknown-instrument', 'unknown-unit', 'opens-on-not-a-day', 'closes-on-not-a-day']
		});
	});
});

async function arrange(open: () => Promise<{ readonly kysely: TestContext['db'] }>) {
	const { kysely } = await open();
	const context = createTestContext(kysely);
	const organisationId = context.randomId();
	await insertOrganisation(kysely, {
		id: organisationId,
		name: 'Hospitalet',
		isDemonstration: false,
		createdAt: context.now()
	});
	await kysely.transaction().execute((db) => writeOrganisation(db, organisationId, smallOrganisation, context.now()));
	const person = (leaderId: string | null, roles: Person['roles']): Person => ({
		kind: 'person',
		organisationId,
		email: `${leaderId ?? 'lead'}@example.org`,
		name: leaderId ?? 'Programlederen',
		roles,
		leaderId,
		isDemonstration: false
	});
	return { context, lead: person(null, ['programme-lead']), person };
}

async function planned(context: TestContext, lead: Person): Promise<string> {
	const outcome = await createRound(context, lead, {
		name: 'Forår 2026',
		instrumentId: 'ledertrivsel-1',
		scopeUnitId: null,
		opensOn: '2026-03-02',
		closesOn: '2026-03-16'
	});
	if (outcome.kind !== 'created') return assert.fail(JSON.stringify(outcome));
	return outcome.roundId;
}

async function opened(context: TestContext, lead: Person): Promise<string> {
	const roundId = await planned(context, lead);
	assert.equal((await openRound(context, lead, { roundId })).kind, 'opened');
	return roundId;
}

async function tokenOf(
	context: TestContext,
	lead: Person,
	of: { readonly roundId: string; readonly leaderId: string }
): Promise<string> {
	const secret = await findInvitationSecret(context.db, { organisationId: lead.organisationId, roundId: of.roundId });
	if (secret === null) return assert.fail('the round has no secret');
	return invitationToken(secret, of.leaderId);
}

async function answer(
	context: TestContext,
	lead: Person,
	of: { readonly roundId: string; readonly leaderId: string }
): Promise<void> {
	const { roundId } = of;
	const token = await tokenOf(context, lead, of);
	const ballot = Buffer.from(context.randomBytes(32)).toString('hex');
	assert.deepEqual(await collectBallot(context, visitor, { roundId, token, ballot }), { kind: 'collected' });
	const answers = answersOf(context.instruments[0], 1 + ((context.randomBytes(1)[0] ?? 0) % 5));
	assert.deepEqual(await submitResponse(context, visitor, { roundId, ballot, answers }), { kind: 'stored' });
}

function answersOf(instrument: Instrument | undefined, value: number): Record<string, number> {
	return Object.fromEntries((instrument?.items ?? []).map((item, index) => [item.id, 1 + ((value + index) % 5)]));
}

async function plansOf(context: TestContext, actor: Person) {
	const outcome = await readPlans(context, actor);
	return outcome.kind === 'plans' ? outcome.plans : assert.fail(outcome.kind);
}
