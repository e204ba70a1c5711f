// Signing in through the organisation's own identity provider (OpenID Connect): the code flow with PKCE, state and nonce.
// better-auth's pieces make the address, exchange the code and verify the token; nothing of the provider's is kept.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createAuthorizationURL, validateAuthorizationCode, validateToken } from 'better-auth/oauth2';
import * as v from 'valibot';
import { parseAddress } from '#server/identity/address.ts';
import { readProvider, type Provider } from '#server/identity/identity-provider.ts';
import {
	Claims,
	factorsOf,
	isEnough,
	isVerified,
	joined,
	UserInfo,
	type Profile
} from '#server/identity/provider-profile.ts';
import { openText, sealText } from '#server/identity/seal-text.ts';
import { readSecret } from '#server/identity/secret.ts';
import type { SessionCookie } from '#server/identity/session-cookie.ts';
import type { Log } from '#server/log/log.ts';
import type { Settings } from '#server/settings.ts';

export type SingleSignOn = {
	/** What the provider is called on the button. */
	readonly name: string;
	readonly begin: () => Promise<
		{ readonly kind: 'begun'; readonly url: string; readonly cookie: SessionCookie } | { readonly kind: 'unreachable' }
	>;
	/** `url`: the address that the provider sent the browser back to; `cookie`: what `begin` left in the browser. */
	readonly finish: (url: URL, cookie: string | null) => Promise<FinishedSignOn>;
	readonly cookieName: string;
	readonly forgetCookie: SessionCookie;
};

export type FinishedSignOn =
	| {
			readonly kind: 'identified';
			readonly email: string;
			readonly name: string;
			/** Two where the provider says that it asked for more than one. */
			readonly factors: 1 | 2;
	  }
	/** The person said no at the provider. */
	| { readonly kind: 'cancelled' }
	/** Begun in another browser, too long ago, or not by this page. */
	| { readonly kind: 'expired' }
	/** The provider's answer does not prove who this is. */
	| { readonly kind: 'refused' }
	| { readonly kind: 'unverified-address' | 'no-address' }
	| { readonly kind: 'unreachable' };

type Begun = { readonly state: string; readonly nonce: string; readonly verifier: string; readonly at: number };

const minutes = 10;
const path = '/sign-in/single-sign-on';
const purpose = 'single sign-on under way';
const patienceMilliseconds = 8000;

const BegunShape = v.object({ state: v.string(), nonce: v.string(), verifier: v.string(), at: v.number() });
/** Null where no provider is set. */
export function createSingleSignOn(parts: {
	readonly settings: Pick<Settings, 'publicUrl' | 'secret' | 'dataDirectory' | 'identityProvider'>;
	readonly log: Log;
	readonly now: () => Date;
}): SingleSignOn | null {
	const { settings, log, now } = parts;
	const own = settings.identityProvider;
	if (own === null) return null;
	const secret = readSecret(settings);
	const client = { clientId: own.clientId, clientSecret: own.clientSecret };
	const redirectURI = `${settings.publicUrl}${path}/callback`;
	const cookieName = 'ledertrivsel.single-sign-on';
	const cookieOf = (value: string, maxAge: number): SessionCookie => ({
		name: cookieName,
		value,
		options: {
			path,
			httpOnly: true,
			secure: settings.publicUrl.startsWith('https:'),
			// The provider sends the browser back by a link of its own.
			sameSite: 'lax',
			maxAge,
			encode: (text) => text
		}
	});
	const trouble = (error: unknown): { readonly kind: 'unreachable' } => {
		log.error('the identity provider cannot be reached', error);
		return { kind: 'unreachable' };
	};
	const identify = async (provider: Provider, code: string, begun: Begun): Promise<FinishedSignOn> => {
		const tokens = await withPatience(
			validateAuthorizationCode({
				code,
				codeVerifier: begun.verifier,
				redirectURI,
				options: client,
				tokenEndpoint: provider.tokenEndpoint,
				authentication: provider.authentication
			})
		);
		if (tokens.idToken === undefined) return { kind: 'refused' };
		const claims = await verifiedClaims(tokens.idToken, provider, begun.nonce, own.clientId);
		const profile = isEnough(claims, own)
			? claims
			: joined(claims, await readUserInfo(provider, tokens.accessToken ?? null, claims.sub));
		const email = parseAddress(profile.email ?? '');
		if (email === null) return { kind: 'no-address' };
		if (!isVerified(profile, own)) return { kind: 'unverified-address' };
		return { kind: 'identified', email, name: (profile.name ?? '').slice(0, 200), factors: factorsOf(claims) };
	};

	return {
		name: own.name,
		cookieName,
		forgetCookie: cookieOf('', 0),
		async begin() {
			try {
				const provider = await readProvider(own.issuer);
				const begun: Begun = { state: random(), nonce: random(), verifier: random(), at: now().getTime() };
				const url = await createAuthorizationURL({
					id: 'organisation',
					options: client,
					redirectURI,
					authorizationEndpoint: provider.authorizationEndpoint,
					state: begun.state,
					nonce: begun.nonce,
					codeVerifier: begun.verifier,
					scopes: ['openid', 'email', 'profile']
				});
				const cookie = cookieOf(sealText(secret, purpose, JSON.stringify(begun)), minutes * 60);
				return { kind: 'begun', url: url.href, cookie };
			} catch (error) {
				return trouble(error);
			}
		},
		async finish(url, cookie) {
			const begun = readBegun(secret, cookie, now());
			const state = url.searchParams.get('state') ?? '';
			if (begun === null || !isSame(begun.state, state)) return { kind: 'expired' };
			const problem = url.searchParams.get('error');
			if (problem !== null) return { kind: problem === 'access_denied' ? 'cancelled' : 'refused' };
			const code = url.searchParams.get('code');
			const issuer = url.searchParams.get('iss');
			if (code === null || (issuer !== null && issuer !== own.issuer)) return { kind: 'refused' };
			let provider: Provider;
			try {
				provider = await readProvider(own.issuer);
			} catch (error) {
				return trouble(error);
			}
			try {
				return await identify(provider, code, begun);
			} catch (error) {
				if (isConnectionTrouble(error)) return trouble(error);
				log.info('the identity provider’s answer was refused', {
					reason: error instanceof Error ? error.name : 'unknown'
				});
				return { kind: 'refused' };
			}
		}
	};
}

/** Signature, issuer, audience and time by the library; nonce and the party it was made for here. Throws where one is wrong. */
async function verifiedClaims(token: string, provider: Provider, nonce: string, clientId: string): Promise<Claims> {
	const { payload } = await withPatience(
		validateToken(token, provider.keysAddress, {
			audience: clientId,
			issuer: provider.issuer,
			algorithms: [...provider.algorithms],
			requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat', 'nonce'],
			clockTolerance: 30
		})
	);
	const claims = v.parse(Claims, payload);
	if (!isSame(claims.nonce ?? '', nonce)) throw new RangeError('the nonce is another one');
	const isForOthersToo = Array.isArray(claims.aud) && claims.aud.length > 1;
	if ((isForOthersToo || claims.azp !== undefined) && claims.azp !== clientId)
		throw new RangeError('the token was made for another client');
	return claims;
}

async function readUserInfo(provider: Provider, accessToken: string | null, subject: string): Promise<Profile> {
	if (provider.userInfoAddress === null || accessToken === null) return { sub: subject };
	const response = await fetch(provider.userInfoAddress, {
		headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
		redirect: 'error',
		signal: AbortSignal.timeout(patienceMilliseconds)
	});
	if (!response.ok) throw new RangeError('the provider does not say who this is');
	const info = v.parse(UserInfo, await response.json());
	if (info.sub !== subject) throw new RangeError('the provider speaks of somebody else');
	return info;
}

function readBegun(secret: string, cookie: string | null, at: Date): Begun | null {
	const text = cookie === null ? null : openText(secret, purpose, cookie);
	if (text === null) return null;
	const begun = v.parse(BegunShape, JSON.parse(text));
	return at.getTime() - begun.at <= minutes * 60_000 ? begun : null;
}

/** Node says so with a TypeError, and a deadline with a DOMException; better-auth's fetch hands both on. */
function isConnectionTrouble(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	return error instanceof TypeError || error.name === 'TimeoutError' || error.message === 'JWKS fetch failed';
}

async function withPatience<T>(work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const tooLong = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(
			() => reject(new DOMException('the identity provider did not answer in time', 'TimeoutError')),
			patienceMilliseconds
		);
	});
	try {
		return await Promise.race([work, tooLong]);
	} finally {
		clearTimeout(timer);
	}
}

function random(): string {
	return randomBytes(32).toString('base64url');
}

function isSame(one: string, other: string): boolean {
	const [left, right] = [Buffer.from(one), Buffer.from(other)];
	return left.length === right.length && timingSafeEqual(left, right);
}
