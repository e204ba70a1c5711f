// Signing in with more than a mailbox: an app with recovery codes, what is required for which role, and the way back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import type { Person } from '#server/actor.ts';
import { readEvents } from '#server/database/audit-events.ts';
import { grantRole, insertOrganisation } from '#server/database/organisations.ts';
import { findPerson } from '#server/database/people.ts';
import { openText, sealText } from '#server/identity/seal-text.ts';
import type { FinishedSignOn, SingleSignOn } from '#server/identity/single-sign-on.ts';
import type { SessionCookie } from '#server/identity/session-cookie.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { createIdentity } from '#server/identity/identity.ts';
import { confirmSecondStep } from './confirm-second-step.ts';
import { finishSingleSignOn } from './finish-single-sign-on.ts';
import { readAccount } from './read-account.ts';
import { readSecondStep } from './read-second-step.ts';
import { removeSecondFactor } from './remove-second-factor.ts';
import { requireSecondFactor } from './require-second-factor.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { setUpSecondStep } from './set-up-second-step.ts';
import { whoIsSignedIn } from './who-is-signed-in.ts';

const { kysely: db } = await createTestDatabase();
const visitor = { kind: 'visitor' } as const;
const start = new Date('2026-03-02T09:00:00Z');
const options = {
	path: '/',
	httpOnly: true,
	secure: false,
	sameSite: 'lax',
	encode: (value: string) => value
} as const;
let organisations = 0;

test('whoever has set an app up is nobody until its code is shown, and the session is then another one', async () => {
	const { context, signIn, who, setUp, codeAt, wait } = await arrange();
	const first = await signIn();
	assert.equal(await who(first), 'person');
	const { secret, raised } = await setUp(first);
	assert.equal(await who(raised), 'person');
	assert.equal(await who(first), 'nobody', 'the weaker session has ended');

	const again = await signIn();
	assert.equal(await who(again), 'half');
	wait(60_000);
	const outcome = await confirmSecondStep(context, visitor, { headers: headersWith(again), code: codeAt(secret) });
	assert.ok(outcome.kind === 'signed-in');
	assert.equal(outcome.recoveryCodesLeft, null);
	assert.equal(await who(outcome.cookies), 'person');
	assert.equal(await who(again), 'nobody');
});

test('a code works once, also the one that set the app up, and clocks may differ by half a minute', async () => {
	const { context, signIn, setUp, codeAt, wait } = await arrange();
	const { secret } = await setUp(await signIn());
	const tryCode = async (code: string) =>
		(await confirmSecondStep(context, visitor, { headers: headersWith(await signIn()), code })).kind;
	assert.equal(await tryCode(codeAt(secret)), 'used');
	wait(60_000);
	assert.equal(await tryCode(codeAt(secret, -90_000)), 'wrong');
	assert.equal(await tryCode(codeAt(secret, 30_000)), 'signed-in', 'the phone is half a minute ahead');
	assert.equal(await tryCode(codeAt(secret, 0)), 'used', 'nothing older than what was used');
	for (const code of ['', 'abcdef', '1234567', '١٢٣٤٥٦']) assert.equal(await tryCode(code), 'wrong', code);
});

test('of two who use one code at once, one is signed in', async () => {
	const { context, signIn, setUp, codeAt, wait } = await arrange();
	const { secret } = await setUp(await signIn());
	wait(60_000);
	const sessions = [await signIn(), await signIn()];
	const code = codeAt(secret);
	const kinds = await Promise.all(
		sessions.map(async (own) => (await confirmSecondStep(context, visitor, { headers: headersWith(own), code })).kind)
	);
	assert.deepEqual(kinds.sort(), ['signed-in', 'used']);
});

test('after five wrong codes the sixth is not looked at, even a right one, until a quarter of an hour has passed', async () => {
	const { context, signIn, setUp, codeAt, wait } = await arrange();
	const { secret } = await setUp(await signIn());
	wait(60_000);
	const own = await signIn();
	const tryCode = async (code: string) =>
		(await confirmSecondStep(context, visitor, { headers: headersWith(own), code })).kind;
	// Many at once are counted, too.
	const kinds = await Promise.all(Array.from({ length: 12 }, () => tryCode('000000')));
	assert.equal(kinds.filter((kind) => kind === 'wrong').length, 5);
	assert.equal(kinds.filter((kind) => kind === 'locked').length, 7);
	assert.equal(await tryCode(codeAt(secret)), 'locked');
	wait(15 * 60_000);
	assert.equal(await tryCode(codeAt(secret)), 'signed-in');
});

test('a recovery code stands in for the app once, and how many are left is told', async () => {
	const { context, signIn, setUp, who, email } = await arrange();
	const { recoveryCodes } = await setUp(await signIn());
	assert.equal(new Set(recoveryCodes).size, 10);
	const code = recoveryCodes[3] ?? '';
	const typed = ` ${code.toUpperCase().replace('-', ' ')} `;
	const first = await confirmSecondStep(context, visitor, { headers: headersWith(await signIn()), code: typed });
	assert.ok(first.kind === 'signed-in');
	assert.equal(first.recoveryCodesLeft, 9);
	assert.equal(await who(first.cookies), 'person');
	const second = await confirmSecondStep(context, visitor, { headers: headersWith(await signIn()), code });
	assert.equal(second.kind, 'wrong');
	const stored = JSON.stringify([
		await db.selectFrom('identity_recovery_codes').selectAll().where('email', '=', email).execute(),
		await db.selectFrom('identity_second_factors').selectAll().where('email', '=', email).execute()
	]);
	assert.ok(recoveryCodes.every((own) => !stored.includes(own) && !stored.includes(own.replace('-', ''))));
});

test('a role for which two factors are required is of no use without them, from the next request on', async () => {
	const { context, organisationId, signIn, who, setUp } = await arrange();
	const own = await signIn();
	assert.equal(await who(own), 'person');
	const system = { kind: 'system', organisationId } as const;
	await requireSecondFactor(context, system, { roles: ['programme-lead', 'manager', 'nonsense'] });
	assert.equal(await who(own), 'half');
	const step = await readSecondStep(context, visitor, { headers: headersWith(own) });
	assert.ok(step.kind === 'set-up' && step.isRequired);
	const { raised } = await setUp(own);
	assert.equal(await who(raised), 'person');
	await requireSecondFactor(context, system, { roles: [] });
	assert.equal(await who(await signIn()), 'half', 'whoever has an app is asked for it');
});

test('an app is set up with its own first code, and until then nothing is kept of what is shown', async () => {
	const { context, signIn, email, setUp } = await arrange();
	const own = await signIn();
	const headers = headersWith(own);
	const [one, two] = [
		await readSecondStep(context, visitor, { headers }),
		await readSecondStep(context, visitor, { headers })
	];
	assert.ok(one.kind === 'set-up' && two.kind === 'set-up');
	assert.equal(one.secret, two.secret);
	assert.match(one.address, /^otpauth:\/\/totp\/Ledertrivsel:/);
	const wrong = await setUpSecondStep(context, visitor, { headers, code: '000000', language: 'da' });
	assert.equal(wrong.kind, 'wrong');
	const kept = await db.selectFrom('identity_second_factors').selectAll().where('email', '=', email).execute();
	assert.deepEqual(kept, []);
	await setUp(own);
	const { sealed_secret: sealed } = await db
		.selectFrom('identity_second_factors')
		.select('sealed_secret')
		.where('email', '=', email)
		.executeTakeFirstOrThrow();
	assert.ok(!sealed.includes(one.secret));
});

test('whoever once had the mailbox does not know the secret that the owner sets up later', async () => {
	const { context, signIn, codeAt, email } = await arrange();
	const headersOfThief = headersWith(await signIn());
	const ofThief = await readSecondStep(context, visitor, { headers: headersOfThief });
	const headersOfOwner = headersWith(await signIn());
	const ofOwner = await readSecondStep(context, visitor, { headers: headersOfOwner });
	assert.ok(ofThief.kind === 'set-up' && ofOwner.kind === 'set-up');
	assert.notEqual(ofThief.secret, ofOwner.secret);
	const confirm = (headers: Headers, secret: string) =>
		setUpSecondStep(context, visitor, { headers, code: codeAt(secret), language: 'da' });
	assert.equal((await confirm(headersOfOwner, ofThief.secret)).kind, 'wrong');
	assert.equal((await confirm(headersOfOwner, ofOwner.secret)).kind, 'set-up');
	assert.equal((await confirm(headersOfThief, ofThief.secret)).kind, 'not-signed-in', 'there is an app already');
	const letter = await letterTo(email, 'engangskoder');
	assert.match(letter?.body_text ?? '', /Var det ikke dig.*nulstille.*skift adgangskoden/s);
});

test('a secret that was shown can be confirmed for a quarter of an hour, and not for long after', async () => {
	const { context, signIn, codeAt, wait } = await arrange();
	const headers = headersWith(await signIn());
	const step = await readSecondStep(context, visitor, { headers });
	assert.ok(step.kind === 'set-up');
	const confirm = () => setUpSecondStep(context, visitor, { headers, code: codeAt(step.secret), language: 'da' });
	wait(30 * 60_000);
	assert.equal((await confirm()).kind, 'wrong');
	wait(-15 * 60_000);
	assert.equal((await confirm()).kind, 'set-up');
});

test('each lock lasts twice as long as the one before, a day at most, and a right code begins anew', async () => {
	const { context, signIn, setUp, codeAt, wait } = await arrange();
	const { secret } = await setUp(await signIn());
	wait(60_000);
	const own = await signIn();
	const tryCode = (code: string) => confirmSecondStep(context, visitor, { headers: headersWith(own), code });
	const lock = async () => {
		for (let attempt = 0; attempt < 5; attempt++) assert.equal((await tryCode('000000')).kind, 'wrong');
		const outcome = await tryCode(codeAt(secret));
		assert.ok(outcome.kind === 'locked');
		return outcome.minutes;
	};
	const minutes: number[] = [];
	for (let time = 0; time < 9; time++) {
		minutes.push(await lock());
		wait((minutes.at(-1) ?? 0) * 60_000);
	}
	assert.deepEqual(minutes, [15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
	// The session has ended long since; a new one, with a right code.
	const later = await signIn();
	const right = await confirmSecondStep(context, visitor, { headers: headersWith(later), code: codeAt(secret) });
	assert.equal(right.kind, 'signed-in');
});

test('the owner is told by one letter when codes are locked for the first time', async () => {
	const { context, person, signIn, setUp, codeAt, wait, email } = await arrange();
	const { secret } = await setUp(await signIn());
	wait(60_000);
	const own = await signIn();
	const tryFive = async () => {
		for (let attempt = 0; attempt < 5; attempt++)
			await confirmSecondStep(context, visitor, { headers: headersWith(own), code: '000000' });
	};
	const letters = async () =>
		(await db.selectFrom('mails').select('subject').where('recipient', '=', email).execute()).filter((mail) =>
			mail.subject.includes('forkerte koder')
		).length;
	assert.equal(await letters(), 0);
	await tryFive();
	assert.equal(await letters(), 1);
	wait(15 * 60_000);
	await tryFive();
	assert.equal(await letters(), 1, 'not again until a right code');
	wait(30 * 60_000);
	assert.equal((await removeSecondFactor(context, person, { code: codeAt(secret), language: 'da' })).kind, 'removed');
});

test('a programme lead lets somebody begin anew: sessions end, the person is told, and it is recorded', async () => {
	const { context, organisationId, lead, signIn, setUp, who, email } = await arrange();
	const { raised } = await setUp(await signIn());
	const outcome = await resetSecondFactor(context, lead, { email, language: 'da' });
	assert.deepEqual(outcome, { kind: 'reset', email });
	assert.equal(await who(raised), 'nobody');
	assert.equal(await who(await signIn()), 'person');
	const { events } = await readEvents(db, allEvents(organisationId));
	const reset = events.find((event) => event.action === 'reset-second-factor');
	assert.deepEqual([reset?.actor, reset?.subject?.id], [lead.email, email]);
	const mails = await db.selectFrom('mails').select(['recipient', 'subject']).where('kind', '=', 'account').execute();
	assert.ok(mails.some((mail) => mail.recipient === email && mail.subject.includes('nulstillet')));
	assert.equal((await resetSecondFactor(context, lead, { email, language: 'da' })).kind, 'nothing-to-reset');
	assert.equal((await resetSecondFactor(context, lead, { email: lead.email, language: 'da' })).kind, 'yourself');
	assert.equal(
		(await resetSecondFactor(context, lead, { email: 'x@example.org', language: 'da' })).kind,
		'unknown-person'
	);
	const elsewhere = await arrange();
	assert.equal(
		(await resetSecondFactor(context, lead, { email: elsewhere.email, language: 'da' })).kind,
		'unknown-person'
	);
});

test('the own app is removed with a code of it, and not without', async () => {
	const { context, person, signIn, setUp, codeAt, wait } = await arrange();
	const { secret } = await setUp(await signIn());
	wait(60_000);
	const remove = (code: string) => removeSecondFactor(context, person, { code, language: 'da' });
	assert.equal((await remove('123')).kind, 'wrong');
	assert.equal((await remove(codeAt(secret))).kind, 'removed');
	assert.equal((await remove(codeAt(secret))).kind, 'none');
	const account = await readAccount(context, person, { pageUrl: new URL('http://localhost:3000/account') });
	assert.ok(account.kind === 'account' && !account.hasApp && account.recoveryCodes === 0);
	assert.deepEqual(account.passkeyPlace, { kind: 'here' });
});

test('without a session there is nothing to confirm, whatever is written', async () => {
	const { context } = await arrange();
	const headers = new Headers({ cookie: 'ledertrivsel.session_token=rubbish' });
	assert.equal((await readSecondStep(context, visitor, { headers })).kind, 'not-signed-in');
	assert.equal((await confirmSecondStep(context, visitor, { headers, code: '000000' })).kind, 'not-signed-in');
	assert.equal(
		(await setUpSecondStep(context, visitor, { headers, code: '000000', language: 'da' })).kind,
		'not-signed-in'
	);
});

test('the identity provider says who somebody is, and nothing here believes it about what they may do', async () => {
	const { context, email, organisationId, who } = await arrange();
	const finish = async (finished: FinishedSignOn) => {
		const singleSignOn: SingleSignOn = {
			name: 'Region Nord',
			cookieName: 'x',
			begin: async () => ({ kind: 'unreachable' }),
			finish: async () => finished,
			forgetCookie: { name: 'x', value: '', options: { ...options, maxAge: 0 } }
		};
		return finishSingleSignOn({ ...context, identity: { ...context.identity, singleSignOn } }, visitor, {
			url: new URL('http://localhost:3000/'),
			cookie: null
		});
	};
	const identified = { kind: 'identified', email, name: 'Anna', factors: 1 } as const;
	const signedIn = await finish(identified);
	assert.ok(signedIn.kind === 'signed-in');
	assert.equal(await who(signedIn.cookies), 'person');
	await requireSecondFactor(context, { kind: 'system', organisationId }, { roles: ['programme-lead'] });
	assert.equal(await who(signedIn.cookies), 'half', 'the provider did not ask for more than one factor');
	const strong = await finish({ ...identified, factors: 2 });
	assert.ok(strong.kind === 'signed-in');
	assert.equal(await who(strong.cookies), 'person');
	const stranger = await finish({ ...identified, email: 'stranger@example.org' });
	assert.deepEqual(stranger, { kind: 'unknown-person', email: 'stranger@example.org' });
	assert.equal((await finish({ kind: 'refused' })).kind, 'refused');
	const without = await finishSingleSignOn(context, visitor, { url: new URL('http://localhost:3000/'), cookie: null });
	assert.equal(without.kind, 'not-set');
});

test('what is sealed opens with the same secret and for the same purpose only', () => {
	const sealed = sealText('secret', 'app of a', 'ÆØÅ');
	assert.equal(openText('secret', 'app of a', sealed), 'ÆØÅ');
	assert.equal(openText('another', 'app of a', sealed), null);
	assert.equal(openText('secret', 'app of b', sealed), null);
	for (let place = 0; place < sealed.length; place += 7) {
		const changed = sealed.slice(0, place) + (sealed[place] === 'A' ? 'B' : 'A') + sealed.slice(place + 1);
		assert.equal(openText('secret', 'app of a', changed), null, String(place));
	}
	assert.equal(openText('secret', 'app of a', ''), null);
});

async function arrange() {
	let elapsed = 0;
	const number = (organisations += 1);
	const base = createTestContext(db);
	const now = () => new Date(start.getTime() + elapsed);
	const identity = createIdentity({ ...base, now });
	let ids = number * 10_000;
	const randomId = () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`;
	const context = { ...base, now, identity, randomId };
	const organisationId = randomId();
	await insertOrganisation(db, { id: organisationId, name: 'Region', isDemonstration: false, createdAt: start });
	const email = `anna-${number}@example.org`;
	const leadEmail = `bo-${number}@example.org`;
	for (const own of [email, leadEmail])
		await grantRole(db, organisationId, { email: own, role: 'programme-lead', at: start });
	const personOf = async (own: string): Promise<Person> => {
		const found = await findPerson(db, own);
		assert.ok(found);
		return found;
	};
	const codeAt = (secret: string, later = 0) =>
		new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now().getTime() + later });
	const who = async (cookies: readonly SessionCookie[]) =>
		(await whoIsSignedIn(context, await identity.readSession(headersWith(cookies)))).kind;
	return {
		context,
		organisationId,
		email,
		person: await personOf(email),
		lead: await personOf(leadEmail),
		codeAt,
		who,
		wait: (milliseconds: number) => (elapsed += milliseconds),
		signIn: () => identity.startSession({ email, name: 'Anna' }),
		setUp: async (cookies: readonly SessionCookie[]) => {
			const headers = headersWith(cookies);
			const step = await readSecondStep(context, visitor, { headers });
			assert.ok(step.kind === 'set-up', step.kind);
			const outcome = await setUpSecondStep(context, visitor, { headers, code: codeAt(step.secret), language: 'da' });
			assert.ok(outcome.kind === 'set-up', outcome.kind);
			return { secret: step.secret, raised: outcome.cookies, recoveryCodes: outcome.recoveryCodes };
		}
	};
}

async function letterTo(email: string, subject: string) {
	const mails = await db.selectFrom('mails').select(['subject', 'body_text']).where('recipient', '=', email).execute();
	return mails.find((mail) => mail.subject.includes(subject));
}

function allEvents(organisationId: string) {
	return { organisationId, actor: null, from: null, before: null, subjectId: null, most: 100, skip: 0 };
}

function headersWith(cookies: readonly SessionCookie[]): Headers {
	return new Headers({ cookie: cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ') });
}
