import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Actor, Person } from '#server/actor.ts';
import { queueMails, takeMail } from '#server/database/mails.ts';
import { insertOrganisation } from '#server/database/organisations.ts';
import { silentLog } from '#server/log/log.ts';
import { createMailer, type Mailer } from '#server/mail/mailer.ts';
import { createMemoryMailer } from '#server/mail/memory-mailer.ts';
import { readOutbox, type Outbox } from '#server/use-cases/mail/read-outbox.ts';
import { readOutboxMail } from '#server/use-cases/mail/read-outbox-mail.ts';
import { resendMails } from '#server/use-cases/mail/resend-mails.ts';
import { sendMails } from '#server/use-cases/mail/send-mails.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';

const { kysely: db } = await createTestDatabase();
const start = new Date('2026-03-02T23:30:00Z');

test('each mail stands where it belongs: waiting, sent, failed, uncertain', async () => {
	const mailer = createMemoryMailer((letter) => {
		if (letter.mailId === 'reminder:0')
			return { kind: 'failed', failure: 'mail-refused', detail: '550 no: such user', isFinal: true };
		if (letter.mailId === 'released:0') return { kind: 'failed', failure: 'mail-deferred', detail: '', isFinal: false };
		return { kind: 'sent' };
	});
	const { context, actor, organisationId, wait } = await arrange(mailer);
	await queueFor(organisationId, 'invitation', 1);
	await takeMail(db, organisationId, start);
	wait(600_000);
	await queueFor(organisationId, 'sign-in', 2);
	await queueFor(organisationId, 'reminder', 1);
	await queueFor(organisationId, 'released', 1);
	await sendMails(context, actor);
	const outbox = await read(context, actor);
	assert.deepEqual(outbox.sent, [{ kind: 'sign-in', day: '2026-03-03', count: 2 }]);
	assert.deepEqual(outbox.waiting, [
		{
			kind: 'released',
			count: 1,
			trouble: { code: 'mail-deferred', detail: '' },
			retryAt: new Date(start.getTime() + 660_000),
			waitsUntil: null
		}
	]);
	assert.deepEqual(outbox.failed, [], 'a reminder that is turned down is not kept');
	assert.deepEqual(
		outbox.uncertain.map((mail) => [mail.kind, mail.recipient, mail.trouble]),
		[['invitation', 'invitation-0@example.org', null]]
	);
	assert.equal(outbox.letters, null);
	assert.deepEqual(await resendMails(context, actor, { state: 'uncertain' }), { kind: 'queued', count: 1 });
	assert.deepEqual((await read(context, actor)).uncertain, []);
});

test('of reminders that wait one row is told, and nothing of any of them', async () => {
	const { context, actor, organisationId, wait } = await arrange(
		createMemoryMailer(({ mailId }) => ({
			...{ kind: 'failed', failure: 'mail-deferred', isFinal: false },
			detail: mailId === 'reminder:2' ? '' : `450 <${mailId}@example.org> greylisted`
		}))
	);
	await queueFor(organisationId, 'reminder', 3);
	await sendMails(context, actor);
	const waiting = { kind: 'reminder', count: 3, trouble: null, retryAt: null, waitsUntil: null };
	assert.deepEqual((await read(context, actor)).waiting, [waiting]);
	const rows = await db.selectFrom('mails').select('failure').where('organisation_id', '=', organisationId).execute();
	assert.deepEqual([...new Set(rows.map((row) => row.failure))], ['mail-deferred']);
	wait(60_000);
	await takeMail(db, organisationId, context.now());
	assert.deepEqual((await read(context, actor)).waiting, [waiting], 'one of them under way');
});

test('letters whose links act in the reader’s name are shown to nobody, but those of people who do not exist', async (t) => {
	for (const isDemonstration of [false, true]) {
		const { context, actor, organisationId } = await arrange(folderMailer(t), isDemonstration);
		const kinds = ['sign-in', 'reminder', 'check-in', 'booster', 'dialogue', 'released', 'invitation', 'plan'];
		for (const kind of kinds) await queueFor(organisationId, kind, 1);
		await sendMails(context, actor);
		const shown = isDemonstration
			? ['booster', 'check-in', 'dialogue', 'invitation', 'plan', 'released']
			: ['invitation', 'plan'];
		assert.deepEqual((await read(context, actor)).letters?.map((letter) => letter.kind).toSorted(), shown);
		for (const kind of kinds) {
			const read = (await readOutboxMail(context, actor, { mailId: `${kind}:0` })).kind;
			assert.equal(read, shown.includes(kind) ? 'letter' : 'unknown-letter', kind);
		}
	}
});

test('without a mail server invitations can be read and searched, sign-in letters cannot', async (t) => {
	const { context, actor, organisationId } = await arrange(folderMailer(t));
	await queueFor(organisationId, 'invitation', 60);
	await queueFor(organisationId, 'sign-in', 1);
	await sendMails(context, actor);
	const outbox = await read(context, actor);
	assert.equal(outbox.letters?.length, 50);
	assert.ok(outbox.letters?.every((letter) => letter.kind === 'invitation'));
	assert.deepEqual(
		(await read(context, actor, 'INVITATION-59@')).letters?.map((letter) => letter.mailId),
		['invitation:59']
	);
	assert.deepEqual((await read(context, actor, '%')).letters, []);
	assert.deepEqual((await read(context, actor, '\u0000nobody')).letters, []);
	const letter = await readOutboxMail(context, actor, { mailId: 'invitation:59' });
	assert.equal(letter.kind === 'letter' && letter.text, 'text of invitation:59');
	for (const mailId of ['sign-in:0', 'invitation:99', '../../secret', '\u0000']) {
		assert.deepEqual(await readOutboxMail(context, actor, { mailId }), { kind: 'unknown-letter' }, mailId);
	}
});

test('nobody reads the letters of another organisation', async (t) => {
	const mailer = folderMailer(t);
	const own = await arrange(mailer);
	const other = await arrange(mailer);
	await queueFor(other.organisationId, 'invitation', 1);
	await sendMails(other.context, other.actor);
	assert.deepEqual((await read(own.context, own.actor)).letters, []);
	assert.deepEqual(await readOutboxMail(own.context, own.actor, { mailId: 'invitation:0' }), {
		kind: 'unknown-letter'
	});
});

test('only the programme lead and the operator see the outbox', async () => {
	const { context, organisationId } = await arrange(createMemoryMailer());
	const person: Person = {
		kind: 'person',
		organisationId,
		email: 'p@example.org',
		name: 'P',
		roles: [],
		leaderId: null,
		isDemonstration: false
	};
	for (const role of ['manager', 'committee', 'evidence-editor', 'programme-lead', 'operator'] as const) {
		const actor: Actor = { ...person, roles: [role] };
		const kinds: string[] = [
			(await readOutbox(context, actor, { search: '' })).kind,
			(await readOutboxMail(context, actor, { mailId: 'x' })).kind,
			(await resendMails(context, actor, { state: 'failed' })).kind
		];
		const may = role === 'programme-lead' || role === 'operator';
		assert.deepEqual(
			kinds,
			may ? ['outbox', 'unknown-letter', 'queued'] : ['forbidden', 'forbidden', 'forbidden'],
			role
		);
	}
});

async function arrange(mailer: Mailer, isDemonstration = false) {
	const organisationId = randomUUID();
	await insertOrganisation(db, { id: organisationId, name: 'Region', isDemonstration, createdAt: start });
	let elapsed = 0;
	const { settings } = createTestContext(db);
	const context = {
		db,
		mailer,
		settings,
		instruments: [],
		log: silentLog,
		now: () => new Date(start.getTime() + elapsed)
	};
	const actor: Actor = { kind: 'system', organisationId };
	return { context, actor, organisationId, wait: (milliseconds: number) => (elapsed += milliseconds) };
}

async function queueFor(organisationId: string, kind: string, count: number): Promise<void> {
	const mails = Array.from({ length: count }, (_item, number) => ({
		organisationId,
		mailId: `${kind}:${number}`,
		kind,
		recipient: `${kind}-${number}@example.org`,
		subject: 'Emne',
		text: `text of ${kind}:${number}`,
		html: '<p></p>',
		intendedAt: start
	}));
	await queueMails(db, mails);
}

async function read(context: Parameters<typeof readOutbox>[0], actor: Actor, search = ''): Promise<Outbox> {
	const outbox = await readOutbox(context, actor, { search });
	assert.ok(outbox.kind === 'outbox');
	return outbox;
}

function folderMailer(t: TestContext): Mailer {
	const dataDirectory = mkdtempSync(join(tmpdir(), 'ledertrivsel-outbox-'));
	t.after(() => rmSync(dataDirectory, { recursive: true, force: true }));
	return createMailer({ smtpUrl: null, mailFrom: 'a@example.org', publicUrl: 'http://localhost:3000', dataDirectory });
}
