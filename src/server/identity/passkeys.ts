// Passkeys through better-auth, called from our own routes: its HTTP routes stay unmounted.
import { isAPIError } from 'better-auth/api';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { markTwoFactors } from '#server/database/sessions.ts';
import type { Tables } from '#server/database/tables.ts';
import type { Auth } from '#server/identity/configure.ts';
import { onlyCookie, parseSetCookie, type SessionCookie } from '#server/identity/session-cookie.ts';

/** What the browser is asked, as JSON for `navigator.credentials`, and the cookie that remembers the question. */
export type PasskeyQuestion = { readonly options: unknown; readonly cookies: readonly SessionCookie[] };

export type Passkeys = {
	/** Needs the session of the person who adds one. */
	readonly askToAdd: (headers: Headers) => Promise<PasskeyQuestion | null>;
	readonly add: (
		headers: Headers,
		input: { readonly answer: unknown; readonly name: string }
	) => Promise<'added' | 'refused'>;
	readonly askToSignIn: () => Promise<PasskeyQuestion>;
	/** Null where the answer does not fit: an unknown key, another question, or a device that did not ask who holds it. */
	readonly signIn: (
		headers: Headers,
		answer: unknown
	) => Promise<{ readonly email: string; readonly cookies: readonly SessionCookie[] } | null>;
};

export type PasskeyPlace =
	| { readonly kind: 'here' }
	/** A passkey belongs to one name, and this page was opened by another one. */
	| { readonly kind: 'elsewhere'; readonly url: string }
	/** The site's address is a number, or has no https: browsers make no passkeys for it. */
	| { readonly kind: 'impossible'; readonly url: string };

/** Whether passkeys can be used on the page with this address. */
export function passkeyPlace(publicUrl: string, pageUrl: URL): PasskeyPlace {
	const site = new URL(publicUrl);
	const isLocal = site.hostname === 'localhost' || site.hostname.endsWith('.localhost');
	const isNumber = /^[\d.]+$|^\[/.test(site.hostname);
	if (isNumber || (site.protocol !== 'https:' && !isLocal)) return { kind: 'impossible', url: publicUrl };
	return pageUrl.origin === site.origin ? { kind: 'here' } : { kind: 'elsewhere', url: publicUrl };
}

/** What `PublicKeyCredential.toJSON` gives. */
const SignedAnswer = v.object({
	id: v.string(),
	rawId: v.string(),
	type: v.literal('public-key'),
	response: v.object({
		clientDataJSON: v.string(),
		authenticatorData: v.string(),
		signature: v.string(),
		userHandle: v.optional(v.string())
	}),
	clientExtensionResults: v.optional(v.looseObject({}), {})
});

export function createPasskeys(auth: Auth, db: Kysely<Tables>): Passkeys {
	return {
		askToAdd: (headers) =>
			orNull(async () => {
				const { response, headers: answer } = await auth.api.generatePasskeyRegistrationOptions({
					headers: onlyCookie(headers),
					returnHeaders: true
				});
				return { options: response, cookies: answer.getSetCookie().map(parseSetCookie) };
			}),
		async add(headers, { answer, name }) {
			const added = await orNull(() =>
				auth.api.verifyPasskeyRegistration({ headers: onlyCookie(headers), body: { response: answer, name } })
			);
			return added === null ? 'refused' : 'added';
		},
		async askToSignIn() {
			const { response, headers } = await auth.api.generatePasskeyAuthenticationOptions({
				headers: new Headers(),
				returnHeaders: true
			});
			return {
				options: { ...response, userVerification: 'required' },
				cookies: headers.getSetCookie().map(parseSetCookie)
			};
		},
		async signIn(headers, answer) {
			const parsed = v.safeParse(SignedAnswer, answer);
			if (!parsed.success) return null;
			const signedIn = await orNull(() =>
				auth.api.verifyPasskeyAuthentication({
					headers: onlyCookie(headers),
					body: { response: parsed.output },
					returnHeaders: true
				})
			);
			if (signedIn === null) return null;
			const { session, user } = signedIn.response;
			await markTwoFactors(db, session.token);
			return { email: user.email, cookies: signedIn.headers.getSetCookie().map(parseSetCookie) };
		}
	};
}

/** What better-auth refuses is null; whatever else goes wrong is thrown. */
async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
	try {
		return await work();
	} catch (error) {
		if (isAPIError(error)) return null;
		throw error;
	}
}
