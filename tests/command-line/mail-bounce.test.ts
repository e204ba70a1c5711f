// `ledertrivsel mail bounce`, as a mail server calls it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageKeyOf } from '#server/use-cases/mail/message-key.ts';
import { sendMails } from '#server/use-cases/mail/send-mails.ts';
import { runCommand } from '../../tools/ledertrivsel.ts';
import { deliveryReport } from '../support/delivery-report.ts';
import { openDatedRound } from '../support/open-dated-round.ts';
import { createTestDatabase } from '../support/test-database.ts';

const recipient = 'department-1@example.org';

test('a report from a mail server marks the letter, and what cannot be read is told in one line', async () => {
	const { context, lead, roundId } = await openDatedRound((await createTestDatabase()).kysely);
	await sendMails(context, lead);
	const run = async (message: Uint8Array) => {
		let [out, error] = ['', ''];
		const code = await runCommand(['mail', 'bounce'], {
			stdout: { write: (text) => (out += text) },
			stderr: { write: (text) => (error += text) },
			stdin: (async function* () {
				yield message;
			})(),
			environment: {},
			context
		});
		return { code, out, error };
	};
	const mailId = `invitation:${roundId}:department-1`;
	const messageId = `<${messageKeyOf(context.settings, { organisationId: lead.organisationId, mailId })}@localhost>`;
	const done = await run(deliveryReport({ recipient, status: '5.1.1', messageId }));
	assert.deepEqual([done.code, done.error], [0, '']);
	assert.match(done.out, /^returned letters marked: 1;/);
	for (const broken of [
		'',
		'Kære system\n\nTak for mailen.',
		'\u0000\u00ff\u0000',
		'Content-Type: multipart/report; boundary="'
	]) {
		const { code, out, error } = await run(Buffer.from(broken));
		assert.deepEqual([code, out, error.split('\n').length], [1, '', 2], JSON.stringify(broken));
	}
});
