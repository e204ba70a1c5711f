import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suspendMemberships } from '#server/database/memberships.ts';
import { grantRole, readOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import {
	addPlannedOrganisation,
	decidePlan,
	planInput,
	type PlannedOrganisation
} from '../../../../tests/support/planned-organisation.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { editPlan } from './edit-plan.ts';
import { endPlan } from './end-plan.ts';
import { readCheckIn } from './read-check-in.ts';
import { readPlan } from './read-plan.ts';
import { readPlans } from './read-plans.ts';
import { recordCheckIn } from './record-check-in.ts';
import { sendCheckIns } from './send-check-ins.ts';

const { kysely } = await createTestDatabase();
const context = createTestContext(kysely);
const system = { kind: 'system', organisationId: '' } as const;
const visitor = { kind: 'visitor' } as const;
// The plan is decided on 2 March 2026, its step is due on 20 March.
const on = (day: string) => ({ ...context, now: () => new Date(`${day}T08:00:00Z`) });

test('the owner of a step is asked once before it is due and once when it is late, whatever the clock does', async () => {
	const place = await addPlannedOrganisation(context);
	await decidePlan(context, place);
	const sentBy = async (day: string) => {
		await Promise.all([sendCheckIns(on(day), system), sendCheckIns(on(day), system)]);
		await sendCheckIns(on(day), system);
		return (await mailsOf(place)).length;
	};
	assert.deepEqual([await sentBy('2026-03-14'), await sentBy('2026-03-15'), await sentBy('2026-03-19')], [0, 1, 1]);
	assert.deepEqual([await sentBy('2026-03-21'), await sentBy('2026-03-22'), await sentBy('2026-04-01')], [1, 2, 2]);
	assert.equal(await sentBy('2026-03-15'), 2, 'a clock that goes back asks nobody anew');
	const [soon] = await mailsOf(place);
	assert.equal(soon?.recipient, 'department-1@example.org');
	assert.match(soon?.body_text ?? '', /Stop tre møder/);
	assert.match(soon?.body_text ?? '', /#[\w-]+\.done[\s\S]+#[\w-]+\.on-track[\s\S]+#[\w-]+\.stuck[\s\S]+\?t=/);
});

test('another due day is another reason; a step that is done and a plan that was ended are left in peace', async () => {
	const place = await addPlannedOrganisation(context);
	const planId = await decidePlan(context, place);
	await sendCheckIns(on('2026-03-18'), system);
	const [step] = await stepsOf(place, planId);
	const moved = { ...planInput(place.roundId).steps[0]!, id: step?.id ?? '', dueOn: '2026-04-20' };
	const edited = { planId, version: 1, ...planInput(place.roundId), steps: [moved] };
	assert.deepEqual(await editPlan(context, place.personOf('department-1'), edited), { kind: 'saved' });
	await sendCheckIns(on('2026-03-25'), system);
	assert.equal((await mailsOf(place)).length, 1);
	await sendCheckIns(on('2026-04-18'), system);
	assert.equal((await mailsOf(place)).length, 2);
	await endPlan(context, place.lead, { planId, reason: 'x' });
	await sendCheckIns(on('2026-04-25'), system);
	assert.equal((await mailsOf(place)).length, 2);
});

test('one press records the answer without signing in; it may be changed, and each answer stays in the history', async () => {
	const place = await addPlannedOrganisation(context);
	const planId = await decidePlan(context, place);
	const link = await linkOf(place);
	assert.equal((await readCheckIn(on('2026-03-18'), visitor, link)).kind, 'check-in');
	const say = (answer: string, remark?: string) =>
		recordCheckIn(on('2026-03-18'), visitor, { ...link, answer, remark });
	const first = await say('stuck');
	assert.ok(first.kind === 'recorded');
	assert.deepEqual([first.checkIn.step, first.checkIn.answer], ['Stop tre møder', 'stuck']);
	assert.deepEqual((await planOf(place, planId)).stuckSteps.length, 1);
	assert.equal((await planOf(place, planId)).status, 'under-way');
	await say('stuck');
	await say('stuck', 'Direktionen skal sige ja');
	assert.equal((await planOf(place, planId)).reports.values().next().value?.remark, 'Direktionen skal sige ja');
	await say('done');
	assert.deepEqual([(await planOf(place, planId)).status, (await planOf(place, planId)).stuckSteps], ['done', []]);
	await say('on-track');
	assert.equal((await planOf(place, planId)).status, 'under-way', 'done is taken back');
	const outcome = await readPlan(context, place.lead, { planId });
	assert.ok(outcome.kind === 'plan');
	assert.deepEqual(
		outcome.history.map(({ kind, details }) => [kind, details.answer]),
		[
			['decided', undefined],
			['checked-in', 'stuck'],
			['checked-in', 'stuck'],
			['checked-in', 'done'],
			['checked-in', 'on-track']
		]
	);
});

test('a scanner that runs scripts answers nothing: not just after the letter was sent, nor by all its links at once', async () => {
	const place = await addPlannedOrganisation(context);
	const planId = await decidePlan(context, place);
	const link = await linkOf(place);
	const at = (time: string) => ({ ...context, now: () => new Date(`2026-03-18T${time}Z`) });
	const open = (time: string, answer: string) =>
		recordCheckIn(at(time), visitor, { ...link, answer, isOpenedOnly: true });
	const isDone = async () => (await planOf(place, planId)).plan.steps[0]?.doneAt !== null;
	// Queued at eight in the morning, handed over half an hour later.
	await kysely
		.updateTable('mails')
		.set({ attempted_at: at('08:30:00').now(), sent_at: at('08:30:02').now() })
		.where('organisation_id', '=', place.organisationId)
		.execute();
	const soon = await open('08:35:00', 'done');
	assert.ok(soon.kind === 'to-press');
	assert.deepEqual([soon.why, soon.checkIn.answer, await isDone()], ['just-sent', null, false]);

	assert.equal((await open('08:45:00', 'done')).kind, 'recorded');
	assert.ok(await isDone());
	const second = await open('08:45:02', 'stuck');
	assert.ok(second.kind === 'to-press');
	assert.deepEqual([second.why, second.checkIn.answer, await isDone()], ['two-links', null, false]);
	const third = await open('08:45:04', 'on-track');
	assert.ok(third.kind === 'to-press');
	assert.equal((await planOf(place, planId)).reports.size, 0);

	const pressed = await recordCheckIn(at('08:45:06'), visitor, { ...link, answer: 'done' });
	assert.ok(pressed.kind === 'recorded' && (await isDone()));
	assert.equal((await open('08:45:08', 'stuck')).kind, 'to-press');
	assert.ok(await isDone(), 'what was pressed stays');
	const outcome = await readPlan(context, place.lead, { planId });
	assert.ok(outcome.kind === 'plan');
	assert.deepEqual(
		outcome.history.map(({ details }) => details.answer),
		[undefined, 'done', 'taken-back', 'done']
	);
});

test('where the letter’s row is gone with retention, an opened link answers', async () => {
	const place = await addPlannedOrganisation(context);
	const planId = await decidePlan(context, place);
	const link = await linkOf(place);
	await kysely.deleteFrom('mails').where('organisation_id', '=', place.organisationId).execute();
	const opened = await recordCheckIn(on('2026-04-20'), visitor, { ...link, answer: 'done', isOpenedOnly: true });
	assert.equal(opened.kind, 'recorded');
	assert.ok((await planOf(place, planId)).plan.steps[0]?.doneAt);
});

test('a token that is wrong, of another organisation, too old, or of a plan that was ended changes nothing', async () => {
	const place = await addPlannedOrganisation(context);
	const planId = await decidePlan(context, place);
	const link = await linkOf(place);
	const other = await addPlannedOrganisation(context);
	for (const wrong of [
		{ ...link, token: 'x' },
		{ ...link, token: `${link.token.slice(0, -1)}_` },
		{ ...link, organisationId: other.organisationId },
		{ ...link, organisationId: 'x' }
	]) {
		assert.deepEqual(await readCheckIn(on('2026-03-18'), visitor, wrong), { kind: 'unknown-link' });
		const outcome = await recordCheckIn(on('2026-03-18'), visitor, { ...wrong, answer: 'done' });
		assert.deepEqual(outcome, { kind: 'unknown-link' });
	}
	const told = await recordCheckIn(on('2026-03-18'), visitor, { ...link, answer: 'x' });
	assert.deepEqual(told, { kind: 'faulty', problem: 'answer-missing' });
	assert.deepEqual(await recordCheckIn(on('2026-07-01'), visitor, { ...link, answer: 'done' }), { kind: 'expired' });
	await endPlan(context, place.lead, { planId, reason: 'x' });
	assert.deepEqual(await recordCheckIn(on('2026-03-18'), visitor, { ...link, answer: 'done' }), { kind: 'expired' });
	assert.equal((await planOf(place, planId)).plan.steps[0]?.doneAt, null);
});

test('a link works for the person whom the step is about: not after they have left, nor once it is somebody else’s', async () => {
	const [step] = planInput('').steps;
	const owner = 'department-1-ward-1';
	const prepare = async () => {
		const place = await addPlannedOrganisation(context);
		const planId = await decidePlan(context, place, { steps: [{ ...step!, owner: `Leder ${owner}` }] });
		const link = await linkOf(place);
		const said = () => recordCheckIn(on('2026-03-19'), visitor, { ...link, answer: 'stuck' });
		assert.equal((await said()).kind, 'recorded');
		return { place, planId, link, said };
	};
	const left = await prepare();
	const before = await readOrganisation(kysely, left.place.organisationId);
	const leaders = before.leaders.filter((leader) => leader.id !== owner);
	await kysely
		.transaction()
		.execute((db) => writeOrganisation(db, left.place.organisationId, { ...before, leaders }, context.now()));
	assert.equal((await left.said()).kind, 'expired');
	assert.equal((await readCheckIn(on('2026-03-19'), visitor, left.link)).kind, 'expired');

	const given = await prepare();
	await kysely
		.updateTable('plan_steps')
		.set({ owner: 'Leder department-1', owner_leader_id: 'department-1', owner_email: null })
		.where('plan_id', '=', given.planId)
		.execute();
	assert.equal((await given.said()).kind, 'expired');
});

test('only the hash of a token is stored', async () => {
	const place = await addPlannedOrganisation(context);
	await decidePlan(context, place);
	const { token } = await linkOf(place);
	const rows = await kysely.selectFrom('check_ins').selectAll().execute();
	assert.ok(!JSON.stringify(rows).includes(token));
	assert.ok(rows.every((row) => row.token_hash.length === 32));
});

test('where the owner of a step has left, the owner of the plan is asked instead; a role without an address is not', async () => {
	const place = await addPlannedOrganisation(context);
	const [step] = planInput(place.roundId).steps;
	await decidePlan(context, place, {
		steps: [
			{ ...step!, owner: 'Leder department-1-ward-1' },
			{ ...step!, owner: 'Koncern HR' }
		]
	});
	const before = await readOrganisation(kysely, place.organisationId);
	const leaders = before.leaders.filter((leader) => leader.id !== 'department-1-ward-1');
	await kysely
		.transaction()
		.execute((db) => writeOrganisation(db, place.organisationId, { ...before, leaders }, context.now()));
	await sendCheckIns(on('2026-03-18'), system);
	const mails = await mailsOf(place);
	assert.deepEqual(
		mails.map(({ recipient }) => recipient),
		['department-1@example.org']
	);
	assert.match(mails[0]?.body_text ?? '', /Leder department-1-ward-1 stod for skridtet/);
	assert.match(mails[0]?.body_text ?? '', /I planen »Færre møder« gælder det dette skridt:/);
	assert.doesNotMatch(mails[0]?.body_text ?? '', /står du for dette skridt/, 'the step was somebody else’s');
});

test('somebody outside the roster whose access is closed is not asked, and an old link of theirs is over', async () => {
	const place = await addPlannedOrganisation(context);
	const { organisationId } = place;
	const [step] = planInput(place.roundId).steps;
	const outside = { ...step!, owner: 'Koncern HR', ownerEmail: 'hr@example.org' };
	await decidePlan(context, place, { steps: [outside] });
	await grantRole(kysely, organisationId, { email: 'hr@example.org', role: 'committee', at: context.now() });
	const { token } = await linkOf(place);
	assert.equal((await readCheckIn(on('2026-03-19'), visitor, { organisationId, token })).kind, 'check-in');
	await suspendMemberships(kysely, organisationId, ['hr@example.org'], context.now());
	assert.equal((await readCheckIn(on('2026-03-19'), visitor, { organisationId, token })).kind, 'expired');
	await sendCheckIns(on('2026-03-23'), system);
	assert.deepEqual(
		(await mailsOf(place)).map(({ recipient }) => recipient).toSorted(),
		['department-1@example.org', 'hr@example.org'],
		'the owner of the plan is asked instead'
	);
});

async function mailsOf({ organisationId }: PlannedOrganisation) {
	return kysely
		.selectFrom('mails')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.where('kind', '=', 'check-in')
		.orderBy('intended_at')
		.execute();
}

async function linkOf(place: PlannedOrganisation): Promise<{ organisationId: string; token: string }> {
	await sendCheckIns(on('2026-03-18'), system);
	const [mail] = await mailsOf(place);
	const token = /#([\w-]+)\.done/.exec(mail?.body_text ?? '')?.[1] ?? assert.fail('the letter has no link');
	return { organisationId: place.organisationId, token };
}

async function planOf(place: PlannedOrganisation, planId: string) {
	const outcome = await readPlans(on('2026-03-18'), place.lead, { planId });
	return (outcome.kind === 'plans' ? outcome.plans[0] : undefined) ?? assert.fail();
}

async function stepsOf(place: PlannedOrganisation, planId: string) {
	return (await planOf(place, planId)).plan.steps;
}
