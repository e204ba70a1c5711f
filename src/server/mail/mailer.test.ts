import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { createMailer, type Letter, type MailerSettings } from '#server/mail/mailer.ts';

const letter: Letter = {
	organisationId: '11111111-1111-4111-8111-111111111111',
	mailId: 'invitation:round-1:leader-1',
	messageKey: '0123456789abcdef0123456789abcdef',
	kind: 'invitation',
	to: 'soeren@example.org',
	subject: 'Otte minutter om dit arbejde – æøå',
	text: 'Kære Søren\n\nhttps://example.org/survey?token=abc=def\n',
	html: '<p>Kære Søren</p>',
	isDemonstration: false
};

test('a letter reaches a mail server as text and HTML, once, with a fixed Message-ID', async (t) => {
	const server = await startServer(t, {});
	const mailer = createMailer(settingsFor(t, { smtpUrl: server.url }));
	assert.deepEqual(await mailer.deliver(letter), { kind: 'sent' });
	assert.deepEqual(await mailer.deliver(letter), { kind: 'sent' });
	const [first, second] = server.received;
	assert.ok(first && second);
	assert.match(first, /^To: soeren@example\.org\r$/m);
	assert.match(first, /multipart\/alternative/);
	assert.match(first, /^Auto-Submitted: auto-generated\r$/m);
	const messageId = /^Message-ID:\s+(<[0-9a-f]{32}@ledertrivsel\.example\.org>)\r$/m;
	assert.equal(messageId.exec(first)?.[1], messageId.exec(second)?.[1]);
	assert.ok(messageId.test(first));
});

test('a calendar goes as a meeting and as a file, and an optional letter says how to refuse it', async (t) => {
	const server = await startServer(t, {});
	const calendar = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
	const unsubscribeUrl = 'https://ledertrivsel.example.org/mail/abc?kind=dialogue';
	await createMailer(settingsFor(t, { smtpUrl: server.url })).deliver({ ...letter, calendar, unsubscribeUrl });
	const [received] = server.received;
	assert.ok(received);
	assert.match(received, /^Content-Type: text\/calendar; charset=utf-8; method=REQUEST\r$/m);
	assert.match(received, /^Content-Type: application\/ics; name=aftale\.ics\r$/m);
	assert.match(received, /^List-Unsubscribe: <https:\/\/ledertrivsel\.example\.org\/mail\/abc\?kind=dialogue>\r$/m);
	assert.match(received, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
});

test('letters one after the other go over one connection, and one that the server has ended is replaced', async (t) => {
	const greeted: string[] = [];
	const server = await startServer(t, { onConnect: (session, answer) => (greeted.push(session.id), answer()) });
	const mailer = createMailer(settingsFor(t, { smtpUrl: server.url }));
	for (let count = 0; count < 5; count++) assert.deepEqual(await mailer.deliver(letter), { kind: 'sent' });
	assert.equal(greeted.length, 1);
	server.breakConnection(greeted[0] ?? '');
	assert.deepEqual(await mailer.deliver(letter), { kind: 'sent' });
	assert.deepEqual([greeted.length, server.received.length], [2, 6]);
});

test('a refused letter does not spoil the connection for the next', async (t) => {
	const server = await startServer(t, {
		onRcptTo: (address, _session, answer) =>
			address.address.startsWith('wrong')
				? answer(Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 }))
				: answer()
	});
	const mailer = createMailer(settingsFor(t, { smtpUrl: server.url }));
	for (let count = 0; count < 3; count++) {
		assert.equal((await mailer.deliver({ ...letter, to: 'wrong@example.org' })).kind, 'failed');
		assert.deepEqual(await mailer.deliver(letter), { kind: 'sent' });
	}
	assert.equal(server.received.length, 3);
});

test('the account of the mail server is used, and a wrong one is told', async (t) => {
	const server = await startServer(t, {
		authOptional: false,
		onAuth: (auth, _session, answer) =>
			auth.password === 'p@ss' ? answer(null, { user: 'u' }) : answer(new Error('Invalid login'))
	});
	const right = server.url.replace('//', '//user:p%40ss@');
	assert.deepEqual(await createMailer(settingsFor(t, { smtpUrl: right })).deliver(letter), { kind: 'sent' });
	const wrong = await createMailer(settingsFor(t, { smtpUrl: server.url.replace('//', '//user:nej@') })).deliver(
		letter
	);
	assert.equal(wrong.kind === 'failed' && wrong.failure, 'server-refused-sign-in');
});

test('a dead mail server is a failure that may be tried again, not an exception', async (t) => {
	const closed = createServer();
	await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
	const { port } = addressOf(closed.address());
	await new Promise((resolve) => closed.close(resolve));
	const outcome = await createMailer(settingsFor(t, { smtpUrl: `smtp://127.0.0.1:${port}` })).deliver(letter);
	assert.ok(outcome.kind === 'failed');
	assert.equal(outcome.failure, 'server-unreachable');
	assert.equal(outcome.isFinal, false);
});

test('a server that never greets is a timeout that may be tried again', async (t) => {
	const silent = createServer(() => {});
	await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
	t.after(() => silent.close());
	const url = `smtp://127.0.0.1:${addressOf(silent.address()).port}?greetingTimeout=100`;
	const outcome = await createMailer(settingsFor(t, { smtpUrl: url })).deliver(letter);
	assert.equal(outcome.kind === 'failed' && outcome.failure, 'server-timeout');
});

test('a refused recipient is final, a deferred one is not', async (t) => {
	const refuse = (responseCode: number) => ({
		onRcptTo: (_address: unknown, _session: unknown, answer: (error: Error) => void) =>
			answer(Object.assign(new Error('mailbox trouble'), { responseCode }))
	});
	const refused = await createMailer(settingsFor(t, { smtpUrl: (await startServer(t, refuse(550))).url })).deliver(
		letter
	);
	assert.ok(refused.kind === 'failed');
	assert.deepEqual([refused.failure, refused.isFinal, refused.detail], ['mail-refused', true, '550 mailbox trouble']);
	const deferred = await createMailer(settingsFor(t, { smtpUrl: (await startServer(t, refuse(450))).url })).deliver(
		letter
	);
	assert.ok(deferred.kind === 'failed');
	assert.deepEqual([deferred.failure, deferred.isFinal], ['mail-deferred', false]);
});

test('a connection that breaks after the letter was handed over is uncertain', async (t) => {
	const server = await startServer(t, {
		onData: (stream, session) => {
			stream.resume();
			stream.on('end', () => server.breakConnection(session.id));
		}
	});
	const outcome = await createMailer(settingsFor(t, { smtpUrl: server.url })).deliver(letter);
	assert.equal(outcome.kind, 'uncertain');
});

test('a connection that breaks before the letter was handed over is not uncertain', async (t) => {
	const server = await startServer(t, { onMailFrom: (_address, session) => server.breakConnection(session.id) });
	const outcome = await createMailer(settingsFor(t, { smtpUrl: server.url })).deliver(letter);
	assert.equal(outcome.kind === 'failed' && outcome.failure, 'server-unreachable');
});

test('without a mail server a letter lies readable in the data directory, for its owner only', async (t) => {
	const settings = settingsFor(t, { smtpUrl: null });
	const mailer = createMailer(settings);
	assert.deepEqual(await mailer.deliver(letter), { kind: 'sent' });
	assert.deepEqual(await mailer.deliver(letter), { kind: 'sent' });
	const folder = join(settings.dataDirectory, 'outbox', letter.organisationId);
	const [file, ...others] = readdirSync(folder);
	assert.ok(file);
	assert.deepEqual(others, []);
	assert.match(file, /^invitation-[0-9a-f]{24}\.eml$/);
	const content = readFileSync(join(folder, file), 'utf8');
	assert.match(content, /^Subject: Otte minutter om dit arbejde – æøå$/m);
	assert.ok(content.endsWith('\n\nKære Søren\n\nhttps://example.org/survey?token=abc=def\n'));
	assert.equal(statSync(join(folder, file)).mode & 0o777, 0o600);
	for (const directory of [folder, join(settings.dataDirectory, 'outbox')])
		assert.equal(statSync(directory).mode & 0o777, 0o700);
	assert.equal(await mailer.readFromFolder(letter), letter.text);
	assert.equal(await mailer.readFromFolder({ ...letter, mailId: 'invitation:another' }), null);
});

test('a line break in a subject or an address cannot add a header', async (t) => {
	const settings = settingsFor(t, { smtpUrl: null });
	const mailer = createMailer(settings);
	await mailer.deliver({ ...letter, subject: 'Hej\r\nBcc: x@example.org', to: 'a@example.org\nBcc: y@example.org' });
	const folder = join(settings.dataDirectory, 'outbox', letter.organisationId);
	assert.doesNotMatch(readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8'), /^Bcc:/m);
});

test('letters of a demonstration never leave the machine', async (t) => {
	const server = await startServer(t, {});
	const settings = settingsFor(t, { smtpUrl: server.url });
	assert.deepEqual(await createMailer(settings).deliver({ ...letter, isDemonstration: true }), { kind: 'sent' });
	assert.equal(server.received.length, 0);
	assert.equal(readdirSync(join(settings.dataDirectory, 'outbox', letter.organisationId)).length, 1);
});

test('a data directory that cannot be written is a failure that may be tried again', async (t) => {
	const settings = settingsFor(t, { smtpUrl: null });
	writeFileSync(join(settings.dataDirectory, 'outbox'), 'a file where the folder should be');
	const outcome = await createMailer(settings).deliver(letter);
	assert.ok(outcome.kind === 'failed');
	assert.deepEqual([outcome.failure, outcome.isFinal], ['server-folder', false]);
});

function settingsFor(t: TestContext, changes: Pick<MailerSettings, 'smtpUrl'>): MailerSettings {
	const dataDirectory = mkdtempSync(join(tmpdir(), 'ledertrivsel-mail-'));
	t.after(() => rmSync(dataDirectory, { recursive: true, force: true }));
	return {
		mailFrom: 'Ledertrivsel <svar@example.org>',
		publicUrl: 'https://ledertrivsel.example.org',
		dataDirectory,
		...changes
	};
}

async function startServer(t: TestContext, options: SMTPServerOptions) {
	const received: string[] = [];
	const server = new SMTPServer({
		authOptional: true,
		allowInsecureAuth: true,
		disabledCommands: ['STARTTLS'],
		closeTimeout: 10,
		onData: (stream, _session, answer) => {
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => parts.push(part));
			stream.on('end', () => {
				received.push(Buffer.concat(parts).toString('utf8'));
				answer();
			});
		},
		...options
	});
	// A client that we cut off may still be writing.
	server.on('error', () => {});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	t.after(() => new Promise<void>((resolve) => server.close(resolve)));
	const { port } = addressOf(server.server.address());
	const breakConnection = (sessionId: string) => {
		for (const connection of server.connections) if (connection.id === sessionId) connection._socket.destroy();
	};
	return { url: `smtp://127.0.0.1:${port}`, received, breakConnection };
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
	assert.ok(address !== null && typeof address !== 'string');
	return address;
}
