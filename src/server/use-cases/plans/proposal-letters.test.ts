// Who hears of a proposal: nobody twice, nobody who has left, and never nobody at all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOrganisation, writeOrganisation, grantRole } from '#server/database/organisations.ts';
import type { Leader } from '#domain/organisation/organisation.ts';
import {
	addPlannedOrganisation,
	decidePlan,
	type PlannedOrganisation
} from '../../../../tests/support/planned-organisation.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { applyRetention } from '../privacy/apply-retention.ts';
import { deletePerson } from '../privacy/delete-person.ts';
import { answerProposal } from './answer-proposal.ts';
import { forwardProposal } from './forward-proposal.ts';
import { prepareProposal } from './prepare-proposal.ts';
import { readProposals } from './read-proposals.ts';
import { remindProposals } from './remind-proposals.ts';
import { replyToProposal } from './reply-to-proposal.ts';
import { sendProposal } from './send-proposal.ts';

const { kysely } = await createTestDatabase();
const context = createTestContext(kysely);
const system = { kind: 'system', organisationId: '' } as const;
const daysLater = (days: number) => ({ ...context, now: () => new Date(context.now().getTime() + days * 86_400_000) });

test('a committee without members is not offered, and a proposal cannot be sent or forwarded to it', async () => {
	const place = await addPlannedOrganisation(context);
	const planId = await decidePlan(context, place);
	const head = place.personOf('department-1');
	assert.equal(await hasCommittee(place, planId), true);
	await restRole(place, 'committee');
	assert.equal(await hasCommittee(place, planId), false);
	assert.deepEqual(await sendProposal(context, head, input(planId, 'committee')), {
		kind: 'faulty',
		problems: ['receiver-unknown']
	});
	const { proposalId } = await send(place, planId, 'director');
	assert.deepEqual(await forwardProposal(context, place.lead, { proposalId, receiver: 'committee' }), {
		kind: 'unknown-receiver'
	});
	assert.deepEqual(await lettersOf(place, 'committee'), []);
});

test('a receiver without an address is not written to: the programme lead is, at once, and the page knows', async () => {
	const place = await addPlannedOrganisation(context);
	const planId = await decidePlan(context, place);
	await changeLeader(place, 'director', { email: null });
	const sent = await send(place, planId, 'director');
	assert.equal(sent.told, 'programme-lead');
	const [letter, ...more] = await lettersOf(place, 'programme-lead');
	assert.equal(more.length, 0);
	assert.match(letter?.body_text ?? '', /Leder director har ingen e-mail i listen over ledere/);
	assert.match(letter?.body_text ?? '', new RegExp(`/proposals/${sent.proposalId}`));
	assert.equal((await readOne(place, sent.proposalId)).isHeard, false);
	await remindProposals(daysLater(1), system);
	assert.equal((await lettersOf(place, 'programme-lead')).length, 1, 'once');
	await remindProposals(daysLater(14), system);
	assert.equal((await lettersOf(place, 'programme-lead')).length, 2, 'and reminded as a receiver would be');
	await changeLeader(place, 'director', { email: 'director@example.org' });
	await remindProposals(daysLater(15), system);
	const [first] = await lettersOf(place, 'director');
	assert.match(first?.subject ?? '', /Et forslag til dig fra/);
	assert.equal((await readOne(place, sent.proposalId)).isHeard, true);
});

test('a committee whose last member has gone: the programme lead is told, and a new member gets the proposal', async () => {
	const place = await addPlannedOrganisation(context);
	const { proposalId, told } = await send(place, await decidePlan(context, place), 'committee');
	assert.equal(told, 'receiver');
	await restRole(place, 'committee');
	await remindProposals(daysLater(1), system);
	const [letter] = await lettersOf(place, 'programme-lead');
	assert.match(letter?.body_text ?? '', /ingen har rollen som arbejdsmiljøudvalg/i);
	assert.equal((await readOne(place, proposalId)).isHeard, false);
	const member = { email: `new@${place.organisationId}.example.org`, role: 'committee', at: context.now() } as const;
	await grantRole(kysely, place.organisationId, member);
	await remindProposals(daysLater(14), system);
	const mails = await kysely.selectFrom('mails').selectAll().where('recipient', '=', member.email).execute();
	assert.equal(mails.length, 1, 'the committee has been written to once; its new member is reminded with it');
});

test('letters that retention has removed are not written again, also where a question was asked meanwhile', async () => {
	const place = await addPlannedOrganisation(context);
	const planId = await decidePlan(context, place);
	const { proposalId } = await send(place, planId, 'director');
	await send(place, planId, 'committee');
	const ask = { proposalId, answer: 'ask', text: 'Hvilke?' } as const;
	assert.deepEqual(await answerProposal(context, place.personOf('director'), ask), { kind: 'asked' });
	await kysely.updateTable('mails').set({ sent_at: context.now() }).execute();
	await applyRetention(daysLater(200), { kind: 'system', organisationId: place.organisationId });
	assert.equal((await lettersOf(place)).length, 0);
	await remindProposals(daysLater(201), system);
	const mails = (await lettersOf(place)).map(({ recipient, subject }) => [recipient, subject]);
	assert.deepEqual(mails, [
		['committee@example.org', 'Venter på dit svar: Færre indberetninger'],
		['department-1@example.org', 'Dit forslag venter på dig: Færre indberetninger']
	]);
	await remindProposals(daysLater(201), system);
	assert.equal((await lettersOf(place)).length, 2);
});

test('a question whose asker has left goes to the owner of the plan, who can reply; nothing goes to the one who left', async () => {
	const place = await addPlannedOrganisation(context);
	const planId = await decidePlan(context, place);
	const { proposalId } = await send(place, planId, 'director');
	await succeed(place, 'department-1', 'new-head');
	// As in "take over": the plan has an owner of today.
	await kysely
		.updateTable('plans')
		.set({ owner_leader_id: 'new-head', owner_name: 'Ny Leder', owner_email: 'new-head@example.org' })
		.where('plan_id', '=', planId)
		.execute();
	const ask = { proposalId, answer: 'ask', text: 'Hvad koster det?' } as const;
	assert.deepEqual(await answerProposal(context, place.personOf('director'), ask), { kind: 'asked' });
	await remindProposals(daysLater(20), system);
	assert.deepEqual(await lettersOf(place, 'department-1'), []);
	const mails = await lettersOf(place, 'new-head');
	assert.deepEqual(mails.map(({ subject }) => subject).toSorted(), [
		'Et forslag venter på dig: Færre indberetninger',
		'Et spørgsmål til et forslag: Færre indberetninger'
	]);
	assert.ok(mails.every(({ body_text }) => body_text.includes('Leder department-1 sendte forslaget')));
	assert.ok(mails.every(({ body_text }) => body_text.includes('Du står for planen i dag')));
	const reply = { proposalId, text: 'Ingenting' };
	assert.deepEqual(await replyToProposal(context, place.personOf('new-head'), reply), { kind: 'replied' });
});

test('where nobody owns the plan the manager of its group is told, and the programme lead where there is none', async () => {
	const place = await addPlannedOrganisation(context);
	const ask = { answer: 'ask', text: 'Hvad koster det?' } as const;
	const first = await send(place, await decidePlan(context, place), 'director');
	await succeed(place, 'department-1', 'new-head');
	await answerProposal(context, place.personOf('director'), { ...ask, proposalId: first.proposalId });
	const [asked] = await lettersOf(place, 'new-head');
	assert.match(asked?.body_text ?? '', /Du leder gruppen i dag/);

	const other = await addPlannedOrganisation(context);
	const { proposalId } = await send(other, await decidePlan(context, other), 'committee');
	await kysely
		.updateTable('leaders')
		.set({ left_at: context.now() })
		.where('organisation_id', '=', other.organisationId)
		.execute();
	const no = { proposalId, answer: 'decline', text: 'Det kan vi ikke' } as const;
	assert.deepEqual(await answerProposal(context, other.committee, no), { kind: 'declined' });
	const [told] = await lettersOf(other, 'programme-lead');
	assert.match(told?.subject ?? '', /Svar på et forslag/);
	assert.match(told?.body_text ?? '', /Ingen står for planen i dag, og derfor får du brevet som programleder/);
});

test('what stays of a letter goes with the leader who is deleted, and holds no address and no text', async () => {
	const place = await addPlannedOrganisation(context);
	await send(place, await decidePlan(context, place), 'director');
	const noted = () =>
		kysely.selectFrom('letters_written').selectAll().where('organisation_id', '=', place.organisationId).execute();
	assert.deepEqual(
		(await noted()).map((row) => row.reader_leader_id),
		['director']
	);
	assert.doesNotMatch(JSON.stringify(await noted()), /@|indberetninger|Leder/);
	await succeed(place, 'director', 'new-director');
	const person = { person: 'director@example.org', isConfirmed: true };
	assert.equal((await deletePerson(context, place.lead, person)).kind, 'deleted');
	assert.deepEqual(await noted(), []);
	await remindProposals(daysLater(1), system);
	assert.deepEqual(
		(await noted()).map((row) => row.reader_leader_id),
		['new-director']
	);
});

async function send(place: PlannedOrganisation, planId: string, receiver: string) {
	const outcome = await sendProposal(context, place.personOf('department-1'), input(planId, receiver));
	return outcome.kind === 'sent' ? outcome : assert.fail(JSON.stringify(outcome));
}

function input(planId: string, receiver: string) {
	return { planId, receiver, title: 'Færre indberetninger', reason: 'Tre bruges ikke af nogen.' };
}

async function hasCommittee(place: PlannedOrganisation, planId: string) {
	const prepared = await prepareProposal(context, place.personOf('department-1'), { planId });
	return prepared.kind === 'choices' ? prepared.hasCommittee : assert.fail(prepared.kind);
}

async function restRole({ organisationId }: PlannedOrganisation, role: string) {
	await kysely
		.updateTable('memberships')
		.set({ suspended_at: context.now() })
		.where('organisation_id', '=', organisationId)
		.where('role', '=', role)
		.execute();
}

async function changeLeader(place: PlannedOrganisation, id: string, change: Partial<Leader>) {
	const { units, leaders } = await readOrganisation(kysely, place.organisationId);
	const changed = leaders.map((leader) => (leader.id === id ? { ...leader, ...change } : leader));
	await write(place, { units, leaders: changed });
}

/** Somebody new takes over the group of somebody who leaves. */
async function succeed(place: PlannedOrganisation, before: string, after: string) {
	const { units, leaders } = await readOrganisation(kysely, place.organisationId);
	const own = leaders.find(({ id }) => id === before) ?? assert.fail();
	const left = leaders
		.filter(({ id }) => id !== before)
		.map((leader) => (leader.managerId === before ? { ...leader, managerId: after } : leader));
	const successor = { ...own, id: after, key: after, name: 'Ny Leder', email: `${after}@example.org` };
	await write(place, { units, leaders: [...left, successor] });
}

async function write(place: PlannedOrganisation, organisation: Parameters<typeof writeOrganisation>[2]) {
	await kysely.transaction().execute((db) => writeOrganisation(db, place.organisationId, organisation, context.now()));
}

async function readOne(place: PlannedOrganisation, proposalId: string) {
	const outcome = await readProposals(context, place.lead, { proposalId });
	return (outcome.kind === 'proposals' ? outcome.proposals[0] : undefined) ?? assert.fail();
}

/** Letters about proposals, by address. `who`: the part before the @. */
async function lettersOf({ organisationId }: PlannedOrganisation, who?: string) {
	const mails = await kysely
		.selectFrom('mails')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.where('kind', 'in', ['proposal', 'proposal-answer'])
		.orderBy('recipient')
		.orderBy('mail_id')
		.execute();
	return mails.filter(({ recipient }) => who === undefined || recipient === `${who}@example.org`);
}
