// kill -9 in the middle of sending, again and again, with a real mail server; afterwards every letter that was meant to be
// sent is accounted for, by what the mail server has and by what the record says.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { queueMails, stuckMails, type QueuedMail } from '#server/database/mails.ts';
import { insertOrganisation } from '#server/database/organisations.ts';
import type { Database } from '#server/database/open-database.ts';
import { messageKeyOf } from '#server/use-cases/mail/message-key.ts';
import { workerSecret } from './mail-secret.ts';

export type MailKills = {
	readonly letters: number;
	readonly kills: number;
	/** At a time. */
	readonly workers: number;
	readonly dataDirectory: string;
	readonly databaseUrl: string | null;
	/** Opens the migrated database; only called while no worker runs where it is embedded. */
	readonly open: () => Promise<Database>;
};

export type Account = {
	/** Recorded as sent, and the server has it. */
	readonly sent: number;
	/** Reminders are forgotten when they are sent: no row, and the server has it. */
	readonly forgotten: number;
	readonly uncertainArrived: number;
	readonly uncertainLost: number;
	readonly waiting: number;
	readonly kills: number;
};

const organisationId = '11111111-1111-4111-8111-111111111111';

/** Throws where a letter came twice, or where one is missing of which the record does not say so. */
export async function killMailWorkers(given: MailKills): Promise<Account> {
	const mails = Array.from({ length: given.letters }, (_none, number) => letter(number));
	await queueAll(given, mails);
	const server = await startServer();
	const kills = await killUntilSent(given, server);
	const database = await given.open();
	try {
		return { ...(await account(database, mails, server.received)), kills };
	} finally {
		await database.close();
		await server.close();
	}
}

function letter(number: number): QueuedMail {
	const kind = number % 5 === 0 ? 'reminder' : 'invitation';
	return {
		organisationId,
		mailId: `${kind}:round:${number}`,
		kind,
		recipient: `leader-${number}@example.org`,
		subject: 'Otte minutter',
		text: 'https://example.org/answer/abc\n'.repeat(20),
		html: '<p>https://example.org/answer/abc</p>',
		intendedAt: new Date('2026-03-02T09:00:00Z')
	};
}

async function queueAll(given: MailKills, mails: readonly QueuedMail[]): Promise<void> {
	const database = await given.open();
	await insertOrganisation(database.kysely, {
		id: organisationId,
		name: 'Region',
		isDemonstration: false,
		createdAt: new Date()
	});
	await queueMails(database.kysely, mails);
	await database.close();
}

async function killUntilSent(given: MailKills, server: Awaited<ReturnType<typeof startServer>>): Promise<number> {
	const start = () => startWorker(given, server.url);
	const workers: Worker[] = await Promise.all(Array.from({ length: given.workers }, start));
	let kills = 0;
	// Another moment each time, mostly while a letter is between the server's hearing and the record.
	while (kills < given.kills && (await hears(server, 3 + ((kills * 7) % 11)))) {
		const victim = kills % given.workers;
		await workers[victim]?.kill();
		kills += 1;
		workers[victim] = await start();
	}
	await hears(server, Infinity);
	await Promise.all(workers.map((worker) => worker.kill()));
	return kills;
}

/** True when so many more letters have come; false when none comes any more. */
async function hears({ received }: { readonly received: ReadonlyMap<string, number> }, more: number): Promise<boolean> {
	const enough = received.size + more;
	let seen = -1;
	for (let heardAt = performance.now(); performance.now() < heardAt + 2000;) {
		if (received.size >= enough) return true;
		if (received.size !== seen) heardAt = performance.now();
		seen = received.size;
		await wait(1);
	}
	return false;
}

type Worker = { readonly kill: () => Promise<void> };

async function startWorker(given: MailKills, smtpUrl: string): Promise<Worker> {
	const program = join(import.meta.dirname, 'mail-worker.ts');
	const places = given.databaseUrl === null ? [] : [given.databaseUrl];
	const child: ChildProcess = spawn(
		process.execPath,
		['--disable-warning=ExperimentalWarning', program, given.dataDirectory, smtpUrl, ...places],
		{ stdio: ['ignore', 'pipe', 'inherit'] }
	);
	const ended = once(child, 'close');
	if (child.stdout === null) throw new Error('the worker has no output');
	await Promise.race([
		once(child.stdout, 'data'),
		ended.then(() => assert.fail('a worker ended before it began to send'))
	]);
	return {
		kill: async () => {
			child.kill('SIGKILL');
			await ended;
		}
	};
}

/** Answers after a while, another one each time: that is when workers die. */
async function startServer() {
	const received = new Map<string, number>();
	let heard = 0;
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		closeTimeout: 10,
		onData: (stream, _session, answer) => {
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => parts.push(part));
			stream.on('end', () => {
				const key = /^Message-ID:\s+<([0-9a-f]{32})@/m.exec(Buffer.concat(parts).toString('latin1'))?.[1];
				// A letter that was cut off in the middle has not come: its end is missing.
				if (key !== undefined && stream.sizeExceeded !== true) received.set(key, (received.get(key) ?? 0) + 1);
				setTimeout(() => answer(), (heard++ * 37) % 60);
			});
		}
	});
	server.on('error', () => {});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.server.address() as AddressInfo;
	const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
	return { url: `smtp://127.0.0.1:${port}`, received, close };
}

async function account(
	{ kysely: db }: Database,
	mails: readonly QueuedMail[],
	received: ReadonlyMap<string, number>
): Promise<Omit<Account, 'kills'>> {
	const twice = [...received.values()].filter((count) => count > 1);
	assert.deepEqual(twice, [], 'letters that came more than once');
	const at = new Date(Date.now() + 10 * 60_000);
	const uncertain = new Set(
		(await stuckMails(db, organisationId, { state: 'uncertain', at }).select('mail_id').execute()).map(
			(row) => row.mail_id
		)
	);
	const rows = new Map((await db.selectFrom('mails').selectAll().execute()).map((row) => [row.mail_id, row] as const));
	const counts = { sent: 0, forgotten: 0, uncertainArrived: 0, uncertainLost: 0, waiting: 0 };
	for (const mail of mails) {
		const row = rows.get(mail.mailId);
		const hasArrived = received.has(messageKeyOf({ secret: workerSecret, dataDirectory: '' }, mail));
		if (row === undefined) {
			assert.ok(mail.kind === 'reminder' && hasArrived, `${mail.mailId} is forgotten, and never arrived`);
			counts.forgotten += 1;
		} else if (row.sent_at !== null) {
			assert.ok(hasArrived, `${mail.mailId} is called sent, and never arrived`);
			counts.sent += 1;
		} else if (uncertain.has(mail.mailId)) {
			counts[hasArrived ? 'uncertainArrived' : 'uncertainLost'] += 1;
		} else {
			assert.equal(row.attempted_at, null, `${mail.mailId} is in no state that anybody is shown`);
			assert.ok(!hasArrived, `${mail.mailId} arrived and would be sent again`);
			counts.waiting += 1;
		}
	}
	assert.equal(
		Object.values(counts).reduce((sum, count) => sum + count, 0),
		mails.length
	);
	return counts;
}
