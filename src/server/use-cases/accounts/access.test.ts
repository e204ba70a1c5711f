// Roles are given and taken, leaving closes access the same day, and what happened stands in the record.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Person, Role } from '#server/actor.ts';
import { forgetEventsBefore, readEvents as findEvents, recordEvent } from '#server/database/audit-events.ts';
import { insertImport } from '#server/database/organisation-imports.ts';
import { grantRole as grant, insertOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { findPerson } from '#server/database/people.ts';
import { listAddressesOfRole } from '#server/database/role-addresses.ts';
import { compareOrganisations } from '#domain/organisation/compare-organisations.ts';
import type { SessionCookie } from '#server/identity/session-cookie.ts';
import { smallOrganisation } from '../../../../tests/support/small-organisation.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { applyOrganisationImport } from '../organisation/apply-organisation-import.ts';
import { goneAddresses } from './close-access.ts';
import { grantRole } from './grant-role.ts';
import { readAccess } from './read-access.ts';
import { readEvents } from '../operation/read-events.ts';
import { removeEvidenceEditor } from '../evidence/remove-evidence-editor.ts';
import { requireSecondFactor } from './require-second-factor.ts';
import { takeRole } from './take-role.ts';
import { whoIsSignedIn } from './who-is-signed-in.ts';

const { kysely: db } = await createTestDatabase();
const start = new Date('2026-03-02T09:00:00Z');
let organisations = 0;

test('a role is given, listed, and taken back with every session of the person', async () => {
	const { context, lead, rolesOf, signIn, who } = await arrange();
	assert.equal((await grantRole(context, lead, { email: ' Eva@Example.org', role: 'facilitator' })).kind, 'granted');
	const cookies = await signIn('eva@example.org');
	assert.equal(await who(cookies), 'person');
	assert.deepEqual(await rolesOf('eva@example.org'), ['facilitator']);
	const access = await readAccess(context, lead);
	assert.ok(access.kind === 'access');
	assert.deepEqual(access.people.find((person) => person.email === 'eva@example.org')?.hasSecondFactor, false);
	const outcome = await takeRole(context, lead, { email: 'eva@example.org', role: 'facilitator' });
	assert.equal(outcome.kind, 'taken');
	assert.equal(await context.identity.readSession(headersWith(cookies)), null, 'the old cookie opens nothing');
	assert.equal(await rolesOf('eva@example.org'), null);
	assert.equal((await takeRole(context, lead, { email: 'eva@example.org', role: 'facilitator' })).kind, 'not-granted');
});

test('the last programme lead stays, also when two take each other’s role at once', async () => {
	const { context, lead } = await arrange();
	const { email } = lead;
	assert.deepEqual(await takeRole(context, lead, { email, role: 'programme-lead' }), { kind: 'last-programme-lead' });
	const other = `second-${email}`;
	await grantRole(context, lead, { email: other, role: 'programme-lead' });
	const kinds = await Promise.all(
		[email, other].map(async (own) => (await takeRole(context, lead, { email: own, role: 'programme-lead' })).kind)
	);
	assert.deepEqual(kinds.sort(), ['last-programme-lead', 'taken']);
});

test('what cannot be given is refused with a reason', async () => {
	const { context, lead } = await arrange();
	const elsewhere = await arrange();
	const give = async (email: string, role: string) => {
		const outcome = await grantRole(context, lead, { email, role });
		return outcome.kind === 'faulty' ? outcome.problems.join() : outcome.kind;
	};
	assert.equal(await give('x', 'committee'), 'not-an-address');
	assert.equal(await give('', ''), 'not-an-address,unknown-role', 'both are told at once');
	for (const role of ['manager', 'evidence-editor', '', '__proto__'])
		assert.equal(await give('x@example.org', role), 'unknown-role');
	assert.equal(await give(elsewhere.lead.email, 'committee'), 'known-elsewhere');
	const demonstration = { ...lead, isDemonstration: true };
	assert.equal(
		(await grantRole(context, demonstration, { email: 'x@example.org', role: 'committee' })).kind,
		'forbidden'
	);
});

test('an evidence editor who is removed is signed out, too', async () => {
	const { context, lead, organisationId, signIn } = await arrange();
	const email = `editor-${lead.email}`;
	await grant(db, organisationId, { email, role: 'evidence-editor', at: start });
	const cookies = await signIn(email);
	assert.equal((await removeEvidenceEditor(context, lead, { email })).kind, 'removed');
	assert.equal(await context.identity.readSession(headersWith(cookies)), null);
});

test('a leader who leaves with an import loses the manager’s role and the session the same day', async () => {
	const { context, lead, importing, addressOf, rolesOf, signIn, who } = await arrange();
	const email = addressOf('department-1');
	const cookies = await signIn(email);
	assert.equal(await who(cookies), 'person');
	assert.deepEqual(await rolesOf(email), ['manager']);
	const saved = await applyOrganisationImport(context, lead, { importId: await importing(without('department-1')) });
	assert.ok(saved.kind === 'saved');
	assert.equal(await context.identity.readSession(headersWith(cookies)), null, 'the old cookie opens nothing');
	assert.equal(await rolesOf(email), null);
	assert.equal(saved.closedAccess.sessionsEnded, 1);
	assert.deepEqual(saved.closedAccess.suspended, []);
});

test('roles of an address that belongs to no leader any more rest, are named, and can be given again', async () => {
	const { context, lead, organisationId, importing, addressOf, rolesOf, signIn, who } = await arrange();
	const email = addressOf('department-2');
	for (const role of ['committee', 'facilitator']) await grant(db, organisationId, { email, role, at: start });
	// Somebody of the committee who was never a leader keeps the role.
	const outside = `union-${lead.email}`;
	await grant(db, organisationId, { email: outside, role: 'committee', at: start });
	const cookies = await signIn(email);
	const saved = await applyOrganisationImport(context, lead, { importId: await importing(without('department-2')) });
	assert.ok(saved.kind === 'saved');
	assert.deepEqual(saved.closedAccess.suspended, [
		{ email, role: 'committee' },
		{ email, role: 'facilitator' }
	]);
	assert.equal(await who(cookies), 'nobody');
	assert.equal(await rolesOf(email), null);
	assert.deepEqual(await listAddressesOfRole(db, organisationId, 'committee'), [outside], 'no letters go there');
	const access = await readAccess(context, lead);
	assert.ok(access.kind === 'access');
	assert.ok(access.people.find((person) => person.email === email)?.roles.every((own) => own.suspendedAt !== null));
	const { events } = await findEvents(db, { ...everything(organisationId), subjectId: email });
	assert.ok(events.some((event) => event.action === 'suspend-role committee' && event.actor === lead.email));

	await grantRole(context, lead, { email, role: 'committee' });
	assert.deepEqual(await rolesOf(email), ['committee']);
	const next = without('department-4', without('department-2'));
	const again = await applyOrganisationImport(context, lead, {
		importId: await importing(next, without('department-2'))
	});
	assert.ok(again.kind === 'saved');
	assert.deepEqual(await rolesOf(email), ['committee'], 'the next import does not close it once more');
});

test('the last programme lead stays programme lead, also after leaving, and is named', async () => {
	const { context, lead, organisationId, importing, addressOf, rolesOf } = await arrange();
	const email = addressOf('department-3');
	await grant(db, organisationId, { email, role: 'programme-lead', at: start });
	await takeRole(context, lead, { email: lead.email, role: 'programme-lead' });
	const system = { kind: 'system', organisationId } as const;
	const saved = await applyOrganisationImport(context, system, { importId: await importing(without('department-3')) });
	assert.ok(saved.kind === 'saved');
	assert.deepEqual(saved.closedAccess.keptLeads, [email]);
	assert.deepEqual(await rolesOf(email), ['programme-lead']);
});

test('a leader whose address changed is gone under the old one, and one who only moved is not', () => {
	const moved: Organisation = {
		...smallOrganisation,
		leaders: smallOrganisation.leaders.map((leader) =>
			leader.id === 'director' ? { ...leader, email: 'new@example.org' } : { ...leader, unitId: 'hospital' }
		)
	};
	assert.deepEqual(goneAddresses(smallOrganisation, moved), ['director@example.org']);
	assert.deepEqual(goneAddresses(smallOrganisation, smallOrganisation), []);
});

test('events are filtered by person, Danish day and subject, newest first, page by page', async () => {
	const { context, lead, organisationId } = await arrange();
	const at = (time: string) => new Date(time);
	const times = ['2026-07-01T21:59:59Z', '2026-07-01T22:00:00Z', '2026-07-02T21:59:59Z', '2026-07-02T22:00:00Z'];
	for (const [index, time] of times.entries())
		await recordEvent(db, {
			organisationId,
			eventId: context.randomId(),
			at: at(time),
			actor: index === 1 ? null : 'eva@example.org',
			action: 'GET /rounds/[round]',
			subject: { kind: 'round', id: `round-${index}` },
			outcome: 'done'
		});
	const read = async (filter: { person?: string; day?: string; subjectId?: string; page?: number }) => {
		const outcome = await readEvents(context, lead, { person: '', day: '', subjectId: '', page: 1, ...filter });
		return outcome.kind === 'events' ? outcome.events.map((event) => event.subject?.id) : outcome.kind;
	};
	assert.deepEqual(await read({}), ['round-3', 'round-2', 'round-1', 'round-0']);
	assert.deepEqual(await read({ day: '2026-07-02' }), ['round-2', 'round-1']);
	assert.deepEqual(await read({ person: ' Eva@example.org ', day: '2026-07-02' }), ['round-2']);
	assert.deepEqual(await read({ subjectId: 'round-3' }), ['round-3']);
	assert.equal(await read({ day: '2026-02-30' }), 'not-a-day');
	assert.deepEqual(await read({ page: 2 }), []);
	const elsewhere = await arrange();
	const others = await readEvents(context, elsewhere.lead, { person: '', day: '', subjectId: '', page: 1 });
	assert.ok(others.kind === 'events' && others.total === 0, 'another organisation sees nothing of it');
	assert.equal(await forgetEventsBefore(db, organisationId, at('2026-07-02T00:00:00Z')), 2);
	assert.deepEqual(await read({}), ['round-3', 'round-2']);
});

test('roles with two factors are chosen from a list, and saved with who chose', async () => {
	const { context, lead, organisationId } = await arrange();
	await requireSecondFactor(context, lead, { roles: ['operator', 'manager', 'committee'] });
	const rows = await db
		.selectFrom('second_factor_rules')
		.select(['role', 'required_by'])
		.where('organisation_id', '=', organisationId)
		.orderBy('role')
		.execute();
	assert.deepEqual(rows, [
		{ role: 'committee', required_by: lead.email },
		{ role: 'operator', required_by: lead.email }
	]);
});

async function arrange() {
	const number = (organisations += 1);
	const base = createTestContext(db);
	let ids = number * 10_000;
	const randomId = () => `00000000-0000-4000-9000-${String((ids += 1)).padStart(12, '0')}`;
	const context = { ...base, randomId };
	const organisationId = randomId();
	await insertOrganisation(db, { id: organisationId, name: 'Region', isDemonstration: false, createdAt: start });
	const addressOf = (leaderId: string) => `${leaderId}-${number}@example.org`;
	const organisation = withAddresses(smallOrganisation, addressOf);
	await db.transaction().execute((transaction) => writeOrganisation(transaction, organisationId, organisation, start));
	const email = `lead-${number}@example.org`;
	await grant(db, organisationId, { email, role: 'programme-lead', at: start });
	const lead: Person = {
		kind: 'person',
		organisationId,
		email,
		name: 'Lead',
		roles: ['programme-lead'],
		leaderId: null,
		isDemonstration: false
	};
	return {
		context,
		lead,
		organisationId,
		addressOf,
		/** Null for somebody whom the organisation does not know. */
		rolesOf: async (own: string): Promise<readonly Role[] | null> => (await findPerson(db, own))?.roles ?? null,
		signIn: (own: string) => context.identity.startSession({ email: own, name: '' }),
		who: async (cookies: readonly SessionCookie[]) =>
			(await whoIsSignedIn(context, await context.identity.readSession(headersWith(cookies)))).kind,
		/** An import that waits to be saved. */
		importing: async (next: Organisation, current = smallOrganisation) => {
			const importId = randomId();
			const [before, after] = [withAddresses(current, addressOf), withAddresses(next, addressOf)];
			const changes = compareOrganisations(before, after, { mode: 'complete' });
			await insertImport(db, organisationId, {
				id: importId,
				fileName: 'leaders.csv',
				mode: 'complete',
				uploadedAt: start,
				uploadedBy: email,
				content: { units: 0, leaders: 0, changes, notices: [], names: {} },
				appliedAt: null,
				changes: null
			});
			return importId;
		}
	};
}

function withAddresses(organisation: Organisation, addressOf: (leaderId: string) => string): Organisation {
	return {
		...organisation,
		leaders: organisation.leaders.map((leader) => ({ ...leader, email: addressOf(leader.id) }))
	};
}

/** The head of a department has left; the wards answer to the director. */
function without(leaderId: string, from = smallOrganisation): Organisation {
	return {
		...from,
		leaders: from.leaders
			.filter((leader) => leader.id !== leaderId)
			.map((leader) => (leader.managerId === leaderId ? { ...leader, managerId: 'director' } : leader))
	};
}

function everything(organisationId: string) {
	return { organisationId, actor: null, from: null, before: null, subjectId: null, most: 100, skip: 0 };
}

function headersWith(cookies: readonly SessionCookie[]): Headers {
	return new Headers({ cookie: cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ') });
}
