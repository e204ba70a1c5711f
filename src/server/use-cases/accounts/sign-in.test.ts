import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Actor } from '#server/actor.ts';
import { grantRole, insertOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { findPerson } from '#server/database/people.ts';
import { createIdentity } from '#server/identity/identity.ts';
import type { SessionCookie } from '#server/identity/session-cookie.ts';
import { silentLog } from '#server/log/log.ts';
import { createMemoryMailer } from '#server/mail/memory-mailer.ts';
import { confirmSignIn } from '#server/use-cases/accounts/confirm-sign-in.ts';
import { createSetupLink } from '#server/use-cases/accounts/create-setup-link.ts';
import { readSetUp } from '#server/use-cases/organisation/read-set-up.ts';
import { requestSignIn } from '#server/use-cases/accounts/request-sign-in.ts';
import { sendMails } from '#server/use-cases/mail/send-mails.ts';
import { setUpOrganisation } from '#server/use-cases/organisation/set-up-organisation.ts';
import { signOut } from '#server/use-cases/accounts/sign-out.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';

const { kysely: db } = await createTestDatabase();
const start = new Date('2026-03-02T09:00:00Z');
const visitor: Actor = { kind: 'visitor' };
const here = '192.0.2.1';
const publicUrl = 'http://localhost:4123';

test('an address with a membership gets a link that signs in', async () => {
	const { context, organisationId, readMail } = await arrange();
	await grantRole(db, organisationId, { email: 'anna@example.org', role: 'programme-lead', at: start });
	assert.deepEqual(
		await requestSignIn(context, visitor, { email: ' Anna@Example.org ', language: 'da', client: here }),
		{ kind: 'asked', minutes: 15 }
	);
	const letter = await readMail();
	assert.ok(letter);
	assert.equal(letter.to, 'anna@example.org');
	assert.equal(letter.subject, 'Log ind på Ledertrivsel');
	const outcome = await confirmSignIn(context, visitor, { token: tokenIn(letter.text), client: here });
	assert.ok(outcome.kind === 'signed-in');
	const session = await context.identity.readSession(headersWith(outcome.cookies));
	assert.deepEqual([session?.email, session?.factors], ['anna@example.org', 1]);
	const out = await signOut(context, visitor, { headers: headersWith(outcome.cookies) });
	assert.equal(out.kind, 'signed-out');
	assert.equal(await context.identity.readSession(headersWith(outcome.cookies)), null);
});

test('a current leader gets a link, one who has left does not', async () => {
	const { context, organisationId, readMail } = await arrange();
	const unit = { id: 'u', code: null, name: 'Afdeling', parentId: null };
	const leader = {
		id: 'l',
		key: 'l',
		name: 'Bo',
		email: 'bo@example.org',
		unitId: 'u',
		managerId: null,
		level: null,
		profession: null,
		span: null
	};
	await db
		.transaction()
		.execute((transaction) =>
			writeOrganisation(transaction, organisationId, { units: [unit], leaders: [leader] }, start)
		);
	await requestSignIn(context, visitor, { email: 'bo@example.org', language: 'en', client: here });
	assert.equal((await readMail())?.subject, 'Sign in to Ledertrivsel');
	await db
		.transaction()
		.execute((transaction) => writeOrganisation(transaction, organisationId, { units: [unit], leaders: [] }, start));
	await requestSignIn(context, visitor, { email: 'bo@example.org', language: 'en', client: here });
	assert.equal(await readMail(), null);
});

test('an unknown address and one of the demonstration get the same answer and no mail', async () => {
	const { context, organisationId, readMail } = await arrange({ isDemonstration: true });
	await grantRole(db, organisationId, { email: 'demo@example.org', role: 'programme-lead', at: start });
	for (const email of ['ukendt@example.org', 'demo@example.org']) {
		assert.deepEqual(await requestSignIn(context, visitor, { email, language: 'da', client: here }), {
			kind: 'asked',
			minutes: 15
		});
	}
	assert.equal(await readMail(), null);
	const mails = await db
		.selectFrom('mails')
		.select('mail_id')
		.where('recipient', 'in', ['ukendt@example.org', 'demo@example.org'])
		.execute();
	assert.deepEqual(mails, []);
});

test('what is not an address is said to be none', async () => {
	const { context } = await arrange();
	for (const email of [
		'',
		'anna',
		'anna@',
		'@example.org',
		'a b@example.org',
		'a@example.org\nBcc: b@example.org',
		`${'a'.repeat(250)}@example.org`,
		'\u0000@example.org'
	]) {
		assert.deepEqual(
			await requestSignIn(context, visitor, { email, language: 'da', client: here }),
			{ kind: 'not-an-address' },
			email
		);
	}
});

test('twenty wrong links end with "wait", and the right one still works', async () => {
	const { context, organisationId, readMail } = await arrange();
	await grantRole(db, organisationId, { email: 'carla@example.org', role: 'committee', at: start });
	await requestSignIn(context, visitor, { email: 'carla@example.org', language: 'da', client: here });
	const right = tokenIn((await readMail())?.text ?? '');
	const kinds: string[] = [];
	for (let number = 0; number < 20; number += 1) {
		kinds.push((await confirmSignIn(context, visitor, { token: `wrong-${number}`, client: here })).kind);
	}
	assert.deepEqual(kinds, [...Array<string>(10).fill('wrong'), ...Array<string>(10).fill('too-many')]);
	assert.equal((await confirmSignIn(context, visitor, { token: 'wrong', client: '192.0.2.99' })).kind, 'wrong');
	assert.equal((await confirmSignIn(context, visitor, { token: right, client: here })).kind, 'signed-in');
	await requestSignIn(context, visitor, { email: 'carla@example.org', language: 'da', client: here });
	const next = tokenIn((await readMail())?.text ?? '');
	assert.notEqual(next, right);
	assert.equal((await confirmSignIn(context, visitor, { token: next, client: here })).kind, 'signed-in');
});

test('a used link and an old link, twenty times, say so and then ask to wait', async () => {
	for (const state of ['used', 'old'] as const) {
		const { context, organisationId, readMail, wait } = await arrange();
		await grantRole(db, organisationId, { email: `${state}@example.org`, role: 'committee', at: start });
		await requestSignIn(context, visitor, { email: `${state}@example.org`, language: 'da', client: here });
		const token = tokenIn((await readMail())?.text ?? '');
		if (state === 'used') await confirmSignIn(context, visitor, { token, client: here });
		else wait(15 * 60_000);
		const kinds = [];
		for (let number = 0; number < 20; number += 1)
			kinds.push((await confirmSignIn(context, visitor, { token, client: here })).kind);
		assert.deepEqual(kinds, [...Array<string>(10).fill(state), ...Array<string>(10).fill('too-many')]);
		wait(15 * 60_000);
		assert.equal((await confirmSignIn(context, visitor, { token, client: here })).kind, state);
	}
});

test('one mailbox is not flooded, from wherever it is asked for, and others are not held up by it', async () => {
	const { context, organisationId, mailCount, wait } = await arrange();
	for (const name of ['dora', 'emil'])
		await grantRole(db, organisationId, { email: `${name}@example.org`, role: 'committee', at: start });
	const ask = async (email: string, client: string) =>
		(await requestSignIn(context, visitor, { email, language: 'da', client })).kind;
	const kinds: string[] = [];
	for (let number = 0; number < 21; number += 1)
		kinds.push(await ask(number % 2 ? 'dora@example.org' : ' Dora@Example.org', `192.0.2.${number}`));
	assert.deepEqual(kinds, [...Array<string>(20).fill('asked'), 'too-many-for-address']);
	assert.equal(await mailCount(), 5);
	assert.equal(await ask('emil@example.org', '192.0.2.1'), 'asked');
	wait(15 * 60_000);
	assert.equal(await ask('dora@example.org', here), 'asked');
});

test('whether an address is known cannot be told from how often a link may be asked for', async () => {
	const { context } = await arrange();
	const kinds: string[] = [];
	for (let number = 0; number < 21; number += 1)
		kinds.push(
			(await requestSignIn(context, visitor, { email: 'ukendt-igen@example.org', language: 'da', client: here })).kind
		);
	assert.equal(kinds.at(-1), 'too-many-for-address');
});

test('a whole organisation may stand behind one address, and one client still cannot ask for ever', async () => {
	const { context } = await arrange();
	const ask = async (email: string) =>
		(await requestSignIn(context, visitor, { email, language: 'da', client: here })).kind;
	// What is no address counts, too, and makes no link.
	for (let number = 0; number < 1_998; number += 1) await ask('');
	assert.equal(await ask('sidst@example.org'), 'asked');
	assert.equal(await ask(''), 'not-an-address');
	assert.equal(await ask('sidst@example.org'), 'too-many');
});

test('the first administrator sets the organisation up and is signed in', async () => {
	const { context } = await arrange({ isEmpty: true });
	const printed = await createSetupLink(context);
	assert.ok(printed?.startsWith(`${publicUrl}/set-up?token=`));
	const token = tokenIn(printed ?? '');
	// Opening the page any number of times uses nothing up.
	for (let number = 0; number < 3; number += 1)
		assert.deepEqual(await readSetUp(context, visitor, { token }), { kind: 'ready' });
	const input = {
		token,
		organisationName: ' Region <b>Prøve</b> ',
		name: 'Else',
		email: 'Else@example.org',
		client: here
	};
	assert.deepEqual(
		await setUpOrganisation(context, visitor, { ...input, organisationName: ' ', name: '\u0000', email: 'else' }),
		{
			kind: 'incomplete',
			fields: ['organisationName', 'name', 'email']
		}
	);
	const outcomes = await Promise.all([
		setUpOrganisation(context, visitor, input),
		setUpOrganisation(context, visitor, input)
	]);
	assert.deepEqual(outcomes.map((outcome) => outcome.kind).sort(), ['set-up', 'used']);
	const done = outcomes.find((outcome) => outcome.kind === 'set-up');
	assert.ok(done);
	const session = await context.identity.readSession(headersWith(done.cookies));
	assert.deepEqual(await findPerson(db, session?.email ?? ''), {
		kind: 'person',
		organisationId: done.organisationId,
		email: 'else@example.org',
		name: 'Else',
		roles: ['programme-lead', 'evidence-editor', 'operator'],
		leaderId: null,
		isDemonstration: false
	});
	const organisation = await db
		.selectFrom('organisations')
		.select('name')
		.where('organisation_id', '=', done.organisationId)
		.executeTakeFirst();
	assert.equal(organisation?.name, 'Region <b>Prøve</b>');
	assert.deepEqual(await readSetUp(context, visitor, { token }), { kind: 'used' });
	assert.equal(await createSetupLink(context), null);
});

test('a restart before the set-up makes the older link void; a wrong link sets nothing up', async () => {
	const { context } = await arrange({ isEmpty: true });
	const first = tokenIn((await createSetupLink(context)) ?? '');
	const second = tokenIn((await createSetupLink(context)) ?? '');
	assert.notEqual(first, second);
	assert.deepEqual(await readSetUp(context, visitor, { token: first }), { kind: 'wrong' });
	assert.deepEqual(await readSetUp(context, visitor, { token: second }), { kind: 'ready' });
	const input = { token: first, organisationName: 'Region', name: 'F', email: 'f@example.org', client: here };
	const kinds: string[] = [];
	for (let number = 0; number < 20; number += 1) kinds.push((await setUpOrganisation(context, visitor, input)).kind);
	assert.deepEqual(kinds, [...Array<string>(10).fill('wrong'), ...Array<string>(10).fill('too-many')]);
	assert.deepEqual(await db.selectFrom('organisations').selectAll().execute(), []);
});

test('the role of manager follows from the roster, the others from the memberships', async () => {
	const { organisationId } = await arrange();
	const unit = { id: 'u', code: null, name: 'Afdeling', parentId: null };
	const base = { key: '', unitId: 'u', level: null, profession: null, span: null };
	const leaders = [
		{ ...base, id: 'chef', key: 'chef', name: 'Chefen', email: 'chef@example.org', managerId: null },
		{ ...base, id: 'leder', key: 'leder', name: 'Lederen', email: 'leder@example.org', managerId: 'chef' }
	];
	await db
		.transaction()
		.execute((transaction) => writeOrganisation(transaction, organisationId, { units: [unit], leaders }, start));
	await grantRole(db, organisationId, { email: 'chef@example.org', role: 'committee', at: start });
	const chief = await findPerson(db, 'CHEF@example.org');
	assert.deepEqual([chief?.roles, chief?.leaderId, chief?.name], [['manager', 'committee'], 'chef', 'Chefen']);
	assert.deepEqual((await findPerson(db, 'leder@example.org'))?.roles, []);
	assert.equal(await findPerson(db, 'ingen@example.org'), null);
	assert.equal(await findPerson(db, 'chef@example.org', randomUUID()), null);
	await db
		.transaction()
		.execute((transaction) =>
			writeOrganisation(transaction, organisationId, { units: [unit], leaders: leaders.slice(0, 1) }, start)
		);
	assert.deepEqual((await findPerson(db, 'chef@example.org'))?.roles, ['committee']);
});

async function arrange(options: { readonly isDemonstration?: boolean; readonly isEmpty?: boolean } = {}) {
	const organisationId = randomUUID();
	if (options.isEmpty) await db.deleteFrom('organisations').execute();
	else
		await insertOrganisation(db, {
			id: organisationId,
			name: 'Region',
			isDemonstration: options.isDemonstration ?? false,
			createdAt: start
		});
	let elapsed = 0;
	const now = () => new Date(start.getTime() + elapsed);
	const settings = {
		publicUrl,
		secret: 'a-secret-for-tests-0123456789-abcdefghij',
		dataDirectory: '/nowhere',
		metricsToken: null,
		trustedProxies: 0,
		identityProvider: null
	};
	const mailer = createMemoryMailer();
	const identity = createIdentity({ db, settings, log: silentLog, now });
	const context = {
		db,
		identity,
		mailer,
		now,
		log: silentLog,
		randomId: () => randomUUID(),
		randomBytes: (count: number) => randomBytes(count),
		settings: {
			...settings,
			port: 4123,
			host: '127.0.0.1',
			databaseUrl: null,
			smtpUrl: null,
			mailFrom: 'a@example.org',
			uploadLimitBytes: 1,
			closeGraceMilliseconds: 0,
			roundKeysDirectory: 'x',
			offersDemonstration: true,
			logLevel: 'error' as const,
			quietHours: null
		}
	};
	const send = () => sendMails(context, { kind: 'system', organisationId });
	return {
		context,
		organisationId,
		wait: (milliseconds: number) => (elapsed += milliseconds),
		/** The newest letter that was sent since the last look, or null. */
		readMail: async () => {
			mailer.letters.length = 0;
			await send();
			return mailer.letters.at(-1) ?? null;
		},
		mailCount: async () => {
			await send();
			return mailer.letters.length;
		}
	};
}

function tokenIn(text: string): string {
	return /token=([\w-]+)/.exec(text)?.[1] ?? assert.fail('no token in the text');
}

function headersWith(cookies: readonly SessionCookie[]): Headers {
	return new Headers({ cookie: cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ') });
}
