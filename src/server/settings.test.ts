import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { readSettings } from './settings.ts';

const wrongIn = (environment: Record<string, string>) => {
	const outcome = readSettings(environment);
	return outcome.kind === 'wrong' ? outcome.problems : [];
};

test('everything has a default that works on one machine', () => {
	const outcome = readSettings({});
	if (outcome.kind === 'wrong') return assert.fail(outcome.problems[0]?.reason);
	assert.deepEqual(outcome.settings, {
		port: 3000,
		host: '127.0.0.1',
		dataDirectory: resolve('data'),
		roundKeysDirectory: resolve('data/round-keys'),
		databaseUrl: null,
		publicUrl: 'http://localhost:3000',
		trustedProxies: 0,
		smtpUrl: null,
		mailFrom: 'Ledertrivsel <ledertrivsel@localhost>',
		secret: null,
		uploadLimitBytes: 10 * 1024 * 1024,
		closeGraceMilliseconds: 15 * 60_000,
		quietHours: { from: 20, to: 7 },
		offersDemonstration: true,
		logLevel: 'info',
		metricsToken: null,
		identityProvider: null
	});
});

test('the public address follows the port, and loses the slash at its end', () => {
	const outcome = readSettings({ PORT: '8080' });
	assert.equal(outcome.kind === 'settings' && outcome.settings.publicUrl, 'http://localhost:8080');
	const given = readSettings({ PUBLIC_URL: 'https://trivsel.example.org/' });
	assert.equal(given.kind === 'settings' && given.settings.publicUrl, 'https://trivsel.example.org');
});

for (const [name, value] of [
	['PORT', '80a'],
	['PORT', '0'],
	['PORT', '70000'],
	['DATABASE_URL', 'mysql://x'],
	['PUBLIC_URL', 'trivsel.example.org'],
	['PUBLIC_URL', 'https://example.org/trivsel'],
	['TRUSTED_PROXIES', 'on'],
	['TRUSTED_PROXIES', '11'],
	['SMTP_URL', 'mail.example.org'],
	['MAIL_FROM', 'nobody'],
	['SECRET', 'short'],
	['UPLOAD_LIMIT_MB', '0'],
	['UPLOAD_LIMIT_MB', '101'],
	['CLOSE_GRACE_MINUTES', '-1'],
	['CLOSE_GRACE_MINUTES', '2000'],
	['QUIET_HOURS', '20'],
	['QUIET_HOURS', '20-24'],
	['QUIET_HOURS', '7-7'],
	['DEMONSTRATION', 'yes'],
	['LOG_LEVEL', 'loud']
] as const) {
	test(`${name}=${value} is named as wrong`, () => {
		assert.deepEqual(
			wrongIn({ [name]: value }).map((problem) => problem.name),
			[name]
		);
	});
}

test('quiet hours can be changed, and turned off', () => {
	const hoursIn = (value: string) => {
		const outcome = readSettings({ QUIET_HOURS: value });
		return outcome.kind === 'settings' ? outcome.settings.quietHours : outcome;
	};
	assert.deepEqual(hoursIn('18-8'), { from: 18, to: 8 });
	assert.equal(hoursIn('off'), null);
});

test('every wrong setting is named at once', () => {
	assert.deepEqual(
		wrongIn({ PORT: 'x', LOG_LEVEL: 'x' }).map((problem) => problem.name),
		['PORT', 'LOG_LEVEL']
	);
});

const provider = {
	OIDC_ISSUER: 'https://login.region.example',
	OIDC_CLIENT_ID: 'ledertrivsel',
	OIDC_CLIENT_SECRET: 'hush'
};

test('an identity provider is set by three settings, and is called by its name or its host', () => {
	const outcome = readSettings(provider);
	assert.deepEqual(outcome.kind === 'settings' && outcome.settings.identityProvider, {
		issuer: 'https://login.region.example',
		clientId: 'ledertrivsel',
		clientSecret: 'hush',
		name: 'login.region.example',
		trustsAddresses: false
	});
	const trusted = readSettings({ ...provider, OIDC_TRUST_ADDRESSES: 'on' });
	assert.equal(trusted.kind === 'settings' && trusted.settings.identityProvider?.trustsAddresses, true);
	const named = readSettings({ ...provider, OIDC_NAME: 'Region Nord' });
	assert.equal(named.kind === 'settings' && named.settings.identityProvider?.name, 'Region Nord');
});

test('half an identity provider is named as wrong, and its secret is not repeated', () => {
	const named = (environment: Record<string, string>) => wrongIn(environment).map((problem) => problem.name);
	assert.deepEqual(named({ OIDC_ISSUER: provider.OIDC_ISSUER }), ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']);
	assert.deepEqual(named({ ...provider, OIDC_ISSUER: '' }), ['OIDC_ISSUER']);
	for (const issuer of ['login.region.example', 'http://login.region.example', 'https://a.example/?x=1'])
		assert.deepEqual(named({ ...provider, OIDC_ISSUER: issuer }), ['OIDC_ISSUER'], issuer);
	assert.deepEqual(named({ OIDC_NAME: 'Region Nord' }), ['OIDC_NAME']);
	assert.deepEqual(named({ OIDC_TRUST_ADDRESSES: 'on' }), ['OIDC_TRUST_ADDRESSES']);
	assert.deepEqual(named({ ...provider, OIDC_TRUST_ADDRESSES: 'yes' }), ['OIDC_TRUST_ADDRESSES']);
	assert.equal(JSON.stringify(wrongIn({ OIDC_CLIENT_SECRET: 'hush' })).includes('hush'), false);
});

test('a password in an address or a secret is not repeated', () => {
	const said = JSON.stringify(wrongIn({ DATABASE_URL: 'mysql://u:hush@h', SMTP_URL: 'x://u:hush@h', SECRET: 'hush' }));
	assert.equal(said.includes('hush'), false);
});
