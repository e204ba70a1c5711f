// kill -9 in the middle of an opening and of a close: afterwards it is as before or all done, never half.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { checkRoundKeys } from '#server/use-cases/rounds/check-round-keys.ts';
import { closeRound } from '#server/use-cases/rounds/close-round.ts';
import { continueOpenings } from '#server/use-cases/rounds/continue-opening.ts';
import { prepareDatabase } from '../support/prepared-database.ts';
import { smallOrganisation } from '../support/small-organisation.ts';
import { answeredRound, onDirectory, planRound, startTurning, stateOf } from './turning-points.ts';

const answers = 9;
const invited = smallOrganisation.leaders.length;

test('a close that is killed leaves the box sealed and can be repeated, or is done; the key goes after the commit', async (t) => {
	const directory = await directoryFor(t);
	const key = await onDirectory(directory, (context) => answeredRound(context, answers));
	const sealed = await onDirectory(directory, (context) => stateOf(context, key));
	assert.deepEqual([sealed.sealed, sealed.responses, sealed.hasKeyFile], [answers, 0, true]);

	for (const place of ['reading', 'before-commit']) {
		await startTurning(directory, 'close', place).hasEnded();
		const left = await onDirectory(directory, (context) => stateOf(context, key));
		assert.deepEqual(left, sealed, `killed ${place}: everything is as it was`);
	}
	await startTurning(directory, 'close', 'before-key').hasEnded();
	const closed = await onDirectory(directory, (context) => stateOf(context, key));
	assert.deepEqual(
		{ ...closed },
		{
			...sealed,
			isClosed: true,
			hasInvitationSecret: false,
			signingKeys: 0,
			sealed: 0,
			responses: answers
		},
		'all is opened, and the key is still there'
	);
	await onDirectory(directory, async (context) => {
		// As at every start.
		await checkRoundKeys(context, { kind: 'system', organisationId: '' });
		assert.equal((await stateOf(context, key)).hasKeyFile, false);
		const again = await closeRound(context, { kind: 'system', organisationId: key.organisationId }, key);
		assert.equal(again.kind, 'already-closed');
	});
});

test('a close that is killed at some moment is never half done', async (t) => {
	const directory = await directoryFor(t);
	const key = await onDirectory(directory, (context) => answeredRound(context, answers));
	const process = startTurning(directory, 'close', 'nowhere');
	await process.hasAcknowledged(1);
	await process.kill();
	const left = await onDirectory(directory, (context) => stateOf(context, key));
	t.diagnostic(`killed at once: ${left.sealed} sealed, ${left.responses} opened`);
	assert.deepEqual([left.sealed, left.responses], left.isClosed ? [0, answers] : [answers, 0]);
	assert.ok(left.isClosed || left.hasKeyFile);
	const outcome = await onDirectory(directory, (context) =>
		closeRound(context, { kind: 'system', organisationId: key.organisationId }, key)
	);
	assert.ok(outcome.kind === 'already-closed' || (outcome.kind === 'closed' && outcome.responses === answers));
});

test('an opening that is killed again and again goes on, keeps its keys, and invites everybody once', async (t) => {
	const directory = await directoryFor(t);
	const key = await onDirectory(directory, planRound);
	const made: number[] = [];
	for (const { place, after } of [
		{ place: 'nowhere', after: 2 },
		{ place: 'nowhere', after: 3 },
		{ place: 'before-commit', after: null }
	]) {
		const process = startTurning(directory, 'open', place);
		if (after === null) await process.hasEnded();
		else {
			await process.hasAcknowledged(after);
			await process.kill();
		}
		const left = await onDirectory(directory, (context) => stateOf(context, key));
		assert.deepEqual([left.manifests, left.letters], left.isOpened ? [1, invited] : [0, 0], `killed ${place}`);
		assert.ok(left.hasKeyFile && left.groups > 0);
		assert.ok(left.signingKeys >= (made.at(-1) ?? 0), 'a key that was made is kept');
		made.push(left.signingKeys);
	}
	t.diagnostic(`keys after each kill: ${made.join(', ')}`);
	await onDirectory(directory, async (context) => {
		// As the job does at its turns, and once more.
		await continueOpenings(context);
		await continueOpenings(context);
		const opened = await stateOf(context, key);
		assert.ok(opened.isOpened && opened.hasKeyFile);
		assert.deepEqual(
			[opened.signingKeys, opened.manifests, opened.letters],
			[opened.groups, 1, invited],
			'each is invited once'
		);
	});
});

async function directoryFor(t: TestContext): Promise<string> {
	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-turning-'));
	t.after(() => rmSync(directory, { recursive: true, force: true }));
	await prepareDatabase(join(directory, 'database'));
	return directory;
}
