// Against a real OpenID provider in this process: the right way in, and every wrong one.
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { Provider, type Configuration } from 'oidc-provider';
import { createSingleSignOn, type FinishedSignOn, type SingleSignOn } from '#server/identity/single-sign-on.ts';
import { silentLog } from '#server/log/log.ts';

const start = new Date();
const clientId = 'ledertrivsel';
const clientSecret = 'a secret of the client, for tests only';
const publicUrl = 'http://localhost:4123';
const callback = `${publicUrl}/sign-in/single-sign-on/callback`;

type Claims = { readonly email?: string; readonly email_verified?: boolean; readonly name?: string };

const anna: Claims = { email: 'Anna@example.org', email_verified: true, name: 'Anna' };

test('a person whose address the provider vouches for is identified', async (t) => {
	const { signOn, issuer } = await arrange(t, { claims: anna });
	const outcome = await goThrough(signOn, issuer);
	assert.deepEqual(outcome, { kind: 'identified', email: 'anna@example.org', name: 'Anna', factors: 1 });
});

test('the address may stand in the token or only where the provider is asked for it', async (t) => {
	const { signOn, issuer } = await arrange(t, { claims: anna, isInToken: false });
	assert.equal((await goThrough(signOn, issuer)).kind, 'identified');
});

test('an address that the provider does not vouch for signs nobody in', async (t) => {
	for (const claims of [{ ...anna, email_verified: false }, { email: 'anna@example.org' }]) {
		const { signOn, issuer } = await arrange(t, { claims });
		assert.deepEqual(await goThrough(signOn, issuer), { kind: 'unverified-address' });
	}
	const { signOn, issuer } = await arrange(t, { claims: { name: 'Anna', email_verified: true } });
	assert.deepEqual(await goThrough(signOn, issuer), { kind: 'no-address' });
});

test('that the address is verified may stand only where the provider is asked for it', async (t) => {
	const { signOn, issuer, forge } = await arrange(t, { claims: anna });
	forge.kind = 'no-word-of-verified';
	assert.equal((await goThrough(signOn, issuer)).kind, 'identified');
	// It holds for the address that stands beside it, and not for one in the token.
	forge.kind = 'another-address';
	const outcome = await goThrough(signOn, issuer);
	assert.equal(outcome.kind === 'identified' && outcome.email, 'anna@example.org');
	forge.kind = 'unverified';
	assert.deepEqual(
		await goThrough(signOn, issuer),
		{ kind: 'unverified-address' },
		'what the token says is not asked again'
	);
});

test('a provider that never says whether an address is verified signs in where the operator vouches for it', async (t) => {
	const silent: Claims = { email: 'Anna@example.org', name: 'Anna' };
	for (const isInToken of [true, false]) {
		const { issuer } = await arrange(t, { claims: silent, isInToken });
		const trusting = signOnFor(issuer, undefined, true);
		assert.equal((await goThrough(trusting, issuer)).kind, 'identified');
		assert.deepEqual(await goThrough(signOnFor(issuer), issuer), { kind: 'unverified-address' });
	}
	const { issuer } = await arrange(t, { claims: { ...anna, email_verified: false } });
	const told = await goThrough(signOnFor(issuer, undefined, true), issuer);
	assert.deepEqual(told, { kind: 'unverified-address' }, 'a no stays a no');
});

test('whoever says no at the provider is not signed in, and told so', async (t) => {
	const { signOn, issuer } = await arrange(t, { claims: anna, isCancelled: true });
	assert.deepEqual(await goThrough(signOn, issuer), { kind: 'cancelled' });
});

test('another state, no cookie, a changed cookie and an old one are refused before the provider is asked', async (t) => {
	const { signOn, issuer, wait } = await arrange(t, { claims: anna });
	const { cookie, back } = await toCallback(signOn, issuer);
	const other = new URL(back);
	other.searchParams.set('state', 'another');
	const stateless = new URL(back);
	stateless.searchParams.delete('state');
	for (const [url, own] of [
		[other, cookie],
		[stateless, cookie],
		[back, null],
		[back, `${cookie.slice(0, -2)}xx`],
		[back, 'rubbish']
	] as const)
		assert.deepEqual(await signOn.finish(url, own), { kind: 'expired' });
	wait(11 * 60_000);
	assert.deepEqual(await signOn.finish(back, cookie), { kind: 'expired' });
});

test('what was begun in another browser does not fit: nobody is signed in as somebody else', async (t) => {
	const { signOn, issuer } = await arrange(t, { claims: anna });
	const attacker = await toCallback(signOn, issuer);
	const victim = await toCallback(signOn, issuer);
	assert.deepEqual(await signOn.finish(attacker.back, victim.cookie), { kind: 'expired' });
});

test('a code works once', async (t) => {
	const { signOn, issuer } = await arrange(t, { claims: anna });
	const { cookie, back } = await toCallback(signOn, issuer);
	assert.equal((await signOn.finish(back, cookie)).kind, 'identified');
	assert.deepEqual(await signOn.finish(back, cookie), { kind: 'refused' });
});

test('a token with another nonce, for another client, of another issuer or with another signature is refused', async (t) => {
	const kinds = ['nonce', 'no-nonce', 'audience', 'party', 'issuer', 'signature', 'expired', 'unsigned'] as const;
	for (const kind of kinds) {
		const { signOn, issuer, forge } = await arrange(t, { claims: anna });
		forge.kind = kind;
		assert.deepEqual(await goThrough(signOn, issuer), { kind: 'refused' }, kind);
	}
	// The forger itself does no harm: with nothing changed its tokens are accepted.
	const { signOn, issuer, forge } = await arrange(t, { claims: anna });
	forge.kind = 'nothing';
	assert.equal((await goThrough(signOn, issuer)).kind, 'identified');
});

test('a provider that says mfa counts as two factors', async (t) => {
	const { signOn, issuer, forge } = await arrange(t, { claims: anna });
	const factorsOf = async (kind: Forge['kind']) => {
		forge.kind = kind;
		const outcome = await goThrough(signOn, issuer);
		return outcome.kind === 'identified' ? outcome.factors : outcome.kind;
	};
	assert.equal(await factorsOf('mfa'), 2);
	assert.equal(await factorsOf('mfa-as-text'), 2);
	assert.equal(await factorsOf('password-as-text'), 1);
	assert.equal(await factorsOf('odd-methods'), 1, 'what nobody understands proves nothing, and keeps nobody out');
});

test('a provider that is down is said to be down, before and after', async (t) => {
	const { signOn, issuer, server } = await arrange(t, { claims: anna });
	const { cookie, back } = await toCallback(signOn, issuer);
	await close(server);
	assert.deepEqual(await signOn.finish(back, cookie), { kind: 'unreachable' });
	const fresh = signOnFor(`${issuer}/elsewhere`);
	assert.deepEqual(await fresh.begin(), { kind: 'unreachable' });
});

test('an answer that names another issuer is refused', async (t) => {
	const { signOn, issuer } = await arrange(t, { claims: anna });
	const { cookie, back } = await toCallback(signOn, issuer);
	back.searchParams.set('iss', 'https://login.example.org');
	assert.deepEqual(await signOn.finish(back, cookie), { kind: 'refused' });
});

test('the address asks for a code with state, nonce and a challenge, and carries nothing secret', async (t) => {
	const { signOn } = await arrange(t, { claims: anna });
	const begun = await signOn.begin();
	assert.ok(begun.kind === 'begun');
	const asked = new URL(begun.url).searchParams;
	assert.equal(asked.get('response_type'), 'code');
	assert.equal(asked.get('code_challenge_method'), 'S256');
	assert.equal(asked.get('redirect_uri'), callback);
	assert.ok((asked.get('state') ?? '').length >= 40 && (asked.get('nonce') ?? '').length >= 40);
	assert.ok(!begun.url.includes(clientSecret));
	assert.ok(!begun.cookie.value.includes(asked.get('state') ?? ''), 'the cookie is sealed');
	assert.deepEqual([begun.cookie.options.httpOnly, begun.cookie.options.sameSite], [true, 'lax']);
});

type Forge = {
	kind:
		| 'off'
		| 'nothing'
		| 'nonce'
		| 'no-nonce'
		| 'audience'
		| 'party'
		| 'issuer'
		| 'signature'
		| 'expired'
		| 'unsigned'
		| 'mfa'
		| 'mfa-as-text'
		| 'password-as-text'
		| 'odd-methods'
		| 'no-word-of-verified'
		| 'another-address'
		| 'unverified';
};

/** A provider over HTTP that signs everybody in as one person; `forge` changes its tokens on their way, signed by its own key. */
async function arrange(
	t: TestContext,
	options: { readonly claims: Claims; readonly isInToken?: boolean; readonly isCancelled?: boolean }
) {
	const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
	const otherKeys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
	const privateKey = await crypto.subtle.exportKey('jwk', keys.privateKey);
	const forge: Forge = { kind: 'off' };
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	t.after(() => close(server));
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const configuration: Configuration = {
		clients: [
			{
				client_id: clientId,
				client_secret: clientSecret,
				redirect_uris: [callback],
				application_type: 'native',
				id_token_signed_response_alg: 'ES256'
			}
		],
		clientDefaults: { id_token_signed_response_alg: 'ES256' },
		jwks: { keys: [{ ...privateKey, kid: 'first', use: 'sig', alg: 'ES256', key_ops: undefined, ext: undefined }] },
		claims: { email: ['email', 'email_verified'], profile: ['name'], openid: ['sub'] },
		conformIdTokenClaims: options.isInToken === false,
		features: { devInteractions: { enabled: false } },
		cookies: { keys: ['for tests'] },
		findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...options.claims }) }),
		interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` }
	};
	const provider = new Provider(issuer, configuration);
	const handle = provider.callback();
	server.on('request', (request, response) => {
		void (async () => {
			const path = new URL(request.url ?? '/', issuer).pathname;
			if (path.startsWith('/interaction/')) {
				const { prompt, params, grantId, session } = await provider.interactionDetails(request, response);
				if (options.isCancelled === true)
					return provider.interactionFinished(request, response, { error: 'access_denied' });
				if (prompt.name === 'login')
					return provider.interactionFinished(request, response, { login: { accountId: 'person-1' } });
				const grant =
					grantId === undefined
						? new provider.Grant({ accountId: session?.accountId ?? 'person-1', clientId: String(params['client_id']) })
						: await provider.Grant.find(grantId);
				grant?.addOIDCScope('openid email profile');
				const saved = await grant?.save();
				return provider.interactionFinished(request, response, { consent: { grantId: saved ?? '' } });
			}
			if (path === '/token' && forge.kind !== 'off') {
				const end = response.end.bind(response);
				response.end = ((body: unknown) => {
					void forged(String(body), forge, { keys, otherKeys }).then((changed) => {
						response.setHeader('content-length', Buffer.byteLength(changed));
						end(changed);
					});
					return response;
				}) as typeof response.end;
			}
			return handle(request, response);
		})();
	});
	let elapsed = 0;
	const signOn = signOnFor(issuer, () => new Date(start.getTime() + elapsed));
	return { signOn, issuer, server, forge, wait: (milliseconds: number) => (elapsed += milliseconds) };
}

function signOnFor(issuer: string, now = () => start, trustsAddresses = false): SingleSignOn {
	const signOn = createSingleSignOn({
		settings: {
			publicUrl,
			secret: 'a-secret-for-tests-0123456789-abcdefghij',
			dataDirectory: '/nowhere',
			identityProvider: { issuer, clientId, clientSecret, name: 'Region Nord', trustsAddresses }
		},
		log: silentLog,
		now
	});
	assert.ok(signOn);
	return signOn;
}

async function goThrough(signOn: SingleSignOn, issuer: string): Promise<FinishedSignOn> {
	const { cookie, back } = await toCallback(signOn, issuer);
	return signOn.finish(back, cookie);
}

/** Follows the provider's redirects as a browser would, up to the one that leads back. */
async function toCallback(signOn: SingleSignOn, issuer: string): Promise<{ cookie: string; back: URL }> {
	const begun = await signOn.begin();
	assert.ok(begun.kind === 'begun', begun.kind);
	const jar = new Map<string, string>();
	let url = new URL(begun.url);
	for (let step = 0; step < 12; step++) {
		if (url.href.startsWith(callback)) return { cookie: begun.cookie.value, back: url };
		const response = await fetch(url, {
			redirect: 'manual',
			headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
		});
		for (const line of response.headers.getSetCookie()) {
			const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
			jar.set(name, value);
		}
		const location = response.headers.get('location');
		assert.ok(location, `${url.pathname} answers ${response.status}: ${(await response.text()).slice(0, 300)}`);
		url = new URL(location, issuer);
	}
	return assert.fail('the provider never leads back');
}

async function forged(
	body: string,
	{ kind }: Forge,
	{ keys, otherKeys }: { readonly keys: CryptoKeyPair; readonly otherKeys: CryptoKeyPair }
): Promise<string> {
	const answer = JSON.parse(body) as Record<string, unknown>;
	const [, middle = ''] = String(answer['id_token']).split('.');
	const claims = JSON.parse(Buffer.from(middle, 'base64url').toString('utf8')) as Record<string, unknown>;
	const changes: Readonly<Record<Forge['kind'], Record<string, unknown>>> = {
		off: {},
		nothing: {},
		nonce: { nonce: 'another' },
		'no-nonce': { nonce: undefined },
		audience: { aud: 'another-client' },
		party: { aud: [clientId, 'another-client'], azp: 'another-client' },
		issuer: { iss: 'https://login.example.org' },
		signature: {},
		expired: { iat: 1_000_000_000, exp: 1_000_000_600 },
		unsigned: {},
		mfa: { amr: ['pwd', 'mfa'] },
		'mfa-as-text': { amr: 'pwd mfa' },
		'password-as-text': { amr: 'mfa-less' },
		'odd-methods': { amr: { mfa: true } },
		'no-word-of-verified': { email_verified: undefined },
		'another-address': { email: 'berit@example.org', email_verified: undefined },
		unverified: { email_verified: false }
	};
	const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const header = kind === 'unsigned' ? { alg: 'none' } : { alg: 'ES256', kid: 'first' };
	const content = `${part(header)}.${part({ ...claims, ...changes[kind] })}`;
	const signature = await crypto.subtle.sign(
		{ name: 'ECDSA', hash: 'SHA-256' },
		(kind === 'signature' ? otherKeys : keys).privateKey,
		Buffer.from(content)
	);
	const end = kind === 'unsigned' ? '' : Buffer.from(signature).toString('base64url');
	return JSON.stringify({ ...answer, id_token: `${content}.${end}` });
}

function close(server: Server): Promise<void> {
	server.closeAllConnections();
	return new Promise((resolve) => server.close(() => resolve()));
}
