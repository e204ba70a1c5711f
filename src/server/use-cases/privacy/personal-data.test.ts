import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Kysely } from 'kysely';
import { accountPlaces, personalPlaces } from '#server/database/personal-places.ts';
import { insertAbsenceEntry } from '#server/database/absence-entries.ts';
import type { Tables } from '#server/database/tables.ts';
import { projectRoot } from '#server/project-root.ts';
import { openSmallRound } from '../../../../tests/support/open-small-round.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { applyRetention } from './apply-retention.ts';
import { deletePerson } from './delete-person.ts';
import { exportPersonalData } from './export-personal-data.ts';
import { readOwnData } from './read-own-data.ts';

const email = 'department-1@example.org';
const leaderId = 'department-1';
const name = 'Leder department-1';
const other = { email: 'department-2@example.org', leaderId: 'department-2', name: 'Leder department-2' };

test('every column that looks as if it named somebody is declared with what becomes of it', () => {
	const declared = new Set<string>([
		...personalPlaces.flatMap(({ table, addresses, leaders, leaderLists, names, inside }) =>
			[addresses, leaders, leaderLists, names, inside].flatMap((columns) =>
				(columns ?? []).map((column) => `${table}.${column}`)
			)
		),
		...accountPlaces.map(({ table, column }) => `${table}.${column}`)
	]);
	assert.deepEqual(
		personalColumns().filter((column) => !declared.has(column) && !(column in exempt)),
		[]
	);
	assert.ok(personalColumns().length > 30, 'the search found nothing');
});

/** Columns that the search finds, with why they need no place of their own. */
const exempt: Readonly<Record<string, string>> = {
	'leaders.name': 'is taken away with the entry',
	'leaders.manager_id': 'points at an entry; a deleted one has no name',
	'dialogues.invited': 'a list of addresses, dealt with by itself',
	'identity_users.name': 'goes with the account',
	'identity_accounts.user_id': 'goes with the account',
	'identity_passkeys.user_id': 'goes with the account',
	'identity_passkeys.name': 'goes with the account',
	'identity_sessions.user_id': 'goes with the account',
	'identity_recovery_codes.email': 'goes with the second factor',
	'manifests.content': 'keys and counts of a round, published before it opens; nobody by name',
	'organisation_imports.content': 'a file between preview and save; dropped when it is saved',
	'workplace_assessment_parts.content': 'free text of the law’s document; the names of who saved it are told',
	'plans.involved': 'free text of the group; what people wrote in it cannot be found',
	'rounds.follows_round_id': 'no person'
};

test('a person sees their roster entry, invitations, letters and plans, and never whether an invitation was collected', async () => {
	const { context, organisationId } = await arrange();
	const own = await readOwnData(context, {
		kind: 'person',
		organisationId,
		email,
		name,
		roles: ['manager'],
		leaderId,
		isDemonstration: false
	});
	assert.equal(own.kind, 'own-data');
	const text = JSON.stringify(own);
	for (const part of [name, 'Plan of mine', 'invitation', 'programme-lead', 'grant-role', 'Hospitalet 2025'])
		assert.ok(text.includes(part), part);
	for (const part of ['is_collected', 'token', 'blinded', 'reminder', other.email, other.name, 'body_'])
		assert.ok(!text.includes(part), part);
	const asked = await exportPersonalData(
		context,
		{ kind: 'system', organisationId },
		{ person: ` ${email.toUpperCase()}` }
	);
	assert.deepEqual(asked.kind === 'personal-data' ? asked.data : null, own.kind === 'own-data' ? own.data : undefined);
	assert.deepEqual(
		await exportPersonalData(context, { kind: 'system', organisationId }, { person: 'nobody@example.org' }),
		{
			kind: 'unknown-person'
		}
	);
});

test('who is in the roster, invited, or the last programme lead is not deleted', async () => {
	const { context, organisationId, db } = await arrange();
	const remove = (person = email) =>
		deletePerson(context, { kind: 'system', organisationId }, { person, isConfirmed: true });
	assert.deepEqual(await remove(), { kind: 'in-roster' });
	await leave(db);
	assert.deepEqual(await remove(), { kind: 'open-round' });
	await db.updateTable('rounds').set({ closed_at: context.now() }).execute();
	await db.deleteFrom('memberships').where('email', '<>', email).execute();
	assert.deepEqual(await remove(), { kind: 'last-programme-lead' });
	assert.deepEqual(await remove('nobody@example.org'), { kind: 'unknown-person' });
});

test('a programme lead whose role rests does not count as another one', async () => {
	const { context, organisationId, db } = await arrange();
	await leave(db);
	await db.updateTable('rounds').set({ closed_at: context.now() }).execute();
	await db.deleteFrom('memberships').where('role', '=', 'programme-lead').execute();
	const add = (address: string, suspended: Date | null) =>
		db
			.insertInto('memberships')
			.values({
				...{ organisation_id: organisationId, email: address, role: 'programme-lead' },
				...{ granted_at: context.now(), suspended_at: suspended }
			})
			.execute();
	await add(email, null);
	await add(other.email, context.now());
	assert.deepEqual(
		await deletePerson(context, { kind: 'system', organisationId }, { person: email, isConfirmed: true }),
		{ kind: 'last-programme-lead' }
	);
});

test('who looked at or deleted a person is recorded with the id of whom, and never with an address', async () => {
	const { context, organisationId, db } = await arrange();
	await leave(db);
	await db.updateTable('rounds').set({ closed_at: context.now() }).execute();
	const system = { kind: 'system', organisationId } as const;
	await exportPersonalData(context, system, { person: other.email });
	await deletePerson(context, system, { person: email, isConfirmed: true });
	const events = await db
		.selectFrom('audit_events')
		.select(['action', 'subject_kind', 'subject_id'])
		.where('action', 'in', ['read-person', 'delete-person'])
		.orderBy('action', 'desc')
		.execute();
	assert.deepEqual(events, [
		{ action: 'read-person', subject_kind: 'person', subject_id: other.leaderId },
		{ action: 'delete-person', subject_kind: 'person', subject_id: leaderId }
	]);
});

test('a deleted person is found nowhere but where the law or the record keeps them, and nobody else is touched', async () => {
	const { context, organisationId, db } = await arrange();
	await leave(db);
	await db.updateTable('rounds').set({ closed_at: context.now() }).execute();
	const actor = { kind: 'system', organisationId } as const;
	assert.deepEqual(await deletePerson(context, actor, { person: email, isConfirmed: false }), {
		kind: 'not-confirmed'
	});
	const before = await rowsOfOthers(db);
	const outcome = await deletePerson(context, actor, { person: email, isConfirmed: true });
	assert.equal(outcome.kind, 'deleted');
	if (outcome.kind !== 'deleted') return;
	assert.deepEqual(
		outcome.kept,
		['leadership_groups', 'audit_events', 'absence_entries'].filter((table) => outcome.kept.includes(table))
	);
	assert.deepEqual(await rowsOfOthers(db), before);
	const left = await everything(db);
	const events = await db.selectFrom('plan_events').select('details').orderBy('position').execute();
	assert.deepEqual(
		events.map(({ details }) => details),
		[
			{ version: 2, before: { owner: '–' }, after: { owner: other.name } },
			{ version: 3, before: { 'step:x:owner': '–', title: 'T' }, after: { title: 'U' } },
			{ subject: 'S', reason: '–' }
		]
	);
	const owed = await db.selectFrom('owed_rewrites').select('place').execute();
	assert.ok(owed.some(({ place }) => place === 'plan_events') && owed.some(({ place }) => place === 'leaders'));
	await applyRetention(context, actor);
	assert.deepEqual(await db.selectFrom('owed_rewrites').select('place').execute(), []);
	for (const table of Object.keys(left)) {
		if (table === 'audit_events') continue;
		for (const mark of [`"${email}"`, `"${name}"`]) assert.ok(!left[table]?.includes(mark), `${mark} in ${table}`);
	}
	assert.ok(left['audit_events']?.includes(email), 'who did what stays until it is old');
	const again = await deletePerson(context, actor, { person: email, isConfirmed: true });
	assert.deepEqual(again.kind === 'deleted' ? again.removed : null, {}, 'a second time finds nothing more to remove');
});

async function arrange() {
	const { kysely: db } = await createTestDatabase();
	const context = createTestContext(db);
	const { organisationId, roundId, groupId } = await openSmallRound(context);
	const at = context.now();
	const planId = context.randomId();
	for (const who of [{ email, leaderId, name }, other]) {
		await db
			.insertInto('memberships')
			.values({ organisation_id: organisationId, email: who.email, role: 'programme-lead', granted_at: at })
			.execute();
		await context.identity.startSession({ email: who.email, name: who.name });
		await db
			.insertInto('mails')
			.values({
				organisation_id: organisationId,
				mail_id: `reminder:${roundId}:${who.leaderId}`,
				kind: 'reminder',
				recipient: who.email,
				subject: 'x',
				body_text: '',
				body_html: '',
				intended_at: at
			})
			.execute();
		await db
			.insertInto('audit_events')
			.values({
				organisation_id: organisationId,
				event_id: context.randomId(),
				at,
				actor: who.email,
				action: 'GET /rounds',
				subject_kind: null,
				subject_id: null,
				outcome: 'done'
			})
			.execute();
	}
	await db
		.insertInto('plans')
		.values({
			organisation_id: organisationId,
			plan_id: planId,
			round_id: roundId,
			group_id: groupId,
			title: 'Plan of mine',
			target_factor: 'workload',
			decided_at: at,
			decided_by: name,
			owner_leader_id: leaderId,
			owner_name: name,
			owner_email: email
		})
		.execute();
	for (const [place, who] of [{ email, leaderId, name }, other].entries()) {
		await db
			.insertInto('plan_steps')
			.values({
				organisation_id: organisationId,
				plan_id: planId,
				step_id: context.randomId(),
				position: place,
				description: 'x',
				level: 'group',
				owner: who.name,
				due_on: '2026-05-01',
				intervention_id: null,
				target_factor: 'workload',
				owner_leader_id: who.leaderId,
				owner_email: who.email
			})
			.execute();
	}
	await db
		.insertInto('dialogues')
		.values({
			organisation_id: organisationId,
			round_id: roundId,
			group_id: groupId,
			invited: JSON.stringify([email, other.email]),
			notes_by: name
		})
		.execute();
	// Names that the program wrote inside: owners before and after, receivers, whom a proposal was sent on to, and whom a deed was about.
	for (const [place, { kind, details }] of [
		{ kind: 'taken-over', details: { version: 2, before: { owner: name }, after: { owner: other.name } } },
		{ kind: 'changed', details: { version: 3, before: { 'step:x:owner': name, title: 'T' }, after: { title: 'U' } } },
		{ kind: 'proposed', details: { subject: 'S', reason: name } }
	].entries())
		await db
			.insertInto('plan_events')
			.values({
				...{ organisation_id: organisationId, plan_id: planId, position: place + 1, happened_at: at },
				...{ person: other.name, kind, details: JSON.stringify(details) }
			})
			.execute();
	const proposalId = context.randomId();
	await db
		.insertInto('plan_proposals')
		.values({
			...{ organisation_id: organisationId, proposal_id: proposalId, plan_id: planId, title: 'S', reason: 'R' },
			...{ sent_at: at, sender_name: other.name, sender_email: other.email },
			...{ receiver_kind: 'leader', receiver_leader_id: other.leaderId, receiver_name: other.name }
		})
		.execute();
	await db
		.insertInto('proposal_messages')
		.values({
			...{ organisation_id: organisationId, proposal_id: proposalId, position: 1, written_at: at },
			...{ person: other.name, kind: 'forwarded', content: name }
		})
		.execute();
	await db
		.insertInto('audit_events')
		.values({
			...{ organisation_id: organisationId, event_id: context.randomId(), at, actor: null, action: 'grant-role' },
			...{ subject_kind: 'person', subject_id: email, outcome: 'done' }
		})
		.execute();
	await insertAbsenceEntry(db, organisationId, {
		...{ id: context.randomId(), setName: 'Hospitalet 2025', setKeys: ['unit:hospital'], counted: 5 },
		...{ leaders: [leaderId, other.leaderId, 'a', 'b', 'c'], from: '2025-01-01', to: '2025-12-31' },
		...{ daysPerLeader: 6, enteredAt: at, enteredBy: other.name, corrects: null, withdrawnAt: null }
	});
	return { context, organisationId, db };
}

async function leave(db: Kysely<Tables>): Promise<void> {
	await db.updateTable('leaders').set({ left_at: new Date() }).where('leader_id', '=', leaderId).execute();
}

/** Every row as text, by table. */
async function everything(db: Kysely<Tables>): Promise<Readonly<Record<string, string>>> {
	const found: Record<string, string> = {};
	for (const table of new Set([...personalPlaces, ...accountPlaces].map((place) => place.table)))
		found[table] = JSON.stringify(await db.selectFrom(table).selectAll().execute());
	return found;
}

/** Rows that name the other person, and how many rows name neither. */
async function rowsOfOthers(db: Kysely<Tables>): Promise<Readonly<Record<string, readonly string[]>>> {
	const found: Record<string, readonly string[]> = {};
	for (const table of ['leaders', 'memberships', 'mails', 'plan_steps', 'identity_users', 'audit_events'] as const) {
		const rows = await db.selectFrom(table).selectAll().execute();
		found[table] = rows
			.map((row) => JSON.stringify(row))
			.filter((row) => !row.includes(`"${email}"`) && !row.includes(leaderId + '"'))
			.filter((row) => !row.includes('–'))
			.sort();
	}
	return found;
}

function personalColumns(): string[] {
	const schema = readFileSync(join(projectRoot, 'src/server/database/schema.sql'), 'utf8');
	return [...schema.matchAll(/^create table (\w+) \(\n([\s\S]*?)^\);/gm)].flatMap(([, table = '', body = '']) =>
		[...body.matchAll(/^\t(\w+) (?:text|_text|jsonb)/gm)]
			.map((match) => match[1] ?? '')
			.filter(
				(column) =>
					/email|_by$|^person$|^subject_id$|^details$|^content$|owner|recipient|sender|receiver_(name|leader)|^actor$|editor_name|publisher|involved|leader_ids?$|manager_id|^invited$|user_id|^who$/.test(
						column
					) ||
					(column === 'name' && /^(leaders|identity)/.test(table))
			)
			.map((column) => `${table}.${column}`)
	);
}
