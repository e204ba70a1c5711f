import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortInstrument } from '#domain/instrument/short-instrument.ts';
import type { Plan, PlanStep } from '#domain/plan/plan.ts';
import { insertOrganisation, grantRole, writeOrganisation } from '#server/database/organisations.ts';
import { storeInstrument } from '#server/database/instruments.ts';
import { insertPlan } from '#server/database/plans.ts';
import { insertRound, type NewRound } from '#server/database/rounds.ts';
import { smallOrganisation } from '../../../../tests/support/small-organisation.ts';
import { createTestContext, type TestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { applyRetention } from '../privacy/apply-retention.ts';
import { sendBoosters } from './send-boosters.ts';

const clock = { kind: 'system', organisationId: '' } as const;

test('a booster is written once, to whoever answers for the step, however often the clock asks', async () => {
	const { context, at, add } = await arrange();
	await add({ steps: [{ ownerEmail: 'step@example.org' }], followUpOn: '2030-01-01' });
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
	assert.ok(mails[0]?.body_text.includes('/plans/'), 'a programme lead opens the plan from the letter');
	assert.ok(mails[2]?.body_text.includes('/interventions/') && !mails[2].body_text.includes('/plans/'));
});

test('a booster that retention has removed is not written again', async () => {
	const { context, organisationId, at, add } = await arrange();
	await add({ steps: [{ ownerEmail: 'step@example.org' }], followUpOn: '2040-01-01' });
	assert.deepEqual(await sendBoosters(at('2027-06-01'), clock), { kind: 'queued', mails: 1 });
	await context.db
		.updateTable('mails')
		.set({ sent_at: at('2027-06-01').now() })
		.execute();
	await applyRetention(at('2028-01-15'), { kind: 'system', organisationId });
	assert.deepEqual(await context.db.selectFrom('mails').selectAll().execute(), []);
	assert.deepEqual(await sendBoosters(at('2028-01-16'), clock), { kind: 'queued', mails: 0 });
	const left = JSON.stringify(await context.db.selectFrom('letters_written').selectAll().execute());
	assert.ok(!left.includes('@') && !left.includes('Et skridt'), 'what stays holds no address and no text');
});

test('whoever has left gets no booster: the owner of today does, else the programme leads, who read why', async () => {
	const { context, organisationId, at, add } = await arrange();
	await context.db
		.transaction()
		.execute((db) => writeOrganisation(db, organisationId, smallOrganisation, context.now()));
	const gone = { ownerLeaderId: 'gone', owner: 'Bo Berg', ownerEmail: 'gone@example.org' };
	const place = { unitId: 'department-1', unitName: 'Afdeling 1', parentUnitId: 'hospital', leaderIds: [] };
	const later = { followUpOn: '2040-01-01', places: [{ ...place, managerId: 'department-1' }] };
	const ownerOf = (leaderId: string) => ({ leaderId, name: leaderId, email: `old-${leaderId}@example.org` });
	const plans = [
		await add({ ...later, owner: ownerOf('gone'), steps: [gone] }),
		await add({ ...later, owner: ownerOf('director'), steps: [gone] }),
		// A leader of a ward does the step, and cannot open the plan.
		await add({ ...later, owner: ownerOf('director'), steps: [{ ownerLeaderId: 'department-1-ward-1' }] }),
		await add({ ...later, owner: ownerOf('director'), steps: [{ ownerLeaderId: 'department-1' }] }),
		// Named by address only, and a manager all the same.
		await add({ ...later, steps: [{ ownerEmail: 'department-1@example.org' }] })
	];
	await sendBoosters(at('2027-06-01'), clock);
	const mails = await context.db.selectFrom('mails').selectAll().execute();
	const told = plans.map((id) => mails.filter(({ mail_id }) => mail_id.includes(id)));
	assert.deepEqual(
		told.map((own) => own.map(({ recipient }) => recipient)),
		[
			['lead@example.org'],
			['director@example.org'],
			['department-1-ward-1@example.org'],
			['department-1@example.org'],
			['department-1@example.org']
		]
	);
	const texts = told.map((own) => own[0]?.body_text ?? '');
	assert.match(texts[0] ?? '', /som programleder, fordi ingen, vi kan skrive til/);
	assert.match(texts[1] ?? '', /Bo Berg, som stod for skridtet, er her ikke mere/);
	assert.match(texts[2] ?? '', /fordi du står som ansvarlig for skridtet/);
	assert.deepEqual(
		texts.map((text) => text.includes('/plans/')),
		[true, true, false, true, true]
	);
});

test('an owner outside the roster whose access is closed gets no booster', async () => {
	const { context, organisationId, at, add } = await arrange();
	await grantRole(context.db, organisationId, { email: 'hr@example.org', role: 'committee', at: context.now() });
	await context.db
		.updateTable('memberships')
		.set({ suspended_at: context.now() })
		.where('email', '=', 'hr@example.org')
		.execute();
	await add({ steps: [{ ownerEmail: 'hr@example.org' }], followUpOn: '2040-01-01' });
	await sendBoosters(at('2027-06-01'), clock);
	const mails = await context.db.selectFrom('mails').select('recipient').execute();
	assert.deepEqual(mails, [{ recipient: 'lead@example.org' }]);
});

test('a round that does not ask again about a plan mutes nothing', async () => {
	const { context, organisationId, at, add } = await arrange();
	const due = { steps: [{ interventionId: null }], followUpOn: '2026-06-01' };
	await add(due);
	const addRound = async (change: Partial<NewRound>) => {
		const round = roundOf(organisationId, context.randomId(), new Date('2026-03-01T00:00:00Z'));
		await insertRound(context.db, { ...round, ...change });
	};
	const unreleased = { releasedAt: null };
	await addRound({ ...unreleased, name: 'never opened', openedAt: null, closedAt: null });
	await addRound({ ...unreleased, name: 'closed, never released' });
	await addRound({ ...unreleased, name: 'left open', closedAt: null, closesOn: '2026-04-01' });
	await addRound({ name: 'elsewhere', scopeUnitId: 'department-2' });
	await addRound({ name: 'before the plan', openedAt: new Date('2026-01-20T00:00:00Z') });
	await addRound({ name: 'of something else', ...(await asksOnly(context, organisationId, 'coping')) });
	assert.deepEqual(await sendBoosters(at('2026-06-02'), clock), { kind: 'queued', mails: 1 });
	assert.deepEqual(await sendBoosters(at('2028-06-02'), clock), { kind: 'queued', mails: 1 });
});

test('each plan counts for itself: one that a round has measured does not mute another decided after it', async () => {
	const { context, organisationId, at, add } = await arrange();
	const due = { steps: [{ interventionId: null }], followUpOn: '2026-09-01' };
	await add(due);
	const between = roundOf(organisationId, context.randomId(), new Date('2026-04-01T00:00:00Z'));
	await insertRound(context.db, between);
	assert.deepEqual(await sendBoosters(at('2026-09-02'), clock), { kind: 'queued', mails: 0 }, 'it has been measured');
	await add({ ...due, decidedAt: new Date('2026-06-01T09:00:00Z') });
	assert.deepEqual(await sendBoosters(at('2026-09-03'), clock), { kind: 'queued', mails: 1 });
	const [mail] = await context.db.selectFrom('mails').selectAll().execute();
	assert.match(mail?.body_text ?? '', /Én plan efter/);
	// While a round asks, and for a month after its last day, nobody is told to ask.
	await insertRound(context.db, {
		...roundOf(organisationId, context.randomId(), new Date('2026-09-20T00:00:00Z')),
		...{ opensOn: '2026-10-05', closesOn: '2026-10-19', openedAt: null, closedAt: null, releasedAt: null }
	});
	assert.deepEqual(await sendBoosters(at('2026-10-05'), clock), { kind: 'queued', mails: 0 }, 'it is planned');
	assert.deepEqual(await sendBoosters(at('2026-10-06'), clock), { kind: 'queued', mails: 1 }, 'it did not open');
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

/** A short questionnaire about one factor. */
async function asksOnly(context: TestContext, organisationId: string, factor: string) {
	const parent = context.instruments.find(({ id }) => id === 'ledertrivsel-1') ?? assert.fail('no instrument');
	const short = shortInstrument({ parent, factors: new Set([factor]), name: { da: 'Kort', en: 'Short' } });
	if (short.kind !== 'instrument') return assert.fail(short.kind);
	assert.ok(await storeInstrument(context.db, organisationId, short.instrument, context.now()));
	return { instrumentId: short.instrument.id, instrumentVersion: short.instrument.version };
}

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
