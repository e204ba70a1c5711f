import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Actor } from '#server/actor.ts';
import { queueMails, requeueMails, takeMail, type QueuedMail } from '#server/database/mails.ts';
import { countSent, countWaiting, listStuck } from '#server/database/outbox.ts';
import { migrate } from '#server/database/migrate.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { insertOrganisation } from '#server/database/organisations.ts';
import { startJobs } from '#server/jobs/run-jobs.ts';
import { silentLog } from '#server/log/log.ts';
import { createMailer, type Delivery } from '#server/mail/mailer.ts';
import { createMemoryMailer } from '#server/mail/memory-mailer.ts';
import { messageKeyOf } from '#server/use-cases/mail/message-key.ts';
import {
	sendMails,
	areMailsWaiting,
	sendMailsOfAll,
	type SendMailsContext
} from '#server/use-cases/mail/send-mails.ts';
import { startPrivateCluster } from '../../../../tests/support/private-cluster.ts';
import { createTestDatabase, projectMigrations } from '../../../../tests/support/test-database.ts';

const database = await createTestDatabase();
const { kysely: db } = database;
const settings = {
	quietHours: null,
	publicUrl: 'http://localhost:3000',
	secret: 'a secret for tests that is long enough',
	dataDirectory: '/nowhere'
};
const start = new Date('2026-03-02T09:00:00Z');
const unreachable: Delivery = { kind: 'failed', failure: 'server-unreachable', detail: 'ECONNREFUSED', isFinal: false };

test('a waiting mail is sent once, and its body is forgotten', async () => {
	const { context, actor, organisationId } = await arrange();
	assert.equal(await queueMails(db, [mailFor(organisationId, 1)]), 1);
	assert.equal(await queueMails(db, [mailFor(organisationId, 1)]), 0);
	assert.deepEqual(await sendMails(context, actor), { kind: 'done', sent: 1, deferred: 0, failed: 0, uncertain: 0 });
	assert.equal(await queueMails(db, [mailFor(organisationId, 1)]), 0);
	assert.deepEqual(await sendMails(context, actor), { kind: 'done', sent: 0, deferred: 0, failed: 0, uncertain: 0 });
	assert.equal(context.mailer.letters.length, 1);
	const row = await db
		.selectFrom('mails')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.executeTakeFirstOrThrow();
	assert.deepEqual([row.body_text, row.body_html], ['', '']);
	assert.deepEqual(await countSent(db, organisationId), [{ kind: 'invitation', day: '2026-03-02', count: 1 }]);
});

test('two processes at once send each mail once', async () => {
	const { context, actor, organisationId } = await arrange();
	await queueMails(
		db,
		Array.from({ length: 60 }, (_item, number) => mailFor(organisationId, number))
	);
	await Promise.all([sendMails(context, actor), sendMails(context, actor)]);
	const ids = context.mailer.letters.map((letter) => letter.mailId);
	assert.equal(ids.length, 60);
	assert.equal(new Set(ids).size, 60);
});

test('two processes on one PostgreSQL server send each mail once', async (t) => {
	const outcome = await startPrivateCluster();
	if (outcome.kind === 'unavailable') return t.skip(outcome.reason);
	t.after(() => outcome.cluster.stop());
	const databaseUrl = await outcome.cluster.createDatabase();
	const open = () => openDatabase({ dataDirectory: '/nowhere', databaseUrl, log: silentLog });
	const processes = [await open(), await open()];
	const [first] = processes;
	assert.ok(first);
	await migrate(first, projectMigrations);
	const organisationId = randomUUID();
	await insertOrganisation(first.kysely, {
		id: organisationId,
		name: 'Region',
		isDemonstration: false,
		createdAt: start
	});
	await queueMails(
		first.kysely,
		Array.from({ length: 200 }, (_item, number) => mailFor(organisationId, number))
	);
	const mailer = createMemoryMailer();
	const actor: Actor = { kind: 'system', organisationId };
	const outcomes = await Promise.all(
		processes.map((own) => sendMails({ db: own.kysely, mailer, settings, log: silentLog, now: () => start }, actor))
	);
	for (const own of processes) await own.close();
	const sent = outcomes.map((done) => (done.kind === 'done' ? done.sent : 0));
	assert.equal(
		sent.reduce((sum, count) => sum + count, 0),
		200
	);
	assert.ok(
		sent.every((count) => count > 0),
		`both took part: ${sent.join(' and ')}`
	);
	assert.equal(new Set(mailer.letters.map((letter) => letter.mailId)).size, 200);
});

test('sign-in links go before everything else', async () => {
	const { context, actor, organisationId } = await arrange();
	const earlier = new Date(start.getTime() - 1000);
	await queueMails(db, [
		{ ...mailFor(organisationId, 1), intendedAt: earlier },
		{ ...mailFor(organisationId, 2), kind: 'sign-in' }
	]);
	await sendMails(context, actor);
	assert.deepEqual(
		context.mailer.letters.map((letter) => letter.kind),
		['sign-in', 'invitation']
	);
});

test('while the mail server is dead, mails wait with ever longer pauses, and all are sent when it is back', async () => {
	let isDead = true;
	const { context, actor, organisationId, wait } = await arrange(() => (isDead ? unreachable : { kind: 'sent' }));
	await queueMails(
		db,
		Array.from({ length: 20 }, (_item, number) => mailFor(organisationId, number))
	);
	const first = await sendMails(context, actor);
	assert.ok(first.kind === 'done' && first.sent === 0 && first.deferred >= 1 && first.deferred <= 4);
	assert.equal((await sendMails(context, actor)).kind, 'pausing');
	const [waiting] = (await countWaiting(db, organisationId, context.now())).filter((row) => row.failure !== null);
	assert.equal(waiting?.failure, 'server-unreachable: ECONNREFUSED');
	wait(10_001);
	assert.equal((await sendMails(context, actor)).kind, 'done');
	wait(10_001);
	assert.equal((await sendMails(context, actor)).kind, 'pausing');
	isDead = false;
	wait(120_000);
	assert.deepEqual(await sendMails(context, actor), { kind: 'done', sent: 20, deferred: 0, failed: 0, uncertain: 0 });
});

test('a refused address is a failure that nothing tries again until a person says so', async () => {
	let isRefused = true;
	const refused: Delivery = { kind: 'failed', failure: 'mail-refused', detail: '550 no such user', isFinal: true };
	const { context, actor, organisationId, wait } = await arrange(() => (isRefused ? refused : { kind: 'sent' }));
	await queueMails(db, [mailFor(organisationId, 1), mailFor(organisationId, 2)]);
	assert.deepEqual(await sendMails(context, actor), { kind: 'done', sent: 0, deferred: 0, failed: 2, uncertain: 0 });
	wait(24 * 3_600_000);
	assert.deepEqual(await sendMails(context, actor), { kind: 'done', sent: 0, deferred: 0, failed: 0, uncertain: 0 });
	const failed = await listStuck(db, organisationId, { state: 'failed', at: context.now(), limit: 10 });
	assert.deepEqual(
		failed.map((entry) => entry.failure),
		['mail-refused: 550 no such user', 'mail-refused: 550 no such user']
	);
	isRefused = false;
	assert.equal(await requeueMails(db, organisationId, { state: 'failed', at: context.now() }), 2);
	assert.deepEqual(await sendMails(context, actor), { kind: 'done', sent: 2, deferred: 0, failed: 0, uncertain: 0 });
});

test('a deferred letter does not hold up the others', async () => {
	const { context, actor, organisationId } = await arrange((letter) =>
		letter.mailId.endsWith('-1')
			? { kind: 'failed', failure: 'mail-deferred', detail: '450 later', isFinal: false }
			: { kind: 'sent' }
	);
	await queueMails(db, [mailFor(organisationId, 1), mailFor(organisationId, 2)]);
	assert.deepEqual(await sendMails(context, actor), { kind: 'done', sent: 1, deferred: 1, failed: 0, uncertain: 0 });
});

test("a process that dies between the server's yes and the record leaves the mail uncertain, and it is not sent again", async (t) => {
	let accepted = 0;
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData: (stream, _session, answer) => {
			stream.resume();
			stream.on('end', () => {
				accepted += 1;
				answer();
			});
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	t.after(() => new Promise<void>((resolve) => server.close(resolve)));
	const { port } = server.server.address() as AddressInfo;
	const mailer = createMailer({
		smtpUrl: `smtp://127.0.0.1:${port}`,
		mailFrom: 'a@example.org',
		publicUrl: 'http://localhost',
		dataDirectory: '/nowhere'
	});
	const { context, actor, organisationId, wait } = await arrange();
	await queueMails(db, [mailFor(organisationId, 1)]);

	// What a worker does up to the moment of its death: take, hand over, and no more.
	const taken = await takeMail(db, organisationId, context.now());
	assert.ok(taken);
	const letter = { ...taken, to: taken.recipient, messageKey: messageKeyOf(settings, taken), isDemonstration: false };
	assert.deepEqual(await mailer.deliver(letter), { kind: 'sent' });
	assert.equal(accepted, 1);

	wait(3_600_000);
	const later = { ...context, mailer };
	assert.deepEqual(await sendMails(later, actor), { kind: 'done', sent: 0, deferred: 0, failed: 0, uncertain: 0 });
	assert.equal(accepted, 1);
	const uncertain = await listStuck(db, organisationId, { state: 'uncertain', at: context.now(), limit: 10 });
	assert.deepEqual(
		uncertain.map((entry) => entry.recipient),
		['leader-1@example.org']
	);

	assert.equal(await requeueMails(db, organisationId, { state: 'uncertain', at: context.now() }), 1);
	await sendMails(later, actor);
	assert.equal(accepted, 2);
});

test('an attempt that is still under way is not called uncertain', async () => {
	const { context, organisationId } = await arrange();
	await queueMails(db, [mailFor(organisationId, 1)]);
	await takeMail(db, organisationId, context.now());
	assert.deepEqual(await listStuck(db, organisationId, { state: 'uncertain', at: context.now(), limit: 10 }), []);
	assert.equal((await countWaiting(db, organisationId, context.now()))[0]?.count, 1);
});

test('a crash after an earlier failure is uncertain too', async () => {
	const { context, actor, organisationId, wait } = await arrange(() => unreachable);
	await queueMails(db, [mailFor(organisationId, 1)]);
	await sendMails(context, actor);
	wait(60_000);
	await takeMail(db, organisationId, context.now());
	wait(3_600_000);
	assert.equal((await listStuck(db, organisationId, { state: 'uncertain', at: context.now(), limit: 10 })).length, 1);
	assert.equal((await listStuck(db, organisationId, { state: 'failed', at: context.now(), limit: 10 })).length, 0);
});

test('a sign-in link that nobody can use any more is not sent, and its body is forgotten', async () => {
	const { context, actor, organisationId, wait } = await arrange();
	await queueMails(db, [{ ...mailFor(organisationId, 1), kind: 'sign-in' }]);
	wait(16 * 60_000);
	assert.deepEqual(await sendMails(context, actor), { kind: 'done', sent: 0, deferred: 0, failed: 0, uncertain: 0 });
	const row = await db
		.selectFrom('mails')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.executeTakeFirstOrThrow();
	assert.deepEqual([row.failure, row.body_text], ['mail-expired', '']);
	assert.equal(await requeueMails(db, organisationId, { state: 'failed', at: context.now() }), 0);
});

test('letters of a demonstration are marked as such', async () => {
	const { context, actor, organisationId } = await arrange(undefined, true);
	await queueMails(db, [mailFor(organisationId, 1)]);
	await sendMails(context, actor);
	assert.equal(context.mailer.letters[0]?.isDemonstration, true);
});

test('only the programme lead, the operator and the system may send', async () => {
	const { context, organisationId } = await arrange();
	const committee: Actor = {
		kind: 'person',
		organisationId,
		email: 'c@example.org',
		name: 'C',
		roles: ['committee'],
		leaderId: null,
		isDemonstration: false
	};
	assert.deepEqual(await sendMails(context, committee), { kind: 'forbidden' });
	assert.deepEqual(await sendMails(context, { kind: 'visitor' }), { kind: 'forbidden' });
	assert.equal((await sendMails(context, { ...committee, roles: ['operator'] })).kind, 'done');
});

test('the job sends for every organisation, survives an error, and stops when told', async () => {
	const one = await arrange();
	const two = await arrange();
	await queueMails(db, [mailFor(one.organisationId, 1), mailFor(two.organisationId, 1)]);
	const errors: string[] = [];
	let isBroken = true;
	const context: SendMailsContext = {
		...one.context,
		log: { ...silentLog, error: (event) => errors.push(event) },
		mailer: {
			...one.context.mailer,
			deliver: async (letter) => {
				if (isBroken) {
					isBroken = false;
					throw new Error('the world broke');
				}
				return one.context.mailer.deliver(letter);
			}
		}
	};
	const jobs = await startJobs(
		{ database, log: context.log },
		[{ name: 'send-mails', isWaiting: () => areMailsWaiting(context), run: () => sendMailsOfAll(context) }],
		1
	);
	while (one.context.mailer.letters.length < 1) await new Promise((resolve) => setTimeout(resolve, 2));
	await jobs.stop();
	assert.deepEqual(errors, ['job send-mails']);
	const sentBefore = one.context.mailer.letters.length;
	await queueMails(db, [mailFor(two.organisationId, 9)]);
	await new Promise((resolve) => setTimeout(resolve, 20));
	assert.equal(one.context.mailer.letters.length, sentBefore);
});

async function arrange(answer?: Parameters<typeof createMemoryMailer>[0], isDemonstration = false) {
	const organisationId = randomUUID();
	await insertOrganisation(db, { id: organisationId, name: 'Region Prøve', isDemonstration, createdAt: start });
	let elapsed = 0;
	const mailer = createMemoryMailer(answer);
	const context = { db, mailer, settings, log: silentLog, now: () => new Date(start.getTime() + elapsed) };
	const actor: Actor = { kind: 'system', organisationId };
	return { context, actor, organisationId, wait: (milliseconds: number) => (elapsed += milliseconds) };
}

function mailFor(organisationId: string, number: number): QueuedMail {
	return {
		organisationId,
		mailId: `invitation:round-${number}`,
		kind: 'invitation',
		recipient: `leader-${number}@example.org`,
		subject: 'Otte minutter',
		text: 'https://example.org/survey/abc',
		html: '<p>https://example.org/survey/abc</p>',
		intendedAt: start
	};
}
