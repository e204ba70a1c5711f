// Letters that come back: known by their Message-ID, shown with what to do, and sent again when the address is right.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { queueMails } from '#server/database/mails.ts';
import { findUnreachable } from '#server/database/unreachable-addresses.ts';
import { returnedFolderIn } from '#server/mail/returned-folder.ts';
import { deliveryReport } from '../../../../tests/support/delivery-report.ts';
import { openDatedRound, type DatedRound } from '../../../../tests/support/open-dated-round.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { messageKeyOf } from './message-key.ts';
import { readOutbox } from './read-outbox.ts';
import { readReturnedMails } from './read-returned-mail.ts';
import { readRoundClock } from '../rounds/read-round-clock.ts';
import { recordBounce } from './record-bounce.ts';
import { remindRound } from '../rounds/remind-round.ts';
import { reminderId } from '../rounds/reminder-ids.ts';
import { resendMails } from './resend-mails.ts';
import { sendMails } from './send-mails.ts';

const system = { kind: 'system', organisationId: '' } as const;
const recipient = 'department-1@example.org';

test('an invitation that comes back is shown with the reason, and the address is not written to by itself', async () => {
	const { given, bounce, outbox } = await arrange();
	assert.deepEqual(await bounce({ status: '5.1.1' }), { kind: 'recorded', letters: 1, addresses: 1 });
	const [returned] = (await outbox()).bounced;
	assert.deepEqual(
		[returned?.kind, returned?.recipient, returned?.trouble],
		['invitation', recipient, { code: '5.1.1', detail: '550 5.1.1 no such mailbox' }]
	);
	const { context, lead, roundId } = given;
	const clock = await readRoundClock(context, lead, { roundId });
	assert.deepEqual(clock.kind === 'clock' && [clock.invitations.bounced, clock.unreachable], [1, 1]);

	await queueMails(context.db, [letterTo(given, recipient)]);
	const letters = context.mailer.letters.length;
	await sendMails(context, lead);
	assert.equal(context.mailer.letters.length, letters);
	const [failed] = (await outbox()).failed;
	assert.deepEqual(failed?.trouble, { code: 'mail-unreachable', detail: '5.1.1' });
});

test('when the address is corrected the invitation goes to the new one, once, with the same link', async () => {
	const { given, bounce, outbox } = await arrange();
	const { context, lead } = given;
	await bounce({ status: '5.1.1' });
	const before = context.mailer.letters.find((letter) => letter.to === recipient);
	await context.db.updateTable('leaders').set({ email: 'mette@example.org' }).where('email', '=', recipient).execute();
	assert.deepEqual(await resendMails(context, lead, { state: 'bounced' }), { kind: 'queued', count: 1 });
	assert.deepEqual(await resendMails(context, lead, { state: 'bounced' }), { kind: 'queued', count: 0 });
	await sendMails(context, lead);
	const sent = context.mailer.letters.filter((letter) => letter.to === 'mette@example.org');
	assert.equal(sent.length, 1);
	assert.equal(sent[0]?.text, before?.text);
	assert.deepEqual((await outbox()).bounced, []);
});

test('a full mailbox and a delay say nothing of the address', async () => {
	const { given, bounce } = await arrange();
	assert.deepEqual(await bounce({ status: '4.2.2', action: 'delayed' }), { kind: 'nothing-to-record' });
	assert.deepEqual(await bounce({ status: '5.2.2' }), { kind: 'recorded', letters: 1, addresses: 0 });
	assert.equal(await unreachable(given), null);
});

test('a report that names no letter of ours marks at most the last letter to that address, and blocks nothing', async () => {
	const { given, bounce } = await arrange();
	assert.deepEqual(await bounce({ status: '5.1.1', messageId: null }), { kind: 'recorded', letters: 1, addresses: 0 });
	assert.equal(await unreachable(given), null);
	assert.deepEqual(await bounce({ status: '5.1.1', messageId: null, recipient: 'nobody@example.org' }), {
		kind: 'unknown-letter'
	});
});

test('a report silences no colleague: a Message-ID cannot be made up, and the own one proves nothing of another address', async () => {
	const { given, bounce } = await arrange();
	const { lead, roundId } = given;
	const unkeyed = createHash('sha256')
		.update(`${lead.organisationId}/invitation:${roundId}:department-1`)
		.digest('hex');
	for (const key of [unkeyed.slice(0, 32), invitationKey(given, 'department-2')]) {
		await bounce({ status: '5.1.1', messageId: `<${key}@localhost>` });
		assert.equal(await unreachable(given), null);
	}
});

test('a reminder that comes back leaves no trace of who was reminded, whether the report names it or not', async () => {
	const { given, bounce, outbox } = await arrange();
	const { context, lead, roundId } = given;
	await remindRound(context, lead, { roundId });
	await sendMails(context, lead);
	const mailId = reminderId(roundId, 'department-1', 1);
	for (const messageId of [`<${messageKeyOf(context.settings, { ...lead, mailId })}@localhost>`, null]) {
		assert.deepEqual(await bounce({ status: '5.1.1', messageId }), { kind: 'unknown-letter' });
		assert.deepEqual((await outbox()).bounced, []);
		assert.equal(await unreachable(given), null);
	}
});

test('a report that waits in the data directory is read once, and what cannot be read is set aside', async (t) => {
	const { given } = await arrange();
	const dataDirectory = mkdtempSync(join(tmpdir(), 'ledertrivsel-returned-'));
	t.after(() => rmSync(dataDirectory, { recursive: true, force: true }));
	const context = { ...given.context, settings: { ...given.context.settings, dataDirectory } };
	const folder = returnedFolderIn(dataDirectory);
	assert.deepEqual(await folder.list(), []);
	const report = deliveryReport({ recipient, status: '5.1.1', messageId: `<${invitationKey(given)}@localhost>` });
	await folder.put(report);
	await folder.put(report);
	await folder.put(Buffer.from('Kære system'));
	assert.equal((await folder.list()).length, 2);
	await readReturnedMails(context);
	assert.deepEqual(await folder.list(), []);
	assert.equal(readdirSync(join(dataDirectory, 'returned-mail/unread')).length, 1);
	assert.equal(await unreachable(given), '5.1.1');
});

async function arrange() {
	const given = await openDatedRound((await createTestDatabase()).kysely);
	const { context, lead } = given;
	await sendMails(context, lead);
	const own = { recipient, messageId: `<${invitationKey(given)}@localhost>` };
	const bounce = (about: Partial<Parameters<typeof deliveryReport>[0]> & { readonly status: string }) =>
		recordBounce(context, system, { message: deliveryReport({ ...own, ...about }) });
	const outbox = async () => {
		const outcome = await readOutbox(context, lead, { search: '' });
		return outcome.kind === 'outbox' ? outcome : assert.fail(outcome.kind);
	};
	return { given, bounce, outbox };
}

function invitationKey({ context, lead, roundId }: DatedRound, leader = 'department-1'): string {
	return messageKeyOf(context.settings, { ...lead, mailId: `invitation:${roundId}:${leader}` });
}

function letterTo({ context, lead }: DatedRound, email: string) {
	const words = { subject: 'Emne', text: 'Tekst\n', html: '<p>Tekst</p>' };
	const place = { organisationId: lead.organisationId, mailId: `plan:1:${email}`, kind: 'plan', recipient: email };
	return { ...place, ...words, intendedAt: context.now() };
}

function unreachable({ context, lead }: DatedRound) {
	return findUnreachable(context.db, { organisationId: lead.organisationId, email: recipient });
}
