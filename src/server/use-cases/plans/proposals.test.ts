import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeOrganisation, readOrganisation } from '#server/database/organisations.ts';
import {
	addPlannedOrganisation,
	decidePlan,
	type PlannedOrganisation
} from '../../../../tests/support/planned-organisation.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { answerProposal } from './answer-proposal.ts';
import { endPlan } from './end-plan.ts';
import { forwardProposal } from './forward-proposal.ts';
import { prepareProposal } from './prepare-proposal.ts';
import { readPlan } from './read-plan.ts';
import { readPlans } from './read-plans.ts';
import { readProposals } from './read-proposals.ts';
import { remindProposals } from './remind-proposals.ts';
import { replyToProposal } from './reply-to-proposal.ts';
import { sendProposal } from './send-proposal.ts';

const { kysely } = await createTestDatabase();
const context = createTestContext(kysely);
const system = { kind: 'system', organisationId: '' } as const;
const daysLater = (days: number) => ({ ...context, now: () => new Date(context.now().getTime() + days * 86_400_000) });

test('a proposal goes to the line above the group, or to a role, and its receiver is written to', async () => {
	const place = await addPlannedOrganisation(context);
	const planId = await decidePlan(context, place);
	const head = place.personOf('department-1');
	const prepared = await prepareProposal(context, head, { planId });
	assert.ok(prepared.kind === 'choices');
	assert.deepEqual(
		prepared.receivers.map(({ leaderId }) => leaderId),
		['director']
	);
	const wrong = { planId, title: '', reason: 'x'.repeat(2001), receiver: 'department-2' };
	assert.deepEqual(await sendProposal(context, head, wrong), {
		kind: 'faulty',
		problems: ['title-missing', 'reason-too-long', 'receiver-unknown']
	});
	await send(place, planId);
	const [mail] = await mailsTo('director@example.org', place.organisationId);
	assert.match(mail?.subject ?? '', /Et forslag til dig fra Leder department-1/);
	await send(place, planId, 'committee');
	assert.equal((await mailsTo('committee@example.org', place.organisationId)).length, 1);
	const [shown] = (await plansOf(head)).filter((one) => one.plan.id === planId);
	assert.deepEqual([shown?.status, shown?.openProposals], ['waiting', 2]);
});

test('nobody above: the top of the house sends to the programme lead or the committee', async () => {
	const place = await addPlannedOrganisation(context);
	const director = place.personOf('director');
	const planId = await decidePlan(context, place, { groupId: 'group-1', owner: 'director' });
	const prepared = await prepareProposal(context, director, { planId });
	assert.ok(prepared.kind === 'choices' && prepared.receivers.length === 1);
	const sent = await send(place, planId, 'programme-lead');
	assert.equal((await readOne(place.lead, sent)).mayAnswer, true);
	assert.equal((await readOne(place.committee, sent)).mayAnswer, false);
});

test('a yes becomes a plan of the receiver, with a step and a date, and the sender is told', async () => {
	const place = await addPlannedOrganisation(context);
	const planId = await decidePlan(context, place);
	const proposalId = await send(place, planId);
	const director = place.personOf('director');
	const yes = { proposalId, answer: 'accept', text: 'Godt set', isOwnPlan: true } as const;
	assert.deepEqual(await answerProposal(context, director, yes), { kind: 'faulty', problem: 'due-not-a-day' });
	const outcome = await answerProposal(context, director, { ...yes, dueOn: '2026-06-01' });
	assert.ok(outcome.kind === 'accepted');
	const made = (await plansOf(director)).find((one) => one.plan.id === outcome.planId);
	assert.deepEqual(
		[made?.plan.owner?.leaderId, made?.plan.level, made?.plan.steps[0]?.dueOn, made?.status],
		['director', 'organisation', '2026-06-01', 'planned']
	);
	assert.equal(made?.isOwn, true);
	const [mail] = await mailsTo('department-1@example.org', place.organisationId);
	assert.match(mail?.subject ?? '', /Dit forslag er taget imod/);
	assert.deepEqual(await answerProposal(context, director, { ...yes, answer: 'decline' }), {
		kind: 'already-answered'
	});
	const origin = await readPlan(context, place.lead, { planId });
	assert.ok(origin.kind === 'plan');
	assert.deepEqual(
		origin.history.map(({ kind }) => kind),
		['decided', 'proposed', 'answered']
	);
	assert.equal(origin.proposals[0]?.proposal.answer?.planId, outcome.planId);
});

test('a yes may become a step in a plan that is there, and others who edit that plan are told', async () => {
	const place = await addPlannedOrganisation(context);
	const planId = await decidePlan(context, place);
	const target = await decidePlan(context, place, { owner: 'director', title: 'Direktørens plan' });
	const proposalId = await send(place, planId);
	const yes = { proposalId, answer: 'accept', text: '', dueOn: '2026-06-01', planId: target } as const;
	assert.deepEqual(await answerProposal(context, place.personOf('director'), yes), {
		kind: 'accepted',
		planId: target
	});
	const [shown] = (await plansOf(place.lead)).filter((one) => one.plan.id === target);
	assert.deepEqual(
		[shown?.plan.version, shown?.plan.steps.length, shown?.plan.steps[1]?.description],
		[...[2, 2, 'Færre indberetninger']]
	);
	const foreign = { ...yes, proposalId: await send(place, planId), planId: context.randomId() };
	assert.deepEqual(await answerProposal(context, place.personOf('director'), foreign), {
		...{ kind: 'faulty', problem: 'plan-unknown' }
	});
});

test('whoever says yes is told of the plan that runs for the same group and factor, and has to choose', async () => {
	const place = await addPlannedOrganisation(context);
	const planId = await decidePlan(context, place);
	await decidePlan(context, place, { title: 'Om noget andet', targetFactor: 'coping' });
	const proposalId = await send(place, planId);
	const director = place.personOf('director');
	const yes = { proposalId, answer: 'accept', text: '', dueOn: '2026-06-01' } as const;
	assert.deepEqual(
		(await readOne(director, proposalId)).sameAim.map(({ id, title }) => [id, title]),
		[[planId, 'Færre møder']]
	);
	assert.deepEqual(await answerProposal(context, director, yes), { kind: 'faulty', problem: 'plan-not-chosen' });
	assert.deepEqual(await answerProposal(context, director, { ...yes, isOwnPlan: true, planId }), {
		...{ kind: 'faulty', problem: 'plan-not-chosen' }
	});
	const outcome = await answerProposal(context, director, { ...yes, isOwnPlan: true });
	assert.ok(outcome.kind === 'accepted' && outcome.planId !== planId);
	const made = (await plansOf(place.lead)).find((one) => one.plan.id === outcome.planId);
	assert.deepEqual(
		[made?.plan.groupId, made?.plan.targetFactor, made?.plan.level],
		[...['group-1', 'workload', 'organisation']]
	);
});

test('a yes joins the plan that runs: with a date as a step of whoever said so, without one as it is', async () => {
	const place = await addPlannedOrganisation(context);
	const planId = await decidePlan(context, place);
	const yes = { answer: 'accept', text: 'Vi er med', planId } as const;
	const first = { ...yes, proposalId: await send(place, planId) };
	const director = place.personOf('director');
	assert.deepEqual(await answerProposal(context, director, { ...first, dueOn: 'i maj' }), {
		...{ kind: 'faulty', problem: 'due-not-a-day' }
	});
	assert.deepEqual(await answerProposal(context, director, first), { kind: 'accepted', planId });
	assert.equal((await readOne(director, first.proposalId)).proposal.answer?.planId, planId);
	assert.deepEqual(
		(await plansOf(place.lead)).map(({ plan }) => [plan.id, plan.steps.length, plan.version]),
		[[planId, 1, 1]]
	);
	// A committee reads plans and changes none; the step that it has taken upon itself it may add.
	const second = { ...yes, proposalId: await send(place, planId, 'committee'), dueOn: '2026-06-01' };
	assert.deepEqual(await answerProposal(context, place.committee, second), { kind: 'accepted', planId });
	const [joined] = await plansOf(place.lead);
	assert.deepEqual(
		joined?.plan.steps.map(({ description, ownerEmail }) => [description, ownerEmail]),
		[
			['Stop tre møder', 'department-1@example.org'],
			['Færre indberetninger', 'committee@example.org']
		]
	);
});

test('where the plan has been ended nothing runs for that group and factor, and a yes makes a new plan', async () => {
	const place = await addPlannedOrganisation(context);
	const planId = await decidePlan(context, place);
	const proposalId = await send(place, planId);
	await endPlan(context, place.lead, { planId, reason: 'Vi begynder forfra' });
	const director = place.personOf('director');
	assert.deepEqual((await readOne(director, proposalId)).sameAim, []);
	const yes = { proposalId, answer: 'accept', text: '', dueOn: '2026-06-01' } as const;
	assert.deepEqual(await answerProposal(context, director, { ...yes, planId }), {
		...{ kind: 'faulty', problem: 'plan-unknown' }
	});
	const outcome = await answerProposal(context, director, yes);
	assert.ok(outcome.kind === 'accepted' && outcome.planId !== planId);
});

test('a no takes a reason, which the sender gets', async () => {
	const place = await addPlannedOrganisation(context);
	const proposalId = await send(place, await decidePlan(context, place));
	const no = { proposalId, answer: 'decline', text: ' ' } as const;
	const director = place.personOf('director');
	assert.deepEqual(await answerProposal(context, director, no), { kind: 'faulty', problem: 'text-missing' });
	assert.deepEqual(await answerProposal(context, director, { ...no, text: 'Loven kræver dem' }), { kind: 'declined' });
	const [mail] = await mailsTo('department-1@example.org', place.organisationId);
	assert.match(mail?.body_text ?? '', /Loven kræver dem/);
	assert.equal((await readOne(place.lead, proposalId)).standing.state, 'declined');
});

test('a question waits for the sender, and the reply for the receiver again', async () => {
	const place = await addPlannedOrganisation(context);
	const proposalId = await send(place, await decidePlan(context, place));
	const [head, director] = [place.personOf('department-1'), place.personOf('director')];
	assert.deepEqual(await replyToProposal(context, head, { proposalId, text: 'x' }), { kind: 'nothing-asked' });
	const question = { proposalId, answer: 'ask', text: 'Hvilke?' } as const;
	assert.deepEqual(await answerProposal(context, director, question), { kind: 'asked' });
	assert.deepEqual((await readOne(head, proposalId)).standing.state, 'asked');
	assert.deepEqual(await replyToProposal(context, director, { proposalId, text: 'x' }), { kind: 'forbidden' });
	assert.deepEqual(await replyToProposal(context, head, { proposalId, text: 'De tre her' }), { kind: 'replied' });
	const shown = await readOne(director, proposalId);
	assert.deepEqual(
		shown.proposal.messages.map(({ kind, content }) => [kind, content]),
		[
			['question', 'Hvilke?'],
			['reply', 'De tre her']
		]
	);
	assert.equal(shown.standing.waitsFor, 'receiver');
	assert.equal((await mailsTo('director@example.org', place.organisationId)).length, 2, 'the proposal and the reply');
});

test('after fourteen days a proposal is marked and its receiver reminded, once a week and never twice', async () => {
	const place = await addPlannedOrganisation(context);
	const proposalId = await send(place, await decidePlan(context, place));
	const sentBy = async (days: number) => {
		await remindProposals(daysLater(days), system);
		await Promise.all([remindProposals(daysLater(days), system), remindProposals(daysLater(days), system)]);
		return (await mailsTo('director@example.org', place.organisationId)).length;
	};
	assert.deepEqual([await sentBy(13), await sentBy(14), await sentBy(20), await sentBy(21)], [1, 2, 2, 3]);
	assert.equal(await sentBy(14), 3, 'a clock that goes back reminds nobody anew');
	const outcome = await readProposals(daysLater(14), place.lead, {});
	assert.ok(outcome.kind === 'proposals');
	assert.equal(outcome.proposals.find((one) => one.proposal.id === proposalId)?.standing.isOverdue, true);
});

test('a question that the sender leaves lying is reminded of as well', async () => {
	const place = await addPlannedOrganisation(context);
	const proposalId = await send(place, await decidePlan(context, place));
	await answerProposal(context, place.personOf('director'), { proposalId, answer: 'ask', text: 'Hvilke?' });
	await remindProposals(daysLater(15), system);
	const mails = await mailsTo('department-1@example.org', place.organisationId);
	assert.deepEqual(
		mails.map(({ kind }) => kind),
		['proposal-answer', 'proposal-answer']
	);
	assert.equal((await mailsTo('director@example.org', place.organisationId)).length, 1, 'the receiver owes nothing');
});

test('a receiver who has left is succeeded by the new manager, who is written to and answers', async () => {
	const place = await addPlannedOrganisation(context);
	const proposalId = await send(place, await decidePlan(context, place));
	const before = await readOrganisation(kysely, place.organisationId);
	const leaders = before.leaders
		.filter((leader) => leader.id !== 'director')
		.map((leader) => (leader.managerId === 'director' ? { ...leader, managerId: 'new' } : leader));
	const director = before.leaders.find((leader) => leader.id === 'director') ?? assert.fail();
	const successor = { ...director, id: 'new', key: 'new', name: 'Ny Direktør', email: 'new@example.org' };
	await kysely
		.transaction()
		.execute((db) =>
			writeOrganisation(db, place.organisationId, { ...before, leaders: [...leaders, successor] }, context.now())
		);
	await remindProposals(daysLater(1), system);
	await remindProposals(daysLater(1), system);
	const mails = await mailsTo('new@example.org', place.organisationId);
	assert.equal(mails.length, 1);
	assert.match(mails[0]?.body_text ?? '', /Forslaget blev sendt til Leder director/);
	const shown = await readOne(place.personOf('new'), proposalId);
	assert.equal(shown.mayAnswer, true);
	assert.ok(shown.receiver.kind === 'leader' && shown.receiver.hasSucceeded);
	const gone = await answerProposal(context, place.personOf('director'), { proposalId, answer: 'decline', text: 'x' });
	assert.notEqual(gone.kind, 'declined');
});

test('where nobody is left to answer the programme lead sees it, answers it or sends it on', async () => {
	const place = await addPlannedOrganisation(context);
	const proposalId = await send(place, await decidePlan(context, place));
	const before = await readOrganisation(kysely, place.organisationId);
	const leaders = before.leaders
		.filter((leader) => leader.id !== 'director')
		.map((leader) => (leader.managerId === 'director' ? { ...leader, managerId: null } : leader));
	await kysely
		.transaction()
		.execute((db) => writeOrganisation(db, place.organisationId, { ...before, leaders }, context.now()));
	const shown = await readOne(place.lead, proposalId);
	assert.deepEqual([shown.receiver.kind, shown.mayAnswer, shown.mayForward], ['nobody', true, true]);
	const on = { proposalId, receiver: 'committee' };
	assert.deepEqual(await forwardProposal(context, place.committee, on), { kind: 'forbidden' });
	assert.deepEqual(await forwardProposal(context, place.lead, { ...on, receiver: 'x' }), { kind: 'unknown-receiver' });
	assert.deepEqual(await forwardProposal(context, place.lead, on), { kind: 'forwarded' });
	assert.equal((await readOne(place.committee, proposalId)).mayAnswer, true);
	assert.equal((await mailsTo('committee@example.org', place.organisationId)).length, 1);
});

test('whoever is no longer the receiver when the answer is written does not answer', async () => {
	const place = await addPlannedOrganisation(context);
	const proposalId = await send(place, await decidePlan(context, place));
	const moves: Promise<unknown>[] = [];
	const no = {
		proposalId,
		answer: 'decline',
		// Read between the first look and the transaction: the task goes to somebody else just then.
		get text() {
			const moved = kysely
				.updateTable('plan_proposals')
				.set({ receiver_leader_id: 'department-2' })
				.where('proposal_id', '=', proposalId);
			if (moves.length === 0) moves.push(moved.execute());
			return 'Nej';
		}
	} as const;
	assert.deepEqual(await answerProposal(context, place.personOf('director'), no), { kind: 'forbidden' });
	assert.equal((await Promise.all(moves)).length, 1);
	assert.equal((await readOne(place.lead, proposalId)).proposal.answer, null);
});

test('only the receiver answers, and others of another branch do not even see it', async () => {
	const place = await addPlannedOrganisation(context);
	const proposalId = await send(place, await decidePlan(context, place));
	for (const who of [place.personOf('department-1'), place.lead, place.committee])
		assert.deepEqual(await answerProposal(context, who, { proposalId, answer: 'decline', text: 'x' }), {
			kind: 'forbidden'
		});
	const stranger = place.personOf('department-2');
	assert.deepEqual(await answerProposal(context, stranger, { proposalId, answer: 'decline', text: 'x' }), {
		kind: 'unknown-proposal'
	});
	assert.deepEqual(await readProposals(context, stranger), { kind: 'proposals', proposals: [] });
});

async function send(place: PlannedOrganisation, planId: string, receiver = 'director'): Promise<string> {
	const outcome = await sendProposal(context, place.personOf('department-1'), {
		...{ planId, receiver, title: 'Færre indberetninger', reason: 'Tre bruges ikke af nogen.' }
	});
	return outcome.kind === 'sent' ? outcome.proposalId : assert.fail(JSON.stringify(outcome));
}

async function readOne(reader: PlannedOrganisation['lead'], proposalId: string) {
	const outcome = await readProposals(context, reader, { proposalId });
	return (
		(outcome.kind === 'proposals' ? outcome.proposals[0] : undefined) ?? assert.fail('the proposal cannot be read')
	);
}

async function plansOf(reader: PlannedOrganisation['lead']) {
	const outcome = await readPlans(context, reader);
	return outcome.kind === 'plans' ? outcome.plans : assert.fail(outcome.kind);
}

async function mailsTo(recipient: string, organisationId: string) {
	return kysely
		.selectFrom('mails')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.where('recipient', '=', recipient)
		.orderBy('mail_id')
		.execute();
}
