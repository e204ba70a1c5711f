import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareOrganisations } from '#domain/organisation/compare-organisations.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { insertImport } from '#server/database/organisation-imports.ts';
import { readOrganisation } from '#server/database/organisations.ts';
import { insertPlan } from '#server/database/plans.ts';
import { addPlannedOrganisation, decidePlan, planInput } from '../../../../tests/support/planned-organisation.ts';
import { repeatRound } from '../../../../tests/support/repeat-round.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { applyOrganisationImport } from '../organisation/apply-organisation-import.ts';
import { completePlanStep } from './complete-plan-step.ts';
import { createPlan } from './create-plan.ts';
import { editPlan, type EditPlanInput } from './edit-plan.ts';
import { endPlan } from './end-plan.ts';
import { preparePlan } from './prepare-plan.ts';
import { previewPlanMoves } from './preview-plan-moves.ts';
import { readGroupResult } from '../results/read-group-result.ts';
import { readPlan } from './read-plan.ts';
import { readPlans } from './read-plans.ts';
import { takeOverPlan } from './take-over-plan.ts';

const { kysely } = await createTestDatabase();
const context = createTestContext(kysely);
const place = await addPlannedOrganisation(context);
const { organisationId, roundId, personOf, lead, committee } = place;
const head = personOf('department-1');

test('a plan is decided with an owner who has the mandate, and says what it needs and how to tell that it worked', async () => {
	const planId = await decidePlan(context, place);
	const shown = await readOne(planId);
	assert.deepEqual(shown.owner, {
		state: 'in-place',
		owner: { leaderId: 'department-1', name: 'Leder department-1', email: 'department-1@example.org' },
		successor: null
	});
	assert.deepEqual(shown.plan.signs, ['Færre møder', 'Mere ro']);
	assert.equal(shown.plan.followUpOn, '2026-09-01');
	assert.equal(shown.plan.steps[0]?.ownerEmail, 'department-1@example.org', 'found in the roster by the name');
	assert.deepEqual(
		shown.plan.places.map((one) => [one.unitId, one.managerId, one.leaderIds.length]),
		[['department-1', 'department-1', 9]]
	);
	assert.equal(shown.status, 'planned');
	assert.equal(shown.isOwn, false, 'a programme lead owns nothing');
});

test('who can own a plan is the manager of the group and the line above, or somebody who is written', async () => {
	const prepared = await preparePlan(context, head, { roundId, groupId: 'group-1' });
	assert.ok(prepared.kind === 'choices');
	assert.deepEqual(
		prepared.owners.map((owner) => owner.leaderId),
		['department-1', 'director']
	);
	assert.equal(prepared.names.length, 2 + 9);
	const neighbour = await createPlan(context, head, { ...planInput(roundId), owner: 'department-2' });
	assert.deepEqual(neighbour, { kind: 'faulty', problems: [{ code: 'plan-owner-missing', step: null }] });
	const planId = await decidePlan(context, place, {
		...{ owner: 'other', otherOwner: 'Koncern HR', otherOwnerEmail: 'HR@Example.org' }
	});
	assert.deepEqual((await readOne(planId)).owner.owner, {
		leaderId: null,
		name: 'Koncern HR',
		email: 'hr@example.org'
	});
});

test('a plan without any step is told at once all that the first one misses', async () => {
	const empty = { description: ' ', level: '', owner: '', dueOn: '', interventionId: '' };
	const outcome = await createPlan(context, head, { ...planInput(roundId), steps: [empty, empty] });
	assert.ok(outcome.kind === 'faulty');
	assert.deepEqual(
		outcome.problems.map(({ code }) => code),
		['no-steps', 'level-unknown', 'owner-missing', 'due-not-a-day']
	);
});

test('what is wrong in a plan is said field by field', async () => {
	const outcome = await createPlan(context, head, {
		...{ roundId, groupId: 'group-1', title: ' ', targetFactor: 'x', owner: 'other', otherOwnerEmail: 'no address' },
		...{
			level: 'x',
			resources: 'x'.repeat(2001),
			signs: 'x'.repeat(2001),
			involved: 'x'.repeat(1001),
			followUpOn: '1'
		},
		steps: [{ ...{ description: 'x', level: '', owner: '', ownerEmail: 'x', dueOn: '', interventionId: '' } }]
	});
	assert.ok(outcome.kind === 'faulty');
	assert.deepEqual(
		outcome.problems.map(({ code }) => code),
		[
			...['title-missing', 'factor-unknown', 'plan-owner-missing', 'plan-owner-email', 'plan-level-unknown'],
			...['resources-too-long', 'signs-too-long', 'involved-too-long', 'follow-up-not-a-day'],
			...['level-unknown', 'owner-missing', 'owner-email', 'due-not-a-day']
		]
	);
});

test('a plan of before, without owner and places, is read, edited and placed by its round', async () => {
	const planId = context.randomId();
	const stepId = context.randomId();
	await insertPlan(kysely, organisationId, {
		...{ id: planId, roundId, groupId: 'group-2', title: 'Gammel plan', targetFactor: 'workload' },
		...{ decidedAt: context.now(), decidedBy: 'x' },
		steps: [
			{
				...{ id: stepId, description: 'x', level: 'individual', owner: 'Hver leder', dueOn: '2026-02-01' },
				...{ interventionId: null, targetFactor: 'workload', doneAt: null }
			}
		]
	});
	const shown = await readOne(planId);
	assert.equal(shown.status, 'late');
	assert.equal(shown.hasOnlyIndividualSteps, true);
	assert.equal(shown.isWithoutOwner, true);
	assert.equal(shown.owner.successor?.leaderId, 'department-2');
	const own = personOf('department-2');
	assert.equal((await read(own, planId))?.mayTakeOver, true);
	assert.deepEqual(await takeOverPlan(context, own, { planId }), { kind: 'taken-over' });
	assert.equal((await readOne(planId)).isWithoutOwner, false);
	assert.deepEqual(await takeOverPlan(context, personOf('director'), { planId }), { kind: 'has-owner' });
});

test('a plan is read by its own manager and those above, by programme lead and committee, and by nobody else', async () => {
	const planId = await decidePlan(context, place);
	const readers = [head, personOf('director'), lead, committee];
	for (const reader of readers) assert.notEqual(await read(reader, planId), undefined, reader.name);
	assert.equal((await read(committee, planId))?.mayChange, false);
	for (const stranger of [personOf('department-2'), personOf('department-1-ward-1'), personOf('department-1', [])]) {
		assert.equal(await read(stranger, planId), undefined, stranger.name);
		const key = { planId, version: 1, ...planInput(roundId) };
		assert.notEqual((await editPlan(context, stranger, key)).kind, 'saved');
		assert.notEqual((await endPlan(context, stranger, { planId, reason: 'x' })).kind, 'ended');
		const done = await completePlanStep(context, stranger, { planId, stepId: await stepOf(planId), isDone: true });
		assert.notEqual(done.kind, 'marked');
	}
	assert.deepEqual(await editPlan(context, committee, { planId, version: 1, ...planInput(roundId) }), {
		kind: 'forbidden'
	});
});

test('each change is kept with who and when, and what it was before', async () => {
	const planId = await decidePlan(context, place);
	const stepId = await stepOf(planId);
	const changed = { ...(await formOf(planId)), title: 'Endnu færre møder' };
	assert.deepEqual(await editPlan(context, personOf('director'), changed), { kind: 'saved' });
	await completePlanStep(context, head, { planId, stepId, isDone: true });
	await completePlanStep(context, head, { planId, stepId, isDone: true });
	await completePlanStep(context, head, { planId, stepId, isDone: false });
	const outcome = await readPlan(context, lead, { planId });
	assert.ok(outcome.kind === 'plan');
	assert.deepEqual(
		outcome.history.map(({ kind, person }) => [kind, person]),
		[
			['decided', 'Leder department-1'],
			['changed', 'Leder director'],
			['step-done', 'Leder department-1'],
			['step-reopened', 'Leder department-1']
		]
	);
	assert.deepEqual(outcome.history[1]?.details.before, { title: 'Færre møder' });
	assert.deepEqual(outcome.history[1]?.details.after, { title: 'Endnu færre møder' });
	assert.equal(outcome.shown.status, 'planned');
});

test('of two who edit at once the second is shown both texts and loses nothing', async () => {
	const planId = await decidePlan(context, place);
	const form = await formOf(planId);
	const [step] = form.steps;
	assert.ok(step);
	const added = { ...step, id: undefined, description: 'Et nyt skridt' };
	const first = { ...form, title: 'Først', involved: 'Alle og AMR', steps: [step, added] };
	assert.deepEqual(await editPlan(context, head, first), { kind: 'saved' });
	const second = { ...form, title: 'Sidst', resources: 'Fire timer', steps: [{ ...step, dueOn: '2026-05-01' }] };
	const outcome = await editPlan(context, personOf('director'), second);
	assert.ok(outcome.kind === 'conflict');
	assert.equal(outcome.changedBy, 'Leder department-1');
	assert.deepEqual(outcome.compared.clashes, [{ field: 'title', yours: 'Sidst', theirs: 'Først' }]);
	assert.equal(outcome.values.involved, 'Alle og AMR', 'what only the first changed is taken over');
	assert.equal(outcome.values.resources, 'Fire timer');
	assert.deepEqual(
		outcome.values.steps.map(({ description, dueOn }) => [description, dueOn]),
		[
			['Stop tre møder', '2026-05-01'],
			['Et nyt skridt', '2026-03-20']
		]
	);
	assert.equal((await readOne(planId)).plan.title, 'Først', 'nothing is overwritten unseen');
	const again = { ...second, ...outcome.values, version: outcome.version };
	assert.deepEqual(await editPlan(context, personOf('director'), again), { kind: 'saved' });
	const { plan } = await readOne(planId);
	assert.deepEqual(
		[plan.title, plan.involved, plan.resources, plan.steps.length],
		[...['Sidst', 'Alle og AMR', 'Fire timer', 2]]
	);
});

test('two who save at the very same moment: one is saved, the other is shown it', async () => {
	const planId = await decidePlan(context, place);
	const form = await formOf(planId);
	const outcomes = await Promise.all([
		editPlan(context, head, { ...form, title: 'A' }),
		editPlan(context, personOf('director'), { ...form, title: 'B' })
	]);
	assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['conflict', 'saved']);
});

test('an edit keeps what is done, and a step that is taken out stays in the history', async () => {
	const planId = await decidePlan(context, place, {
		steps: [...planInput(roundId).steps, ...planInput(roundId).steps]
	});
	const [first, second] = (await readOne(planId)).plan.steps;
	assert.ok(first && second);
	await completePlanStep(context, head, { planId, stepId: first.id, isDone: true });
	const form = await formOf(planId);
	const emptied = form.steps.map((step) => (step.id === second.id ? { ...step, description: ' ' } : step));
	assert.deepEqual(await editPlan(context, head, { ...form, steps: emptied }), { kind: 'saved' });
	const outcome = await readPlan(context, head, { planId });
	assert.ok(outcome.kind === 'plan');
	assert.deepEqual(
		outcome.shown.plan.steps.map(({ id, doneAt }) => [id, doneAt !== null]),
		[[first.id, true]]
	);
	assert.equal(outcome.history.at(-1)?.details.before?.[`step:${second.id}:description`], 'Stop tre møder');
	assert.equal(outcome.shown.status, 'done');
});

test('two rows of a form with the id of one step are that step and a new one', async () => {
	const planId = await decidePlan(context, place);
	const form = await formOf(planId);
	const [step] = form.steps;
	assert.ok(step);
	const twice = { ...form, steps: [step, { ...step, description: 'Et skridt til' }] };
	assert.deepEqual(await editPlan(context, head, twice), { kind: 'saved' });
	const { steps } = (await readOne(planId)).plan;
	assert.deepEqual(
		steps.map(({ id, description }) => [id === step.id, description]),
		[
			[true, 'Stop tre møder'],
			[false, 'Et skridt til']
		]
	);
});

test('whom somebody else makes the owner of a plan is told once, in their language; nobody of what they did', async () => {
	const lettersOf = async (planId: string) =>
		(await kysely.selectFrom('mails').selectAll().where('mail_id', 'like', `plan-owner:${planId}:%`).execute()).map(
			({ kind, recipient, subject }) => [kind, recipient, subject.split(':')[0]]
		);
	const own = await decidePlan(context, place);
	assert.deepEqual(await lettersOf(own), []);
	const forDirector = await decidePlan(context, place, { owner: 'director' });
	const told = ['plan', 'director@example.org', 'Du er blevet ansvarlig for en plan'];
	assert.deepEqual(await lettersOf(forDirector), [told]);
	await editPlan(context, head, { ...(await formOf(own)), owner: 'director', title: 'Nyt navn' });
	assert.deepEqual(await lettersOf(own), [told]);
	await editPlan(context, head, { ...(await formOf(own)), title: 'Endnu et navn' });
	assert.deepEqual(await lettersOf(own), [told], 'another change tells nothing');
});

test('a plan is made from the newest round that has the group; a light round takes nothing over', async () => {
	const older = await addPlannedOrganisation(context);
	const own = older.personOf('department-1');
	const light = await repeatRound(context, older, { followsRoundId: older.roundId, name: 'Opfølgning' });
	assert.equal((await createPlan(context, own, planInput(older.roundId))).kind, 'decided');
	assert.equal((await createPlan(context, own, planInput(light))).kind, 'decided');
	const newer = await repeatRound(context, older, { followsRoundId: null, name: 'Ny måling' });
	for (const roundId of [older.roundId, light])
		assert.deepEqual(await createPlan(context, own, planInput(roundId)), {
			kind: 'faulty',
			problems: [{ code: 'newer-round', step: null }]
		});
	const from = { roundId: older.roundId, groupId: 'group-1' };
	assert.equal((await preparePlan(context, own, from)).kind, 'newer-round');
	const read = await readGroupResult(context, own, from);
	assert.ok(read.kind === 'group-result');
	assert.deepEqual([read.may.plan, read.newerRound?.name], [false, 'Ny måling']);
	assert.equal((await createPlan(context, own, planInput(newer))).kind, 'decided');
});

test('ending a plan early takes a reason, and then nothing in it changes', async () => {
	const planId = await decidePlan(context, place);
	assert.deepEqual(await endPlan(context, head, { planId, reason: '  ' }), { kind: 'reason-missing' });
	assert.deepEqual(await endPlan(context, head, { planId, reason: 'Afdelingen flytter' }), { kind: 'ended' });
	assert.deepEqual(await endPlan(context, lead, { planId, reason: 'x' }), { kind: 'already-ended' });
	const shown = await readOne(planId);
	assert.deepEqual([shown.status, shown.plan.endedReason, shown.mayChange], ['ended', 'Afdelingen flytter', false]);
	assert.deepEqual(await editPlan(context, head, await formOf(planId)), { kind: 'ended' });
	const done = await completePlanStep(context, head, { planId, stepId: await stepOf(planId), isDone: true });
	assert.deepEqual(done, { kind: 'ended' });
});

test('an owner who leaves: the preview says so, the plan is shown without an owner, and the new manager takes it over', async () => {
	const own = createTestContext(kysely);
	const other = await addPlannedOrganisation({ ...own, randomId: context.randomId });
	const planId = await decidePlan(context, other);
	const importId = await importOf(other.organisationId, (organisation) => ({
		...organisation,
		leaders: [
			...organisation.leaders
				.filter((leader) => leader.id !== 'department-1')
				.map((leader) => (leader.managerId === 'department-1' ? { ...leader, managerId: 'new' } : leader)),
			leaderLike(organisation, 'department-1', { id: 'new', key: 'new', name: 'Ny Leder', email: 'new@example.org' })
		]
	}));
	const preview = await previewPlanMoves(context, other.lead, { importId });
	assert.ok(preview.kind === 'touched');
	assert.deepEqual(
		preview.plans.map(({ title, ownerBecomes, successorName }) => [title, ownerBecomes, successorName]),
		[['Færre møder', 'left', 'Ny Leder']]
	);
	assert.equal((await applyOrganisationImport(context, other.lead, { importId })).kind, 'saved');
	assert.deepEqual(await previewPlanMoves(context, other.lead, { importId }), { kind: 'unknown-import' });
	const shown = await readOne(planId, other.lead);
	assert.deepEqual([shown.owner.state, shown.isWithoutOwner], ['left', true]);
	const successor = { ...other.personOf('new'), name: 'Ny Leder' };
	assert.equal((await read(successor, planId))?.mayTakeOver, true);
	assert.equal((await read(other.personOf('director'), planId))?.mayTakeOver, true, 'and the manager above');
	assert.equal(await read(other.personOf('department-2'), planId), undefined);
	assert.deepEqual(await takeOverPlan(context, successor, { planId }), { kind: 'taken-over' });
	assert.equal((await readOne(planId, other.lead)).owner.state, 'in-place');
	const outcome = await readPlan(context, other.lead, { planId });
	assert.ok(outcome.kind === 'plan');
	assert.deepEqual(
		outcome.history.map(({ kind }) => kind),
		['decided', 'moved', 'taken-over']
	);
});

test('an import that removes a unit with an open plan does not lose the plan: it follows the people, and says where to', async () => {
	const other = await addPlannedOrganisation({ ...createTestContext(kysely), randomId: context.randomId });
	const planId = await decidePlan(context, other);
	const importId = await importOf(other.organisationId, (organisation) => ({
		units: organisation.units
			.filter((unit) => unit.id !== 'department-1')
			.map((unit) => (unit.parentId === 'department-1' ? { ...unit, parentId: 'department-2' } : unit)),
		leaders: organisation.leaders
			.filter((leader) => leader.id !== 'department-1')
			.map((leader) => (leader.managerId === 'department-1' ? { ...leader, managerId: 'department-2' } : leader))
	}));
	const preview = await previewPlanMoves(context, other.lead, { importId });
	assert.ok(preview.kind === 'touched');
	const [change] = preview.plans[0]?.places ?? [];
	assert.deepEqual([change?.change, change?.today?.unitName], ['merged', 'Afdeling 2']);
	assert.equal((await applyOrganisationImport(context, other.lead, { importId })).kind, 'saved');
	const shown = await read(other.personOf('department-2'), planId);
	assert.deepEqual([shown?.plan.title, shown?.isOwn, shown?.mayTakeOver], ['Færre møder', true, true]);
	assert.deepEqual(
		shown?.plan.places.map((one) => one.unitId),
		['department-2']
	);
	assert.equal(await read(other.personOf('department-3'), planId), undefined);
});

test('a unit that is renamed or untouched keeps its plan, and the owner stays', async () => {
	const other = await addPlannedOrganisation({ ...createTestContext(kysely), randomId: context.randomId });
	const planId = await decidePlan(context, other);
	const importId = await importOf(other.organisationId, (organisation) => ({
		...organisation,
		units: organisation.units.map((unit) => (unit.id === 'department-1' ? { ...unit, name: 'Medicin' } : unit))
	}));
	const preview = await previewPlanMoves(context, other.lead, { importId });
	assert.ok(preview.kind === 'touched');
	assert.deepEqual(
		preview.plans.map((one) => [one.places[0]?.change, one.ownerBecomes]),
		[['renamed', null]]
	);
	assert.equal((await applyOrganisationImport(context, other.lead, { importId })).kind, 'saved');
	const shown = await readOne(planId, other.lead);
	assert.deepEqual([shown.owner.state, shown.plan.places[0]?.unitName], ['in-place', 'Medicin']);
});

async function read(actor: typeof lead, planId: string) {
	const outcome = await readPlans(context, actor, { planId });
	return outcome.kind === 'plans' ? outcome.plans[0] : undefined;
}

async function readOne(planId: string, reader = lead) {
	return (await read(reader, planId)) ?? assert.fail('the plan cannot be read');
}

async function stepOf(planId: string): Promise<string> {
	return (await readOne(planId)).plan.steps[0]?.id ?? assert.fail('the plan has no step');
}

/** What the page's form would send without a change. */
async function formOf(planId: string): Promise<EditPlanInput> {
	const { plan } = await readOne(planId);
	return {
		...{ planId, version: plan.version, title: plan.title, targetFactor: plan.targetFactor },
		...{ owner: plan.owner?.leaderId ?? '', level: plan.level ?? '', resources: plan.resources },
		...{ signs: plan.signs.join('\r\n'), involved: plan.involved, followUpOn: plan.followUpOn ?? '' },
		steps: plan.steps.map((step) => ({
			...{ id: step.id, description: step.description, level: step.level, owner: step.owner, dueOn: step.dueOn },
			...{ ownerEmail: step.ownerEmail ?? '', interventionId: step.interventionId ?? '' }
		}))
	};
}

/** An import that waits for its preview to be saved. */
async function importOf(id: string, change: (before: Organisation) => Organisation): Promise<string> {
	const importId = context.randomId();
	const before = await readOrganisation(kysely, id);
	const changes = compareOrganisations(before, change(before), { mode: 'complete' });
	await insertImport(kysely, id, {
		...{ id: importId, fileName: 'x.csv', mode: 'complete', uploadedAt: context.now(), uploadedBy: 'x' },
		content: { units: 0, leaders: 0, changes, notices: [], names: {} },
		...{ appliedAt: null, changes: null }
	});
	return importId;
}

function leaderLike(organisation: Organisation, id: string, change: Partial<Organisation['leaders'][number]>) {
	return { ...(organisation.leaders.find((leader) => leader.id === id) ?? assert.fail(id)), ...change };
}
