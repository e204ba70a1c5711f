// Drives the main paths, those that go wrong among them, with values that stand nowhere else, and looks for them in the log.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queueMails } from '#server/database/mails.ts';
import { readOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { createLog } from '#server/log/log.ts';
import { createMemoryMailer } from '#server/mail/memory-mailer.ts';
import { answerAs, tokenOf } from '../../../../tests/support/answering-leader.ts';
import { openSmallRound } from '../../../../tests/support/open-small-round.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { applyRetentionOfAll } from '../privacy/apply-retention.ts';
import { closeRound } from '../rounds/close-round.ts';
import { collectBallot } from '../ballots/collect-ballot.ts';
import { continueOpenings } from '../rounds/continue-opening.ts';
import { confirmSignIn } from '../accounts/confirm-sign-in.ts';
import { deletePerson } from '../privacy/delete-person.ts';
import { openDueBallotBoxes } from '../rounds/open-ballot-box.ts';
import { readHealth } from './read-health.ts';
import { releaseRound } from '../releases/release-round.ts';
import { requestSignIn } from '../accounts/request-sign-in.ts';
import { sendMailsOfAll } from '../mail/send-mails.ts';
import { uploadOrganisation } from '../organisation/upload-organisation.ts';

const leaderId = 'department-1-ward-1';
const marks = { name: 'Mærkelig Navnesen', email: 'maerkelig.navnesen@sted.example', answer: 'Særligt svar 8675309' };

test('no name, address, token, answer or key stands in the log, whatever happens', async () => {
	const { kysely: db } = await createTestDatabase();
	const lines: string[] = [];
	const plain = createTestContext(db);
	const log = createLog('debug', (line) => lines.push(line));
	let isRefusing = false;
	const mailer = createMemoryMailer((letter) =>
		isRefusing
			? { kind: 'failed', failure: 'mail-refused', detail: `550 <${letter.to}> unknown`, isFinal: true }
			: { kind: 'sent' }
	);
	const context = { ...plain, log, mailer };
	const { organisationId, roundId, items } = await openSmallRound(context);
	const key = { organisationId, roundId };
	const actor = { kind: 'system', organisationId } as const;
	const organisation = await readOrganisation(db, organisationId);
	const leaders = organisation.leaders.map((leader) =>
		leader.id === leaderId ? { ...leader, name: marks.name, email: marks.email } : leader
	);
	await writeOrganisation(db, organisationId, { ...organisation, leaders }, context.now());
	const token = await tokenOf(context, key, leaderId);

	await db.updateTable('organisations').set({ is_demonstration: false }).execute();
	await continueOpenings(context);
	const letter = { subject: marks.name, text: token, html: token, intendedAt: context.now() };
	await queueMails(db, [
		{ ...letter, organisationId, mailId: `invitation:${marks.name}`, kind: 'invitation', recipient: marks.email }
	]);
	await sendMailsOfAll(context);
	assert.ok(mailer.letters.length > 0);
	isRefusing = true;
	await requestSignIn(context, { kind: 'visitor' }, { email: marks.email, language: 'da', client: marks.email });
	await sendMailsOfAll(context);
	await confirmSignIn(context, { kind: 'visitor' }, { token, client: 'x' });
	await collectBallot(context, { kind: 'visitor' }, { roundId: marks.answer, token, blinded: 'AA' });
	await uploadOrganisation(context, actor, {
		fileName: `${marks.name}.csv`,
		bytes: new TextEncoder().encode(`navn;mail\n${marks.name};${marks.email}\n`),
		mode: 'additions'
	});
	const answers = Object.fromEntries(items.map((item) => [item, 1]));
	for (const leader of leaders.slice(0, 12)) await answerAs(context, key, { leaderId: leader.id, answers });
	await closeRound(context, actor, { roundId });
	await openDueBallotBoxes(context);
	await releaseRound(context, actor, { roundId });
	await deletePerson(context, actor, { person: marks.email, isConfirmed: true });
	await applyRetentionOfAll(context);
	await readHealth(context, actor);
	// Faults of the database, with what was typed in them.
	for (const fault of [
		db.selectFrom('rounds').select('name').where('round_id', '=', marks.answer).execute(),
		db
			.insertInto('memberships')
			.values(
				[marks, marks].map(({ email }) => ({
					organisation_id: organisationId,
					email,
					role: marks.name,
					granted_at: new Date()
				}))
			)
			.execute()
	])
		await fault.catch((error: unknown) =>
			log.error('request failed', error, { route: '/rounds/[round]', method: 'POST' })
		);

	assert.ok(lines.length >= 4, `only ${lines.length} lines`);
	for (const line of lines) assert.doesNotThrow(() => JSON.parse(line), line);
	const secret = Buffer.from(context.roundKeys.read(roundId) ?? [1]).toString('hex');
	for (const mark of [...Object.values(marks), 'navnesen', 'sted.example', '8675309', token])
		assert.deepEqual(
			lines.filter((line) => line.toLowerCase().includes(mark.toLowerCase())),
			[],
			mark
		);
	if (secret.length > 10) assert.ok(!lines.join('').includes(secret));
});
