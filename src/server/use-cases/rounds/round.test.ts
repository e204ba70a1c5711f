// A round from plan to result, and everything that may come in between, on both databases.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instrument } from '#domain/instrument/instrument.ts';
import type { Actor, Person } from '#server/actor.ts';
import { insertOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { answerAs } from '../../../../tests/support/answering-leader.ts';
import { forEachDatabase } from '../../../../tests/support/each-database.ts';
import { smallOrganisation } from '../../../../tests/support/small-organisation.ts';
import { createTestContext, type TestContext } from '../../../../tests/support/test-context.ts';
import { closeRound } from './close-round.ts';
import { completePlanStep } from '../plans/complete-plan-step.ts';
import { createPlan } from '../plans/create-plan.ts';
import { createRound } from './create-round.ts';
import { openRound } from './open-round.ts';
import { readGroupResult } from '../results/read-group-result.ts';
import { readOverview } from '../results/read-overview.ts';
import { readPlans } from '../plans/read-plans.ts';
import { readRound } from './read-round.ts';
import { readSurvey } from '../ballots/read-survey.ts';
import { readVisibility } from './read-visibility.ts';
import { releaseRound } from '../releases/release-round.ts';
import { remindRound } from './remind-round.ts';

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

		const opening = await openRound(context, lead, { roundId });
		if (opening.kind !== 'opened') return assert.fail(opening.kind);
		assert.deepEqual([opening.invited, opening.groups], [46, preview.plan.groups.length]);
		assert.equal(opening.words.split(' ').length, 24);
		assert.deepEqual(await openRound(context, lead, { roundId }), { kind: 'already-open' });
		const mails = await context.db.selectFrom('mails').selectAll().execute();
		assert.equal(mails.length, 46);
		assert.equal(new Set(mails.map((mail) => mail.recipient)).size, 46);
		const seen = await readVisibility(context, visitor, { roundId });
		assert.equal(seen.kind === 'visibility' && seen.groups, preview.plan.groups.length);

		const leaders = smallOrganisation.leaders.map((leader) => leader.id);
		for (const leaderId of leaders) await answer(context, lead, { roundId, leaderId });
		const followed = await readRound(context, lead, { roundId });
		assert.deepEqual(
			followed.kind === 'round' && [followed.invited, followed.collected, followed.submitted],
			[46, 40, 40],
			'rounded down, and never so that fewer than five are left'
		);

		assert.deepEqual(await releaseRound(context, lead, { roundId }), { kind: 'not-closed' });
		assert.deepEqual(await closeRound(context, lead, { roundId }), {
			kind: 'closed',
			responses: 46,
			unreadable: 0,
			stuffed: []
		});
		assert.deepEqual(await closeRound(context, lead, { roundId }), { kind: 'already-closed' });
		assert.equal((await context.db.selectFrom('ballot_box').selectAll().execute()).length, 0);
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
		const link = /\/answer\/\S+#\S+\.\S{43}/.exec(invitation.body_text)?.[0] ?? 'none';
		assert.ok(
			reminders.some((mail) => mail.body_text.includes(link)),
			'the reminder carries the same link'
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

async function answer(
	context: TestContext,
	lead: Person,
	of: { readonly roundId: string; readonly leaderId: string }
): Promise<void> {
	const answers = answersOf(context.instruments[0], 1 + ((context.randomBytes(1)[0] ?? 0) % 5));
	await answerAs(context, { organisationId: lead.organisationId, roundId: of.roundId }, { ...of, answers });
}

function answersOf(instrument: Instrument | undefined, value: number): Record<string, number> {
	return Object.fromEntries((instrument?.items ?? []).map((item, index) => [item.id, 1 + ((value + index) % 5)]));
}

async function plansOf(context: TestContext, actor: Person) {
	const outcome = await readPlans(context, actor);
	return outcome.kind === 'plans' ? outcome.plans : assert.fail(outcome.kind);
}
