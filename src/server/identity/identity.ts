// Accounts by sign-in links. better-auth keeps users, sessions and the links' hashes; its HTTP routes are not mounted, so that
// a link is only ever used up by our own POST. What became of each link is kept beside, to be able to say "used" or "old".
import { createHash } from 'node:crypto';
import { isAPIError } from 'better-auth/api';
import { markTwoFactors } from '#server/database/sessions.ts';
import {
	countOpenLinks,
	findSignInLink,
	forgetOldLinks,
	insertSignInLink,
	takeSignInLink
} from '#server/database/sign-in-links.ts';
import { createAttemptLimit, type AttemptLimit } from '#server/identity/attempt-limit.ts';
import { configure, linkMinutes, type IdentityParts } from '#server/identity/configure.ts';
import { createPasskeys, type Passkeys } from '#server/identity/passkeys.ts';
import { createSecondStep, type SecondStep } from '#server/identity/second-step.ts';
import { readSecret } from '#server/identity/secret.ts';
import { createSingleSignOn, type SingleSignOn } from '#server/identity/single-sign-on.ts';
import { onlyCookie, parseSetCookie, type SessionCookie } from '#server/identity/session-cookie.ts';

export { linkMinutes, type IdentityParts };

export type Account = { readonly email: string; readonly name: string };

export type IssuedLink =
	| { readonly kind: 'issued'; readonly token: string }
	/** So many unused links lie in this mailbox that another would only be a nuisance. */
	| { readonly kind: 'enough' };

export type RedeemedLink =
	| { readonly kind: 'signed-in'; readonly email: string; readonly cookies: readonly SessionCookie[] }
	| { readonly kind: 'wrong' }
	| { readonly kind: 'used' }
	| { readonly kind: 'old' };

export type Identity = {
	readonly issueLink: (account: Account) => Promise<IssuedLink>;
	/** Uses the link up; of two at once only one signs in. */
	readonly redeemLink: (token: string) => Promise<RedeemedLink>;
	/** Signs in somebody whose identity was shown in another way (the set-up link). */
	readonly startSession: (account: Account, factors?: Factors) => Promise<readonly SessionCookie[]>;
	/** The same person with both factors shown: a new session, and the old one ends. Null where there is none. */
	readonly raiseSession: (headers: Headers) => Promise<readonly SessionCookie[] | null>;
	readonly readSession: (headers: Headers) => Promise<Session | null>;
	/** Ends the session and returns the cookies that forget it. */
	readonly endSession: (headers: Headers) => Promise<readonly SessionCookie[]>;
	readonly passkeys: Passkeys;
	readonly secondStep: SecondStep;
	/** Null where the operator has set no identity provider. */
	readonly singleSignOn: SingleSignOn | null;
	/** Links asked for from one place: a whole organisation may stand behind one address. */
	readonly asks: AttemptLimit;
	/** Links asked for to one mailbox, from wherever. */
	readonly asksForAddress: AttemptLimit;
	/** Beginnings that send nothing to anybody, from one place. */
	readonly begins: AttemptLimit;
	readonly wrongTokens: AttemptLimit;
};

/** How many factors a session was begun with: a mail link is one. */
export type Factors = 1 | 2;

export type Session = {
	/** Another one for each sign-in. */
	readonly id: string;
	readonly email: string;
	readonly factors: Factors;
};

const openLinksAtMost = 5;
const minute = 60_000;

export function createIdentity(parts: IdentityParts): Identity {
	const { db, now } = parts;
	const auth = configure(parts);

	const makeToken = async (account: Account): Promise<string> => {
		let made: string | null = null;
		const receive = (token: string) => {
			made = token;
		};
		await auth.api.signInMagicLink({
			body: { email: account.email, name: account.name, metadata: { receive } },
			headers: new Headers()
		});
		if (made === null) throw new Error('no sign-in token was made');
		return made;
	};
	const exchange = async (token: string, factors: Factors): Promise<readonly SessionCookie[]> => {
		const { headers, response } = await auth.api.magicLinkVerify({
			query: { token },
			headers: new Headers(),
			returnHeaders: true
		});
		if (factors === 2) await markTwoFactors(db, response.token);
		return headers.getSetCookie().map(parseSetCookie);
	};
	const startSession = async (account: Account, factors: Factors = 1) => exchange(await makeToken(account), factors);
	const readSession = (headers: Headers) => auth.api.getSession({ headers: onlyCookie(headers) });
	const endSession = async (headers: Headers): Promise<readonly SessionCookie[]> => {
		const { headers: answer } = await auth.api.signOut({ headers: onlyCookie(headers), returnHeaders: true });
		return answer.getSetCookie().map(parseSetCookie);
	};

	return {
		async issueLink(account) {
			const at = now();
			await forgetOldLinks(db, new Date(at.getTime() - 24 * 60 * minute));
			if ((await countOpenLinks(db, account.email, at)) >= openLinksAtMost) return { kind: 'enough' };
			const token = await makeToken(account);
			await insertSignInLink(db, {
				tokenHash: hashOf(token),
				email: account.email,
				issuedAt: at,
				expiresAt: new Date(at.getTime() + linkMinutes * minute)
			});
			return { kind: 'issued', token };
		},
		async redeemLink(token) {
			const taken = await takeSignInLink(db, hashOf(token), now());
			if (taken === null) {
				const link = await findSignInLink(db, hashOf(token));
				if (link === null) return { kind: 'wrong' };
				return { kind: link.isUsed ? 'used' : 'old' };
			}
			try {
				return { kind: 'signed-in', email: taken.email, cookies: await exchange(token, 1) };
			} catch (error) {
				// A redirect is how better-auth says that it knows the link no more.
				if (isAPIError(error) && error.statusCode === 302) return { kind: 'old' };
				throw error;
			}
		},
		startSession,
		async raiseSession(headers) {
			const session = await readSession(headers);
			if (session === null) return null;
			await endSession(headers);
			return startSession({ email: session.user.email, name: session.user.name }, 2);
		},
		async readSession(headers) {
			const session = await readSession(headers);
			if (session === null) return null;
			const factors = session.session.factors === 2 ? 2 : 1;
			return { id: session.session.id, email: session.user.email, factors };
		},
		endSession,
		passkeys: createPasskeys(auth, db),
		singleSignOn: createSingleSignOn(parts),
		secondStep: createSecondStep({ db, now, secret: readSecret(parts.settings) }),
		asks: createAttemptLimit({ limit: 2000, windowMilliseconds: 15 * minute }),
		asksForAddress: createAttemptLimit({ limit: 20, windowMilliseconds: 15 * minute }),
		begins: createAttemptLimit({ limit: 2000, windowMilliseconds: 15 * minute }),
		wrongTokens: createAttemptLimit({ limit: 10, windowMilliseconds: 15 * minute })
	};
}

function hashOf(token: string): Buffer {
	return createHash('sha256').update(token).digest();
}
