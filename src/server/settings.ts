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
	/** Null: mails lie readable in the data directory and in the outbox. */
	readonly smtpUrl: string | null;
	readonly mailFrom: string;
	/** Null: made at the first start and kept in the data directory. */
	readonly secret: string | null;
	readonly uploadLimitBytes: number;
	/** Ballots that were handed out before a round is closed may still be used for so long. */
	readonly closeGraceMilliseconds: number;
	/** Whether anybody may walk into the demonstration on this server. */
	readonly offersDemonstration: boolean;
	readonly logLevel: 'error' | 'info' | 'debug';
};

export type SettingName = (typeof settingNames)[number];

export const settingNames = [
	'PORT',
	'HOST',
	'DATA_DIR',
	'ROUND_KEYS_DIR',
	'DATABASE_URL',
	'PUBLIC_URL',
	'SMTP_URL',
	'MAIL_FROM',
	'SECRET',
	'UPLOAD_LIMIT_MB',
	'CLOSE_GRACE_MINUTES',
	'DEMONSTRATION',
	'LOG_LEVEL'
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

	const demonstration = text('DEMONSTRATION') ?? 'on';
	if (demonstration !== 'on' && demonstration !== 'off') wrong('DEMONSTRATION', 'must be on or off');

	const logLevel = text('LOG_LEVEL') ?? 'info';
	if (!isLogLevel(logLevel)) wrong('LOG_LEVEL', 'must be error, info or debug');

	if (
		problems.length > 0 ||
		port === null ||
		uploadLimitMegabytes === null ||
		closeGraceMinutes === null ||
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
			smtpUrl,
			mailFrom,
			secret,
			uploadLimitBytes: uploadLimitMegabytes * 1024 * 1024,
			closeGraceMilliseconds: closeGraceMinutes * 60_000,
			offersDemonstration: demonstration === 'on',
			logLevel
		}
	};
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
