import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { createIdentity } from '#server/identity/identity.ts';
import { readSecret } from '#server/identity/secret.ts';
import type { SessionCookie } from '#server/identity/session-cookie.ts';
import { silentLog } from '#server/log/log.ts';
import { createTestDatabase } from '../../../tests/support/test-database.ts';

const { kysely: db } = await createTestDatabase();
const start = new Date('2026-03-02T09:00:00Z');
const secret = 'a-secret-for-tests-0123456789-abcdefghij';
const anna = { email: 'anna@example.org', name: 'Anna' };

test('a link signs in once', async () => {
	const { identity } = arrange();
	const token = await tokenFor(identity, anna);
	const outcome = await identity.redeemLink(token);
	assert.ok(outcome.kind === 'signed-in');
	assert.equal(outcome.email, anna.email);
	const session = await identity.readSession(headersWith(outcome.cookies));
	assert.deepEqual([session?.email, session?.factors], [anna.email, 1]);
	assert.deepEqual(await identity.redeemLink(token), { kind: 'used' });
});

test('of two who use one link at once, one is signed in', async () => {
	const { identity } = arrange();
	const token = await tokenFor(identity, { email: 'to@example.org', name: 'To' });
	const kinds = (await Promise.all([identity.redeemLink(token), identity.redeemLink(token)])).map(
		(outcome) => outcome.kind
	);
	assert.deepEqual(kinds.sort(), ['signed-in', 'used']);
});

test('a link is old after a quarter of an hour', async () => {
	const { identity, wait } = arrange();
	const token = await tokenFor(identity, { email: 'gammel@example.org', name: '' });
	wait(15 * 60_000);
	assert.deepEqual(await identity.redeemLink(token), { kind: 'old' });
	assert.deepEqual(await identity.redeemLink(token), { kind: 'old' });
});

test('what nobody was sent is wrong, whatever it looks like', async () => {
	const { identity } = arrange();
	for (const token of ['', 'x', 'A'.repeat(32), '<script>', "' or 1=1 --", 'æ'.repeat(5000), '\u0000']) {
		assert.deepEqual(await identity.redeemLink(token), { kind: 'wrong' }, token.slice(0, 20));
	}
});

test('a mailbox is not filled with links, and room comes back as they are used', async () => {
	const { identity } = arrange();
	const account = { email: 'mange@example.org', name: '' };
	const first = await tokenFor(identity, account);
	for (let number = 0; number < 4; number += 1) await tokenFor(identity, account);
	assert.deepEqual(await identity.issueLink(account), { kind: 'enough' });
	assert.equal((await identity.redeemLink(first)).kind, 'signed-in');
	assert.equal((await identity.issueLink(account)).kind, 'issued');
});

test('the database holds no token, no address of a client and no name of a browser', async () => {
	const { identity } = arrange();
	const token = await tokenFor(identity, anna);
	const stored = JSON.stringify([
		await db.selectFrom('identity_verifications').selectAll().execute(),
		await db.selectFrom('sign_in_links').selectAll().execute()
	]);
	assert.ok(!stored.includes(token));
	await identity.redeemLink(token);
	const sessions = await db.selectFrom('identity_sessions').select(['ip_address', 'user_agent']).execute();
	assert.ok(sessions.length > 0);
	assert.ok(sessions.every((session) => session.ip_address === '' && session.user_agent === ''));
});

test('signing out ends the session on the server too', async () => {
	const { identity } = arrange();
	const cookies = await identity.startSession(anna);
	const forget = await identity.endSession(headersWith(cookies));
	assert.ok(forget.some((cookie) => cookie.value === '' && cookie.options.maxAge === 0));
	assert.equal(await identity.readSession(headersWith(cookies)), null);
});

test('a cookie that was changed, or is absent, is nobody', async () => {
	const { identity } = arrange();
	const [cookie] = await identity.startSession(anna);
	assert.ok(cookie);
	assert.equal(await identity.readSession(new Headers()), null);
	assert.equal(await identity.readSession(headersWith([{ ...cookie, value: `x${cookie.value}` }])), null);
	const other = createIdentity({
		...arrange().parts,
		settings: {
			publicUrl: 'http://localhost:3000',
			secret: `${secret}-another`,
			dataDirectory: '/nowhere',
			identityProvider: null
		}
	});
	assert.equal(await other.readSession(headersWith([cookie])), null);
});

test('the cookie is kept from scripts, and from plain http where the site has https', async () => {
	const [plain] = await arrange('http://localhost:4123').identity.startSession(anna);
	assert.ok(plain);
	assert.equal(plain.name, 'ledertrivsel.session_token');
	assert.deepEqual(
		[plain.options.httpOnly, plain.options.secure, plain.options.sameSite, plain.options.path],
		[true, false, 'lax', '/']
	);
	const [secure] = await arrange('https://ledertrivsel.example.org').identity.startSession(anna);
	assert.ok(secure);
	assert.equal(secure.name, '__Secure-ledertrivsel.session_token');
	assert.equal(secure.options.secure, true);
});

test('no connection to the network is opened', async (t) => {
	let connections = 0;
	const count = () => (connections += 1);
	subscribe('net.client.socket', count);
	t.after(() => unsubscribe('net.client.socket', count));
	const { identity } = arrange();
	await identity.readSession(headersWith(await identity.startSession(anna)));
	assert.equal(connections, 0);
	// The counter counts: this one is ours.
	const server = createServer((_request, response) => response.end());
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	t.after(() => server.close());
	const address = server.address();
	assert.ok(address !== null && typeof address !== 'string');
	await (await fetch(`http://127.0.0.1:${address.port}/`, { headers: { connection: 'close' } })).text();
	assert.equal(connections, 1);
});

test('without a setting the secret is made once, for the owner only', (t) => {
	const dataDirectory = temporaryDirectory(t);
	const made = readSecret({ secret: null, dataDirectory });
	assert.ok(made.length >= 43);
	assert.equal(readSecret({ secret: null, dataDirectory }), made);
	assert.equal(statSync(join(dataDirectory, 'secret')).mode & 0o777, 0o600);
	assert.equal(readFileSync(join(dataDirectory, 'secret'), 'utf8').trim(), made);
	assert.deepEqual(readdirSync(dataDirectory), ['secret']);
	assert.equal(readSecret({ secret, dataDirectory }), secret);
});

test('half a secret is not accepted', (t) => {
	const dataDirectory = temporaryDirectory(t);
	writeFileSync(join(dataDirectory, 'secret'), 'abc');
	assert.throws(() => readSecret({ secret: null, dataDirectory }), /no usable secret/);
});

function arrange(publicUrl = 'http://localhost:3000') {
	let elapsed = 0;
	const parts = {
		db,
		settings: { publicUrl, secret, dataDirectory: '/nowhere', identityProvider: null },
		log: silentLog,
		now: () => new Date(start.getTime() + elapsed)
	};
	return { parts, identity: createIdentity(parts), wait: (milliseconds: number) => (elapsed += milliseconds) };
}

async function tokenFor(
	identity: ReturnType<typeof createIdentity>,
	account: { email: string; name: string }
): Promise<string> {
	const link = await identity.issueLink(account);
	assert.ok(link.kind === 'issued');
	return link.token;
}

function headersWith(cookies: readonly SessionCookie[]): Headers {
	return new Headers({
		cookie: cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; '),
		'user-agent': 'a browser',
		'x-forwarded-for': '192.0.2.7'
	});
}

function temporaryDirectory(t: TestContext): string {
	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-secret-'));
	t.after(() => rmSync(directory, { recursive: true, force: true }));
	return directory;
}
