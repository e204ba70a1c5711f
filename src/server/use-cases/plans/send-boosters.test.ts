import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Plan, PlanStep } from '#domain/plan/plan.ts';
import { insertOrganisation, grantRole } from '#server/database/organisations.ts';
import { insertPlan } from '#server/database/plans.ts';
import { insertRound, type NewRound } from '#server/database/rounds.ts';
import { createTestContext, type TestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { sendBoosters } from './send-boosters.ts';

const clock = { kind: 'system', organisationId: '' } as const;

test('a booster is written once, to whoever answers for the step, however often the clock asks', async () => {
	const { context, at, add } = await arrange();
	const own = await add({ steps: [{ ownerEmail: 'step@example.org' }], followUpOn: '2030-01-01' });
	await add({
		owner: { leaderId: null, name: 'X', email: 'owner@example.org' },
		steps: [{}],
		followUpOn: '2030-01-01'
	});
	await add({ steps: [{}], followUpOn: '2030-01-01' });
	await add({ steps: [{ doneAt: null }], followUpOn: '2030-01-01' });

	assert.deepEqual(await sendBoosters(at('2026-03-03'), clock), { kind: 'queued', mails: 0 });
	const months = fading(context).boosterMonths ?? 0;
	const due = new Date(Date.UTC(2026, 2 + months, 2, 9)).toISOString().slice(0, 10);
	assert.deepEqual(await sendBoosters(at(due), clock), { kind: 'queued', mails: 3 });
	assert.deepEqual(await sendBoosters(at(due), clock), { kind: 'queued', mails: 0 });
	assert.deepEqual(await sendBoosters(at('2029-01-01'), clock), { kind: 'queued', mails: 0 });
	const mails = await context.db.selectFrom('mails').selectAll().orderBy('recipient').execute();
	assert.deepEqual(
		mails.map(({ recipient, kind }) => [recipient, kind]),
		[
			['lead@example.org', 'booster'],
			['owner@example.org', 'booster'],
			['step@example.org', 'booster']
		]
	);
	assert.ok(mails[2]?.body_text.includes(`/plans/${own}`), 'with a link to the plan');
});

test('the programme lead is told once a month that it is time to ask again, until somebody has planned to', async () => {
	const { context, organisationId, at, add } = await arrange();
	await add({ steps: [], followUpOn: '2026-06-01' });
	await add({ steps: [], followUpOn: '2026-06-15', endedAt: new Date('2026-05-01T00:00:00Z'), endedReason: 'x' });
	assert.deepEqual(await sendBoosters(at('2026-05-31'), clock), { kind: 'queued', mails: 0 });
	assert.deepEqual(await sendBoosters(at('2026-06-01'), clock), { kind: 'queued', mails: 1 });
	assert.deepEqual(await sendBoosters(at('2026-06-30'), clock), { kind: 'queued', mails: 0 });
	assert.deepEqual(await sendBoosters(at('2026-07-01'), clock), { kind: 'queued', mails: 1 });
	const [mail] = await context.db.selectFrom('mails').selectAll().execute();
	assert.ok(mail?.body_text.includes('/rounds/new?follows='));
	await insertRound(context.db, roundOf(organisationId, context.randomId(), new Date('2026-07-02T00:00:00Z')));
	assert.deepEqual(await sendBoosters(at('2026-08-01'), clock), { kind: 'queued', mails: 0 });
});

function fading(context: TestContext) {
	const found = context.evidence.interventions.find(({ boosterMonths }) => boosterMonths !== null);
	if (found === undefined) throw new Error('no intervention of the base has a booster');
	return found;
}

async function arrange() {
	const { kysely } = await createTestDatabase();
	const context = createTestContext(kysely);
	const organisationId = context.randomId();
	const createdAt = context.now();
	await insertOrganisation(kysely, { id: organisationId, name: 'H', isDemonstration: false, createdAt });
	await grantRole(kysely, organisationId, { email: 'lead@example.org', role: 'programme-lead', at: createdAt });
	const roundId = context.randomId();
	await insertRound(kysely, roundOf(organisationId, roundId, new Date('2026-01-01T00:00:00Z')));
	const intervention = fading(context);
	const add = async (wanted: Partial<Omit<Plan, 'steps'>> & { readonly steps: readonly Partial<PlanStep>[] }) => {
		const id = context.randomId();
		const step: PlanStep = {
			id: '',
			description: 'Et skridt',
			level: 'group',
			owner: 'X',
			ownerLeaderId: null,
			ownerEmail: null,
			dueOn: '2026-03-01',
			interventionId: intervention.id,
			targetFactor: 'workload',
			doneAt: new Date('2026-03-02T09:00:00Z')
		};
		const steps = (wanted.steps.length > 0 ? wanted.steps : [{ interventionId: null }]).map((own) => ({
			...step,
			id: context.randomId(),
			...own
		}));
		await insertPlan(kysely, organisationId, {
			id,
			roundId,
			groupId: 'g',
			title: 'Plan',
			targetFactor: 'workload',
			decidedAt: new Date('2026-02-01T09:00:00Z'),
			decidedBy: 'X',
			version: 1,
			owner: null,
			level: null,
			resources: '',
			signs: [],
			involved: '',
			followUpOn: null,
			places: [],
			endedAt: null,
			endedReason: null,
			...wanted,
			steps
		});
		return id;
	};
	const at = (day: string): TestContext => ({ ...context, now: () => new Date(`${day}T09:00:00Z`) });
	return { context, organisationId, at, add };
}

function roundOf(organisationId: string, id: string, createdAt: Date): NewRound {
	return {
		organisationId,
		id,
		name: 'Måling',
		source: 'ballots',
		instrumentId: 'ledertrivsel-1',
		instrumentVersion: 1,
		scopeUnitId: null,
		minimumInvited: 8,
		threshold: 5,
		opensOn: '2026-01-01',
		closesOn: '2026-01-14',
		createdAt,
		openedAt: createdAt,
		remindedAt: null,
		closedAt: createdAt,
		releasedAt: createdAt
	};
}
