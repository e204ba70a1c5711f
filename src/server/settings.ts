// Everything that an operator can set, in one table. docs/settings.md describes the same names; a test compares the two.
import { join, resolve } from 'node:path';

export type Settings = {
	readonly port: number;
	readonly host: string;
	/** Absolute path. */
	readonly dataDirectory: string;
	/** Absolute path. Several processes that share a database share it, too. */
	readonly roundKeysDirectory: string;
	/** Null: the embedded database in the data directory. */
	readonly databaseUrl: string | null;
	/** Where people reach the site, without a slash at the end. */
	readonly publicUrl: string;
	/** How many proxies in front are believed when they say where a request came from. */
	readonly trustedProxies: number;
	/** Null: mails lie readable in the data directory and in the outbox. */
	readonly smtpUrl: string | null;
	readonly mailFrom: string;
	/** Null: made at the first start and kept in the data directory. */
	readonly secret: string | null;
	readonly uploadLimitBytes: number;
	/** Ballots that were handed out before a round is closed may still be used for so long. */
	readonly closeGraceMilliseconds: number;
	/** Hours on the clock in Denmark when no letter but a link to sign in is sent; null: at all hours and on all days. */
	readonly quietHours: { readonly from: number; readonly to: number } | null;
	/** Whether anybody may walk into the demonstration on this server. */
	readonly offersDemonstration: boolean;
	readonly logLevel: 'error' | 'info' | 'debug';
	/** What a monitoring system shows to read the metrics; null: there are none. */
	readonly metricsToken: string | null;
	/** The organisation's own identity provider (OpenID Connect), or null. */
	readonly identityProvider: IdentityProvider | null;
};

export type IdentityProvider = {
	/** As the provider writes itself, letter for letter. */
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** What it is called on the button. */
	readonly name: string;
	/** An address of which it does not say whether it is verified counts as verified. */
	readonly trustsAddresses: boolean;
};

export type SettingName = (typeof settingNames)[number];

export const settingNames = [
	'PORT',
	'HOST',
	'DATA_DIR',
	'ROUND_KEYS_DIR',
	'DATABASE_URL',
	'PUBLIC_URL',
	'TRUSTED_PROXIES',
	'SMTP_URL',
	'MAIL_FROM',
	'SECRET',
	'UPLOAD_LIMIT_MB',
	'CLOSE_GRACE_MINUTES',
	'QUIET_HOURS',
	'DEMONSTRATION',
	'LOG_LEVEL',
	'METRICS_TOKEN',
	'OIDC_ISSUER',
	'OIDC_CLIENT_ID',
	'OIDC_CLIENT_SECRET',
	'OIDC_NAME',
	'OIDC_TRUST_ADDRESSES'
] as const;

export type SettingsOutcome =
	| { readonly kind: 'settings'; readonly settings: Settings }
	| { readonly kind: 'wrong'; readonly problems: readonly { readonly name: SettingName; readonly reason: string }[] };

/** Reads the settings from environment variables; every wrong one is named with what would be right. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): SettingsOutcome {
	const problems: { name: SettingName; reason: string }[] = [];
	const text = (name: SettingName) => environment[name]?.trim() || null;
	const wrong = (name: SettingName, reason: string) => {
		// An address may hold a password: it is not repeated.
		problems.push({ name, reason: name.endsWith('_URL') ? reason : `${reason} (it is "${environment[name]}")` });
	};

	const port = readWhole(text('PORT'), 3000);
	const isPort = port !== null && port >= 1 && port <= 65535;
	if (!isPort) wrong('PORT', 'must be a whole number from 1 to 65535');

	const databaseUrl = text('DATABASE_URL');
	if (databaseUrl !== null && !hasProtocol(databaseUrl, ['postgres:', 'postgresql:'])) {
		wrong('DATABASE_URL', 'must be an address that begins with postgres://');
	}

	const publicUrl = (text('PUBLIC_URL') ?? `http://localhost:${isPort ? port : 3000}`).replace(/\/+$/, '');
	if (!hasProtocol(publicUrl, ['http:', 'https:']) || new URL(publicUrl).pathname !== '/') {
		wrong('PUBLIC_URL', 'must be an address that begins with http:// or https:// and has no path');
	}

	const trustedProxies = readWhole(text('TRUSTED_PROXIES'), 0);
	if (trustedProxies === null || trustedProxies > 10) wrong('TRUSTED_PROXIES', 'must be a whole number from 0 to 10');

	const smtpUrl = text('SMTP_URL');
	if (smtpUrl !== null && !hasProtocol(smtpUrl, ['smtp:', 'smtps:'])) {
		wrong('SMTP_URL', 'must be an address such as smtp://user:password@mail.example.org:587');
	}

	const mailFrom = text('MAIL_FROM') ?? 'Ledertrivsel <ledertrivsel@localhost>';
	if (!/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(mailFrom))
		wrong('MAIL_FROM', 'must be an e-mail address, with or without a name');

	const secret = text('SECRET');
	if (secret !== null && secret.length < 32)
		problems.push({ name: 'SECRET', reason: 'must have at least 32 characters' });

	const uploadLimitMegabytes = readWhole(text('UPLOAD_LIMIT_MB'), 10);
	if (uploadLimitMegabytes === null || uploadLimitMegabytes < 1 || uploadLimitMegabytes > 100) {
		wrong('UPLOAD_LIMIT_MB', 'must be a whole number from 1 to 100');
	}

	const closeGraceMinutes = readWhole(text('CLOSE_GRACE_MINUTES'), 15);
	if (closeGraceMinutes === null || closeGraceMinutes > 1440) {
		wrong('CLOSE_GRACE_MINUTES', 'must be a whole number from 0 to 1440');
	}

	const quietHours = readHours(text('QUIET_HOURS') ?? '20-7');
	if (quietHours === undefined) wrong('QUIET_HOURS', 'must be two hours such as 20-7, or off');

	const demonstration = text('DEMONSTRATION') ?? 'on';
	if (demonstration !== 'on' && demonstration !== 'off') wrong('DEMONSTRATION', 'must be on or off');

	const logLevel = text('LOG_LEVEL') ?? 'info';
	if (!isLogLevel(logLevel)) wrong('LOG_LEVEL', 'must be error, info or debug');

	const metricsToken = text('METRICS_TOKEN');
	if (metricsToken !== null && !/^[\x21-\x7e]{16,}$/.test(metricsToken))
		problems.push({ name: 'METRICS_TOKEN', reason: 'must have at least 16 characters, without spaces' });

	const identityProvider = readIdentityProvider(text, (name, reason) => problems.push({ name, reason }));

	if (
		problems.length > 0 ||
		port === null ||
		trustedProxies === null ||
		uploadLimitMegabytes === null ||
		closeGraceMinutes === null ||
		quietHours === undefined ||
		!isLogLevel(logLevel)
	) {
		return { kind: 'wrong', problems };
	}
	return {
		kind: 'settings',
		settings: {
			port,
			host: text('HOST') ?? '127.0.0.1',
			dataDirectory: resolve(text('DATA_DIR') ?? 'data'),
			roundKeysDirectory: resolve(text('ROUND_KEYS_DIR') ?? join(text('DATA_DIR') ?? 'data', 'round-keys')),
			databaseUrl,
			publicUrl,
			trustedProxies,
			smtpUrl,
			mailFrom,
			secret,
			uploadLimitBytes: uploadLimitMegabytes * 1024 * 1024,
			closeGraceMilliseconds: closeGraceMinutes * 60_000,
			quietHours,
			offersDemonstration: demonstration === 'on',
			logLevel,
			metricsToken,
			identityProvider
		}
	};
}

/** All three or none; the secret is never repeated. */
function readIdentityProvider(
	text: (name: SettingName) => string | null,
	wrong: (name: SettingName, reason: string) => void
): IdentityProvider | null {
	const issuer = text('OIDC_ISSUER');
	const clientId = text('OIDC_CLIENT_ID');
	const clientSecret = text('OIDC_CLIENT_SECRET');
	const name = text('OIDC_NAME');
	const trust = text('OIDC_TRUST_ADDRESSES');
	if (issuer === null && clientId === null && clientSecret === null) {
		const alone = 'has no effect without OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET';
		if (name !== null) wrong('OIDC_NAME', alone);
		if (trust !== null) wrong('OIDC_TRUST_ADDRESSES', alone);
		return null;
	}
	const together = 'must be set together with the other two of OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET';
	if (issuer === null) wrong('OIDC_ISSUER', together);
	else if (!isIssuer(issuer)) wrong('OIDC_ISSUER', 'must be the issuer’s address with https and without ? and #');
	if (clientId === null) wrong('OIDC_CLIENT_ID', together);
	if (clientSecret === null) wrong('OIDC_CLIENT_SECRET', together);
	if (name !== null && name.length > 60) wrong('OIDC_NAME', 'must have at most 60 characters');
	if (trust !== null && trust !== 'on' && trust !== 'off') wrong('OIDC_TRUST_ADDRESSES', 'must be on or off');
	if (issuer === null || clientId === null || clientSecret === null) return null;
	const host = new URL(isIssuer(issuer) ? issuer : 'https://-').hostname;
	return { issuer, clientId, clientSecret, name: name ?? host, trustsAddresses: trust === 'on' };
}

/** Plain http only on the machine itself. */
function isIssuer(address: string): boolean {
	if (!URL.canParse(address)) return false;
	const { protocol, hostname, search, hash } = new URL(address);
	const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
	return (protocol === 'https:' || (protocol === 'http:' && isLocal)) && search === '' && hash === '';
}

/** Undefined where it is neither two different hours nor `off`. */
function readHours(text: string): Settings['quietHours'] | undefined {
	if (text === 'off') return null;
	const [from, to] = (/^(\d{1,2})-(\d{1,2})$/.exec(text) ?? []).slice(1).map(Number);
	if (from === undefined || to === undefined || from > 23 || to > 23 || from === to) return undefined;
	return { from, to };
}

function readWhole(text: string | null, fallback: number): number | null {
	if (text === null) return fallback;
	return /^\d+$/.test(text) ? Number(text) : null;
}

function hasProtocol(text: string, protocols: readonly string[]): boolean {
	return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

function isLogLevel(text: string): text is Settings['logLevel'] {
	return text === 'error' || text === 'info' || text === 'debug';
}
