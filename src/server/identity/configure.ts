// How better-auth is set up: our own names for its tables, and nothing that it would send anywhere. Its HTTP routes are not
// mounted; every call comes from our own pages and use cases.
import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins/magic-link';
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';
import { readSecret } from '#server/identity/secret.ts';
import type { Log } from '#server/log/log.ts';
import type { Settings } from '#server/settings.ts';

export type IdentityParts = {
	readonly db: Kysely<Tables>;
	readonly settings: Pick<Settings, 'publicUrl' | 'secret' | 'dataDirectory' | 'identityProvider'>;
	readonly log: Log;
	readonly now: () => Date;
};

export type Auth = ReturnType<typeof configure>;

export const linkMinutes = 15;
const sessionHours = 12;

export function configure({ db, settings, log }: IdentityParts) {
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
			}),
			passkey({
				rpName: 'Ledertrivsel',
				rpID: new URL(settings.publicUrl).hostname,
				origin: settings.publicUrl,
				authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
				// A passkey stands for two factors only where the device asked for a finger, a face or a code.
				registration: {
					afterVerification: ({ verification }) => requireUser(verification.registrationInfo?.userVerified)
				},
				authentication: {
					afterVerification: ({ verification }) => requireUser(verification.authenticationInfo.userVerified)
				},
				advanced: { webAuthnChallengeCookie: 'passkey' },
				schema: {
					passkey: {
						modelName: 'identity_passkeys',
						fields: {
							publicKey: 'public_key',
							userId: 'user_id',
							credentialID: 'credential_id',
							deviceType: 'device_type',
							backedUp: 'backed_up',
							createdAt: 'created_at'
						}
					}
				}
			})
		],
		session: {
			modelName: 'identity_sessions',
			expiresIn: sessionHours * 3600,
			disableSessionRefresh: true,
			additionalFields: { factors: { type: 'number', required: false, defaultValue: 1, input: false } },
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

function requireUser(isVerified: boolean | undefined): void {
	if (isVerified !== true) throw new APIError('UNAUTHORIZED', { message: 'the device did not ask who holds it' });
}
