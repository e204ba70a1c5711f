// Accounts by sign-in links. better-auth keeps users, sessions and the links' hashes; its HTTP routes are not mounted, so that
// a link is only ever used up by our own POST. What became of each link is kept beside, to be able to say "used" or "old".
import { createHash } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { magicLink } from 'better-auth/plugins/magic-link';
import type { Kysely } from 'kysely';
import {
	countOpenLinks,
	findSignInLink,
	forgetOldLinks,
	insertSignInLink,
	takeSignInLink
} from '#server/database/sign-in-links.ts';
import type { Tables } from '#server/database/tables.ts';
import { createAttemptLimit, type AttemptLimit } from '#server/identity/attempt-limit.ts';
import { readSecret } from '#server/identity/secret.ts';
import { parseSetCookie, type SessionCookie } from '#server/identity/session-cookie.ts';
import type { Log } from '#server/log/log.ts';
import type { Settings } from '#server/settings.ts';

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
	readonly startSession: (account: Account) => Promise<readonly SessionCookie[]>;
	readonly readSession: (headers: Headers) => Promise<{ readonly email: string } | null>;
	/** Ends the session and returns the cookies that forget it. */
	readonly endSession: (headers: Headers) => Promise<readonly SessionCookie[]>;
	readonly asks: AttemptLimit;
	readonly wrongTokens: AttemptLimit;
};

export type IdentityParts = {
	readonly db: Kysely<Tables>;
	readonly settings: Pick<Settings, 'publicUrl' | 'secret' | 'dataDirectory'>;
	readonly log: Log;
	readonly now: () => Date;
};

export const linkMinutes = 15;
const sessionHours = 12;
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
	const exchange = async (token: string): Promise<readonly SessionCookie[]> => {
		const { headers } = await auth.api.magicLinkVerify({
			query: { token },
			headers: new Headers(),
			returnHeaders: true
		});
		return headers.getSetCookie().map(parseSetCookie);
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
				return { kind: 'signed-in', email: taken.email, cookies: await exchange(token) };
			} catch (error) {
				// A redirect is how better-auth says that it knows the link no more.
				if (isAPIError(error) && error.statusCode === 302) return { kind: 'old' };
				throw error;
			}
		},
		startSession: async (account) => exchange(await makeToken(account)),
		async readSession(headers) {
			const session = await auth.api.getSession({ headers: onlyCookie(headers) });
			return session === null ? null : { email: session.user.email };
		},
		async endSession(headers) {
			const { headers: answer } = await auth.api.signOut({ headers: onlyCookie(headers), returnHeaders: true });
			return answer.getSetCookie().map(parseSetCookie);
		},
		asks: createAttemptLimit({ limit: 100, windowMilliseconds: 15 * minute }),
		wrongTokens: createAttemptLimit({ limit: 10, windowMilliseconds: 15 * minute })
	};
}

function configure({ db, settings, log }: IdentityParts) {
	return betterAuth({
		appName: 'Ledertrivsel',
		baseURL: settings.publicUrl,
		secret: readSecret(settings),
		database: { db, type: 'postgres' },
		telemetry: { enabled: false },
		// Never the further arguments: they may hold an address or a token.
		logger: { level: 'warn', log: (level, message) => log.info('identity', { level, message }) },
		plugins: [
			magicLink({
				expiresIn: linkMinutes * 60,
				storeToken: 'hashed',
				sendMagicLink: ({ token, metadata }) => metadata?.receive(token)
			})
		],
		session: {
			modelName: 'identity_sessions',
			expiresIn: sessionHours * 3600,
			disableSessionRefresh: true,
			fields: {
				userId: 'user_id',
				expiresAt: 'expires_at',
				ipAddress: 'ip_address',
				userAgent: 'user_agent',
				createdAt: 'created_at',
				updatedAt: 'updated_at'
			}
		},
		user: {
			modelName: 'identity_users',
			fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' }
		},
		account: {
			modelName: 'identity_accounts',
			fields: {
				userId: 'user_id',
				accountId: 'account_id',
				providerId: 'provider_id',
				accessToken: 'access_token',
				refreshToken: 'refresh_token',
				idToken: 'id_token',
				accessTokenExpiresAt: 'access_token_expires_at',
				refreshTokenExpiresAt: 'refresh_token_expires_at',
				createdAt: 'created_at',
				updatedAt: 'updated_at'
			}
		},
		verification: {
			modelName: 'identity_verifications',
			fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' }
		},
		advanced: {
			cookiePrefix: 'ledertrivsel',
			useSecureCookies: settings.publicUrl.startsWith('https:'),
			ipAddress: { disableIpTracking: true }
		}
	});
}

function hashOf(token: string): Buffer {
	return createHash('sha256').update(token).digest();
}

// Neither the browser's name nor its address is of any use to us, so better-auth does not get to see them.
function onlyCookie(headers: Headers): Headers {
	return new Headers({ cookie: headers.get('cookie') ?? '' });
}
