// Letters that a reader may refuse, in the language the reader chose, at hours when nobody rests.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queueMails, type QueuedMail } from '#server/database/mails.ts';
import { markUnreachable } from '#server/database/unreachable-addresses.ts';
import { createMemoryMailer } from '#server/mail/memory-mailer.ts';
import { contentsOf } from '../../../../tests/support/older-schemas.ts';
import { openDatedRound, type DatedRound } from '../../../../tests/support/open-dated-round.ts';
import { answerAs } from '../../../../tests/support/answering-leader.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { changeMailChoices, type MailChoices } from './change-mail-choices.ts';
import { readMailChoices } from './read-mail-choices.ts';
import { readOutbox } from './read-outbox.ts';
import { keepRoundClocks } from '../rounds/keep-round-clocks.ts';
import { remindRound } from '../rounds/remind-round.ts';
import { areMailsWaiting, sendMails } from './send-mails.ts';

const visitor = { kind: 'visitor' } as const;
const reader = 'department-1@example.org';

test('an optional letter says where to refuse it, and another does not', async () => {
	const given = await arrange();
	const { context, lead } = given;
	await queueMails(context.db, [letter(given, 'check-in', 1), letter(given, 'plan', 1)]);
	await sendMails(context, lead);
	const of = (kind: string) => context.mailer.letters.find((sent) => sent.kind === kind);
	const [optional, plain] = [of('check-in'), of('plan')];
	assert.match(
		optional?.text ?? '',
		/Tekst\n\n--\n\nDu bestemmer selv.*\n\nVælg dine mails:\nhttp:\/\/localhost:3000\/mail\/[\w-]{100,140}\n$/
	);
	assert.match(optional?.html ?? '', /href="http:\/\/localhost:3000\/mail\/[\w-]{100,140}"/);
	assert.match(optional?.unsubscribeUrl ?? '', /^http:\/\/localhost:3000\/mail\/[\w-]{100,140}\?kind=check-in$/);
	assert.deepEqual([plain?.text, plain?.unsubscribeUrl], ['Tekst\n', undefined]);
});

test('what a reader refuses is neither recorded nor sent, and what waited is forgotten; the rest comes', async () => {
	const given = await arrange();
	const { context, lead } = given;
	const { token, change } = await withToken(given);
	await queueMails(context.db, [letter(given, 'check-in', 2)]);
	assert.deepEqual(await change({ refusesAlso: 'check-in' }), { kind: 'changed' });
	assert.equal(await queueMails(context.db, [letter(given, 'check-in', 3), letter(given, 'booster', 1)]), 1);
	const before = context.mailer.letters.length;
	await sendMails(context, lead);
	assert.deepEqual(
		context.mailer.letters.slice(before).map((sent) => sent.kind),
		['booster']
	);
	const read = await readMailChoices(context, visitor, { token });
	assert.deepEqual(read.kind === 'choices' && read.kinds.filter((one) => !one.isWanted).map((one) => one.kind), [
		'check-in'
	]);
});

test('a reminder leaves no mark: not when it is sent, and not when the other server turns it down for good', async () => {
	const database = await createTestDatabase();
	const { context, lead, roundId } = await openDatedRound(database.kysely);
	await sendMails(context, lead);
	// That a round has reminded is no secret.
	const tables = async () => ({ ...(await contentsOf(database.pool)), rounds: [], round_clocks: [] });
	const before = await tables();
	await remindRound(context, lead, { roundId });
	const refused = { kind: 'failed', failure: 'mail-refused', detail: '550 5.1.1 nobody', isFinal: true } as const;
	const mailer = createMemoryMailer(({ to }) => (to === reader ? refused : { kind: 'sent' }));
	assert.deepEqual(await sendMails({ ...context, mailer }, lead), {
		...{ kind: 'done', sent: 45, deferred: 0, failed: 1, uncertain: 0 }
	});
	assert.ok(mailer.letters.every((sent) => sent.unsubscribeUrl !== undefined));
	assert.deepEqual(await tables(), before);
});

test('whoever has collected between the list and the letter is not reminded, and nothing of that is left', async () => {
	const { context, lead, roundId, turnClockTo } = await openDatedRound((await createTestDatabase()).kysely);
	await sendMails(context, lead);
	const answers = Object.fromEntries((context.instruments[0]?.items ?? []).map((item) => [item.id, 3]));
	const answer = (leaderId: string) =>
		answerAs(context, { organisationId: lead.organisationId, roundId }, { leaderId, answers });
	await remindRound(context, lead, { roundId });
	await answer('department-1');
	assert.deepEqual(await sendMails(context, lead), {
		...{ kind: 'done', sent: 45, deferred: 0, failed: 0, uncertain: 0 }
	});
	assert.deepEqual(await context.db.selectFrom('mails').select('mail_id').where('kind', '=', 'reminder').execute(), []);
	// The second reminder of a leader has a number behind the name.
	turnClockTo('2026-03-13T12:00:00Z');
	await keepRoundClocks(context, { kind: 'system', organisationId: '' });
	await answer('department-2');
	const before = context.mailer.letters.length;
	await sendMails(context, lead);
	const second = context.mailer.letters.slice(before).map(({ to }) => to);
	assert.equal(second.length, 44);
	assert.ok(!second.includes('department-1@example.org') && !second.includes('department-2@example.org'));
});

test('a reminder to an address from which letters came back is not tried, and not kept', async () => {
	const given = await arrange();
	const { context, lead, roundId } = given;
	await markUnreachable(context.db, { ...lead, email: reader }, { reason: '5.1.1' });
	await remindRound(context, lead, { roundId });
	await sendMails(context, lead);
	assert.ok(context.mailer.letters.every((sent) => sent.to !== reader));
	assert.deepEqual(await context.db.selectFrom('mails').select('kind').execute(), []);
});

test('the link stays the same, is of this site alone, and whoever chose nothing has no row', async () => {
	const given = await arrange();
	const { context } = given;
	const { token, change } = await withToken(given);
	assert.equal((await withToken(given)).token, token);
	const foreign = { ...context.settings, secret: 'another secret that is long enough too' };
	assert.deepEqual(await readMailChoices({ ...context, settings: foreign }, visitor, { token }), {
		kind: 'unknown-link'
	});
	assert.ok(!Buffer.from(token, 'base64url').includes('example.org'));
	const rows = () => context.db.selectFrom('mail_preferences').select('email').execute();
	assert.deepEqual(await rows(), []);
	await change({ refusesAlso: 'booster' });
	assert.deepEqual(await rows(), [{ email: reader }]);
});

test('invitations, sign-in and letters about work cannot be refused, and a wrong link changes nothing', async () => {
	const given = await arrange();
	const { change } = await withToken(given);
	for (const kind of ['invitation', 'sign-in', 'proposal', 'plan', 'x'])
		assert.deepEqual(await change({ refusesAlso: kind }), { kind: 'not-optional' }, kind);
	const choices = { language: 'da', refuses: [] } as const;
	assert.deepEqual(await changeMailChoices(given.context, visitor, { token: 'wrong', choices }), {
		kind: 'unknown-link'
	});
	assert.deepEqual(await readMailChoices(given.context, visitor, { token: '' }), { kind: 'unknown-link' });
});

test('whoever wants no reminders gets none, and whoever chose English gets English', async () => {
	const given = await arrange();
	const { context, lead, roundId } = given;
	const { change } = await withToken(given);
	const other = await withToken(given, 'department-2@example.org');
	await change({ language: 'da', refuses: ['reminder'] });
	await other.change({ language: 'en', refuses: [] });
	await remindRound(context, lead, { roundId });
	const before = context.mailer.letters.length;
	await sendMails(context, lead);
	const sent = context.mailer.letters.slice(before);
	assert.equal(sent.length, 45);
	assert.ok(sent.every((mail) => mail.to !== reader));
	assert.deepEqual(
		sent.filter((mail) => mail.subject === 'There is still time: Forår 2026').map((mail) => mail.to),
		['department-2@example.org']
	);
	assert.match(sent.find((mail) => mail.to === 'department-2@example.org')?.text ?? '', /^Dear Leder department-2/);
});

test('at night and at the weekend letters wait, but a link to sign in goes at once', async () => {
	const given = await arrange();
	const { lead, turnClockTo } = given;
	const quiet = { ...given.context, settings: { ...given.context.settings, quietHours: { from: 20, to: 7 } } };
	turnClockTo('2026-03-06T20:00:00Z');
	await queueMails(quiet.db, [letter(given, 'plan', 1), { ...letter(given, 'sign-in', 1), intendedAt: quiet.now() }]);
	assert.equal(await areMailsWaiting(quiet), true);
	await sendMails(quiet, lead);
	assert.deepEqual(
		quiet.mailer.letters.map((sent) => sent.kind),
		['sign-in']
	);
	assert.equal(await areMailsWaiting(quiet), false, 'nothing keeps the job awake');
	const outbox = await readOutbox(quiet, lead, { search: '' });
	assert.deepEqual(outbox.kind === 'outbox' && [outbox.waiting[0]?.waitsUntil, outbox.quietUntil], [
		new Date('2026-03-09T06:00:00Z'),
		new Date('2026-03-09T06:00:00Z')
	]);
	turnClockTo('2026-03-09T06:00:00Z');
	await sendMails(quiet, lead);
	assert.deepEqual(
		quiet.mailer.letters.map((sent) => sent.kind),
		['sign-in', 'plan']
	);
});

test('a clock that is set back by an hour sends nothing again', async () => {
	const given = await arrange();
	const { context, lead, turnClockTo } = given;
	await queueMails(context.db, [letter(given, 'plan', 1)]);
	await sendMails(context, lead);
	turnClockTo('2026-03-02T08:00:00Z');
	assert.equal(await queueMails(context.db, [letter(given, 'plan', 1)]), 0);
	await sendMails(context, lead);
	assert.equal(context.mailer.letters.length, 1);
});

/** An open round whose invitations lie behind it. */
async function arrange(): Promise<DatedRound> {
	const given = await openDatedRound((await createTestDatabase()).kysely);
	await given.context.db.deleteFrom('mails').execute();
	return given;
}

async function withToken(given: DatedRound, email = reader) {
	const { context, lead } = given;
	await queueMails(context.db, [
		{ ...letter(given, 'booster', 0), mailId: `booster:${context.mailer.letters.length}:${email}`, recipient: email }
	]);
	await sendMails(context, lead);
	const token = context.mailer.letters.at(-1)?.unsubscribeUrl?.split('/').at(-1)?.split('?')[0] ?? '';
	const change = (choices: MailChoices | { readonly refusesAlso: string }) =>
		changeMailChoices(context, visitor, { token, choices });
	return { token, change };
}

function letter({ context, lead }: DatedRound, kind: string, number: number): QueuedMail {
	return {
		organisationId: lead.organisationId,
		mailId: `${kind}:${number}`,
		kind,
		recipient: reader,
		subject: 'Emne',
		text: 'Tekst\n',
		html: '<html><body><div>\nTekst\n</div></body></html>\n',
		isOptional: ['check-in', 'booster'].includes(kind),
		intendedAt: context.now()
	};
}
