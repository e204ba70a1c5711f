import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Person } from '#server/actor.ts';
import { grantRole, insertOrganisation } from '#server/database/organisations.ts';
import { createTestContext, type TestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { applyRetention } from '../privacy/apply-retention.ts';
import { noteEarlierAssessment } from './note-earlier-assessment.ts';
import { sendAssessmentWarnings } from './send-assessment-warnings.ts';

const system = { kind: 'system', organisationId: '' } as const;

test('a letter that retention has removed is not written again', async () => {
	const { context, at, addOrganisation } = await arrange();
	const { organisationId } = await addOrganisation('Hospitalet');
	assert.deepEqual(await sendAssessmentWarnings(at('2027-01-16'), system), { kind: 'sent', letters: 1 });
	await context.db
		.updateTable('mails')
		.set({ sent_at: at('2027-01-16').now() })
		.execute();
	await applyRetention(at('2027-09-01'), { kind: 'system', organisationId });
	assert.deepEqual(await context.db.selectFrom('mails').selectAll().execute(), []);
	assert.deepEqual(await sendAssessmentWarnings(at('2027-09-02'), system), { kind: 'sent', letters: 0 });
	const left = await context.db.selectFrom('letters_written').selectAll().execute();
	assert.ok(left.length === 1 && !JSON.stringify(left).includes('@'), 'what stays names nobody');
});

test('nobody to write to: whoever becomes programme lead later gets the letter', async () => {
	const { context, at, addOrganisation } = await arrange();
	const { organisationId, lead } = await addOrganisation('Hospitalet');
	await context.db.updateTable('memberships').set({ suspended_at: context.now() }).execute();
	assert.deepEqual(await sendAssessmentWarnings(at('2027-01-16'), system), { kind: 'sent', letters: 0 });
	await grantRole(context.db, organisationId, {
		email: `new-${lead.email}`,
		role: 'programme-lead',
		at: context.now()
	});
	assert.deepEqual(await sendAssessmentWarnings(at('2027-01-17'), system), { kind: 'sent', letters: 1 });
});

test('an organisation in trouble does not hold up the others', async () => {
	const { context, at, addOrganisation } = await arrange();
	for (const name of ['A', 'B', 'C']) await addOrganisation(name);
	await sql`create function refuse() returns trigger language plpgsql as $$ begin
		if new.recipient = 'lead-a@example.org' then raise exception 'no room for this letter'; end if;
		return new; end $$`.execute(context.db);
	await sql`create trigger refuse before insert on mails for each row execute function refuse()`.execute(context.db);
	const faults: string[] = [];
	const log = { ...context.log, error: (what: string) => void faults.push(what) };
	assert.deepEqual(await sendAssessmentWarnings({ ...at('2027-01-16'), log }, system), { kind: 'sent', letters: 2 });
	assert.deepEqual(faults, ['send assessment warnings']);
	await sql`drop trigger refuse on mails`.execute(context.db);
	assert.deepEqual(await sendAssessmentWarnings(at('2027-01-17'), system), { kind: 'sent', letters: 1 }, 'caught up');
});

async function arrange() {
	const { kysely } = await createTestDatabase();
	const context = createTestContext(kysely);
	const at = (day: string): TestContext => ({ ...context, now: () => new Date(`${day}T09:00:00Z`) });
	/** Its last assessment was made on 15 January 2024. */
	const addOrganisation = async (name: string) => {
		const organisationId = context.randomId();
		const email = `lead-${name.toLowerCase()}@example.org`;
		await insertOrganisation(kysely, { id: organisationId, name, isDemonstration: false, createdAt: context.now() });
		await grantRole(kysely, organisationId, { email, role: 'programme-lead', at: context.now() });
		const lead: Person = {
			...{ kind: 'person', organisationId, email, name: email, leaderId: null, isDemonstration: false },
			roles: ['programme-lead']
		};
		assert.equal((await noteEarlierAssessment(context, lead, { madeOn: '2024-01-15' })).kind, 'noted');
		return { organisationId, lead };
	};
	return { context, at, addOrganisation };
}
