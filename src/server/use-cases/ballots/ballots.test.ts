// What an invitation can be exchanged for, what a ballot is good for, and what is left of both after the close.
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { Actor } from '#server/actor.ts';
import { countInvitations } from '#server/database/invitations.ts';
import { findRound, listReportingGroups, markRound } from '#server/database/rounds.ts';
import { createSubmissions } from '#server/database/submissions.ts';
import { forEachDatabase } from '../../../../tests/support/each-database.ts';
import {
	answerAs,
	blindBallot,
	collect,
	finish,
	sealed,
	signedBallot,
	signWith,
	tokenOf
} from '../../../../tests/support/answering-leader.ts';
import { openSmallRound } from '../../../../tests/support/open-small-round.ts';
import { createTestContext, roundKeysInMemory, type TestContext } from '../../../../tests/support/test-context.ts';
import { checkRoundKeys } from '../rounds/check-round-keys.ts';
import { closeRound } from '../rounds/close-round.ts';
import { collectBallot } from './collect-ballot.ts';
import { confirmKeyHalf } from '../rounds/confirm-key-half.ts';
import { continueOpening, continueOpenings } from '../rounds/continue-opening.ts';
import { createRound } from '../rounds/create-round.ts';
import { openBallotBox, openDueBallotBoxes } from '../rounds/open-ballot-box.ts';
import { openRound } from '../rounds/open-round.ts';
import { readInvitation } from './read-invitation.ts';
import { readManifest } from './read-manifest.ts';
import { readRoundKey } from '../rounds/read-round-key.ts';
import { releaseRound } from '../releases/release-round.ts';
import { restoreRoundKey } from '../rounds/restore-round-key.ts';
import { submitResponse } from './submit-response.ts';

const visitor: Actor = { kind: 'visitor' };

forEachDatabase('a ballot', (open) => {
	test('is signed unseen, and counts once however often it is sent', async () => {
		const { context, key, director } = await arrange(open);
		const ballot = await collect(context, key, director);
		const response = await sealed(context, key, { ...ballot, answers: answersOf(context, 3) });
		const same = await Promise.all(Array.from({ length: 8 }, () => submitResponse(context, visitor, response)));
		assert.deepEqual(same, Array(8).fill({ kind: 'stored' }));
		const other = await sealed(context, key, { ...ballot, answers: answersOf(context, 4) });
		assert.deepEqual(await submitResponse(context, visitor, other), { kind: 'used' });
		const [row] = await context.db.selectFrom('ballot_box').selectAll().execute();
		assert.deepEqual(Object.keys(row ?? {}).sort(), [
			'ballot_hash',
			'group_id',
			'organisation_id',
			'round_id',
			'sealed'
		]);
		assert.deepEqual(await closeRound(context, lead(key), key), {
			kind: 'closed',
			responses: 1,
			unreadable: 0,
			stuffed: []
		});
		const [answered] = await context.db.selectFrom('responses').selectAll().execute();
		assert.deepEqual(answered?.answers, Object.values(answersOf(context, 3)));
		assert.notDeepEqual(answered?.response_key, createHash('sha256').update(ballot.ballot).digest());
	});

	test('is collected again with the same blinded value, and refused with another', async () => {
		const { context, key, director } = await arrange(open);
		const { token, group } = director;
		const blinded = await blindBallot(context, key, group);
		const ask = (value: string) => collectBallot(context, visitor, { roundId: key.roundId, token, blinded: value });
		const first = await ask(blinded.blinded);
		if (first.kind !== 'collected') return assert.fail(first.kind);
		assert.deepEqual(await ask(blinded.blinded), first);
		const other = await blindBallot(context, key, group);
		assert.deepEqual(await ask(other.blinded), { kind: 'already-collected' });
		await finish(context, key, { group, ...blinded, signature: first.signature });
		assert.equal((await countInvitations(context.db, key)).collected, 1);
	});

	test('is not signed for what is no number below the modulus', async () => {
		const { context, key, director } = await arrange(open);
		for (const blinded of ['', 'AA', '+', Buffer.alloc(256, 255).toString('base64url'), 'A'.repeat(1000)]) {
			const outcome = await collectBallot(context, visitor, { ...key, token: director.token, blinded });
			assert.deepEqual(outcome, { kind: 'not-a-blinded-value' }, blinded.slice(0, 10));
		}
		assert.equal((await countInvitations(context.db, key)).collected, 0);
		const unknown = { ...key, token: '0000-0000-0000-0000', blinded: Buffer.alloc(256).toString('base64url') };
		assert.deepEqual(await collectBallot(context, visitor, unknown), { kind: 'unknown-invitation' });
		assert.deepEqual(await readInvitation(context, visitor, unknown), { kind: 'unknown-invitation' });
		await collect(context, key, director);
		const again = { ...key, token: director.token, blinded: 'AA' };
		assert.deepEqual(await collectBallot(context, visitor, again), { kind: 'not-a-blinded-value' }, 'tells nothing');
	});

	test('is worth nothing when it is forged, or signed for another group or another round', async () => {
		const { context, key, director } = await arrange(open);
		const answers = answersOf(context, 2);
		const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
		const forged = await sealed(context, key, { ...signWith(privateKey, director.group), answers });
		assert.deepEqual(await submitResponse(context, visitor, forged), { kind: 'not-a-ballot' });

		const groups = await listReportingGroups(context.db, key);
		const other = groups.find((group) => group.id !== director.group)?.id ?? '';
		const ballot = await signedBallot(context, key, director.group);
		const elsewhere = await sealed(context, key, { ...ballot, group: other, answers });
		assert.deepEqual(await submitResponse(context, visitor, elsewhere), { kind: 'not-a-ballot' });

		const second = await anotherRound(context, key);
		const moved = await sealed(context, second, { ...ballot, answers });
		assert.deepEqual(await submitResponse(context, visitor, moved), { kind: 'not-a-ballot' });
		const good = await sealed(context, key, { ...ballot, answers });
		assert.deepEqual(await submitResponse(context, visitor, { ...good, manifest: moved.manifest }), {
			kind: 'other-manifest'
		});
		assert.deepEqual(await submitResponse(context, visitor, { ...good, sealed: good.sealed.slice(4) }), {
			kind: 'not-readable'
		});
		assert.deepEqual(await submitResponse(context, visitor, { ...good, group: 'nobody' }), { kind: 'not-a-ballot' });
		assert.equal((await context.db.selectFrom('ballot_box').selectAll().execute()).length, 0);
		assert.deepEqual(await submitResponse(context, visitor, good), { kind: 'stored' });
	});

	test('whose answers do not open or do not fit is counted as unreadable, and the others stand', async () => {
		const { context, key, director } = await arrange(open);
		const ballot = await signedBallot(context, key, director.group);
		const response = await sealed(context, key, { ...ballot, answers: answersOf(context, 2) });
		const another = await signedBallot(context, key, director.group);
		const moved = await sealed(context, key, { ...another, answers: answersOf(context, 2) });
		// Sealed for one ballot and sent under another.
		assert.deepEqual(await submitResponse(context, visitor, { ...moved, sealed: response.sealed }), { kind: 'stored' });
		const wild = await sealed(context, key, {
			...(await signedBallot(context, key, director.group)),
			answers: { 'workload-1': 6 }
		});
		assert.deepEqual(await submitResponse(context, visitor, wild), { kind: 'stored' });
		await answerAs(context, key, { leaderId: 'director', answers: answersOf(context, 1) });
		const outcome = await closeRound(context, lead(key), key);
		assert.deepEqual(outcome, { kind: 'closed', responses: 1, unreadable: 2, stuffed: [director.group] });
	});

	test('that cannot be read like many others leaves the box shut until somebody says otherwise', async () => {
		const { context, key } = await arrange(open);
		for (const leaderId of ['director', 'department-1', 'department-2', 'department-3'])
			await answerAs(context, key, { leaderId, answers: answersOf(context, 2) });
		// Every seal is bound to the list: one statement would make all of them unreadable.
		const { manifest_hash: before } = await context.db.selectFrom('manifests').selectAll().executeTakeFirstOrThrow();
		const setHash = (hash: Buffer) => context.db.updateTable('manifests').set({ manifest_hash: hash }).execute();
		await setHash(Buffer.alloc(32));
		assert.deepEqual(await closeRound(context, lead(key), key), {
			kind: 'too-many-unreadable',
			responses: 0,
			unreadable: 4
		});
		assert.equal((await context.db.selectFrom('ballot_box').selectAll().execute()).length, 4);
		assert.notEqual(context.roundKeys.read(key.roundId), null);
		await setHash(before);
		// Found once is enough: the clock does not read it again, it waits for a person.
		await openDueBallotBoxes({ ...context, log: { ...context.log, info: () => assert.fail('opened by itself') } });
		assert.equal((await findRound(context.db, key))?.unreadable, 4);
		const outcome = await openBallotBox(context, lead(key), { roundId: key.roundId });
		assert.deepEqual(outcome.kind === 'closed' && [outcome.responses, outcome.unreadable], [4, 0]);
	});

	test('too many in the box is found at the close and published', async () => {
		const { context, key, director } = await arrange(open);
		await answerAs(context, key, { leaderId: 'director', answers: answersOf(context, 1) });
		const stuffed = await signedBallot(context, key, director.group);
		const response = await sealed(context, key, { ...stuffed, answers: answersOf(context, 5) });
		assert.deepEqual(await submitResponse(context, visitor, response), { kind: 'stored' });
		const outcome = await closeRound(context, lead(key), key);
		assert.deepEqual(outcome.kind === 'closed' && outcome.stuffed, [director.group]);
		const manifest = await readManifest(context, visitor, key);
		assert.deepEqual(manifest.kind === 'manifest' && manifest.counts?.stuffed, [director.group]);
		assert.deepEqual(await releaseRound(context, lead(key), key), { kind: 'stuffed', groups: [director.group] });
	});

	test('that was handed out before the closing is taken until the box is opened, and none is handed out', async () => {
		const { context: early, key, director } = await arrange(open);
		const graceMilliseconds = 15 * 60_000;
		let at = early.now();
		const now = () => at;
		const context: TestContext = {
			...early,
			now,
			submissions: createSubmissions(early.db, { now, graceMilliseconds }),
			settings: { ...early.settings, closeGraceMilliseconds: graceMilliseconds }
		};
		await context.db.updateTable('organisations').set({ is_demonstration: false }).execute();
		const ballot = await collect(context, key, director);
		const lost = {
			token: await tokenOf(context, key, 'department-2'),
			blinded: Buffer.alloc(256, 1).fill(0, 0, 1).toString('base64url')
		};
		assert.equal((await collectBallot(context, visitor, { ...key, ...lost })).kind, 'collected');
		const closing = await closeRound(context, lead(key), key);
		assert.equal(closing.kind, 'closing');
		const late = await tokenOf(context, key, 'department-1');
		const blinded = Buffer.alloc(256).toString('base64url');
		assert.deepEqual(await collectBallot(context, visitor, { ...key, token: late, blinded }), { kind: 'closed' });
		assert.deepEqual(await readInvitation(context, visitor, { ...key, token: late }), { kind: 'closed' });
		assert.equal((await openBallotBox(context, lead(key), key)).kind, 'not-yet');
		// Whose signature was lost on the way back gets it again.
		assert.equal(
			(await collectBallot(context, visitor, { ...key, token: lost.token, blinded: lost.blinded })).kind,
			'collected'
		);
		at = new Date(at.getTime() + 14 * 60_000);
		const response = await sealed(context, key, { ...ballot, answers: answersOf(context, 2) });
		assert.deepEqual(await submitResponse(context, visitor, response), { kind: 'stored' });
		at = new Date(at.getTime() + 60_000);
		const tooLate = await sealed(context, key, {
			...(await signedBallot(context, key, director.group)),
			answers: answersOf(context, 2)
		});
		assert.deepEqual(await submitResponse(context, visitor, tooLate), { kind: 'closed' });
		assert.deepEqual(await submitResponse(context, visitor, response), { kind: 'stored' }, 'it lies there already');
		const closed = await closeRound(context, lead(key), key);
		assert.deepEqual(closed.kind === 'closed' && closed.responses, 1);
		assert.deepEqual(await submitResponse(context, visitor, response), { kind: 'closed' });
	});

	test('is forgotten at the close with every key and everything that told an order', async () => {
		const { context, key } = await arrange(open);
		for (const leaderId of ['director', 'department-1', 'department-2'])
			await answerAs(context, key, { leaderId, answers: answersOf(context, 2) });
		await closeRound(context, lead(key), key);
		assert.equal((await context.db.selectFrom('ballot_box').selectAll().execute()).length, 0);
		const invitations = await context.db.selectFrom('invitations').selectAll().execute();
		assert.ok(invitations.every((invitation) => invitation.blinded_hash === null && !invitation.is_collected));
		const groups = await context.db.selectFrom('reporting_groups').selectAll().execute();
		assert.ok(groups.every((group) => group.signing_key === null && group.public_key !== null));
		const round = await context.db.selectFrom('rounds').selectAll().executeTakeFirstOrThrow();
		assert.equal(round.invitation_secret, null);
		assert.equal(context.roundKeys.read(key.roundId), null);
		const [response] = await context.db.selectFrom('responses').selectAll().execute();
		assert.deepEqual(Object.keys(response ?? {}).sort(), [
			'answers',
			'changes',
			'group_id',
			'organisation_id',
			'response_key',
			'round_id'
		]);
	});
});

forEachDatabase('a manifest', (open) => {
	test('is the text that is hashed, names every group, and is chained to the one before', async () => {
		const { context, key } = await arrange(open);
		const first = await readManifest(context, visitor, key);
		if (first.kind !== 'manifest') return assert.fail(first.kind);
		assert.equal(createHash('sha256').update(first.content).digest('base64url'), first.hash);
		assert.equal(first.manifest.previous, null);
		assert.equal(new Set(first.manifest.groups.map((group) => group.key)).size, first.manifest.groups.length);
		assert.equal(
			first.manifest.groups.reduce((sum, group) => sum + group.invited, 0),
			46
		);
		const second = await readManifest(context, visitor, await anotherRound(context, key));
		assert.equal(second.kind === 'manifest' && second.manifest.previous, first.hash);
	});
});

forEachDatabase('an opening', (open) => {
	test('in trouble holds up no other', async () => {
		const { context, key } = await arrange(open);
		const [broken, sound] = [await plannedRound(context, key), await plannedRound(context, key)];
		for (const one of [broken, sound]) await openRound(context, lead(key), { ...one, patienceMilliseconds: 0 });
		// Of two that wait, the one without its invitations' secret cannot be opened.
		const waiting = { opened_at: null, preparing_at: new Date(0) };
		await context.db.updateTable('rounds').set(waiting).where('round_id', '=', broken.roundId).execute();
		await context.db
			.updateTable('rounds')
			.set({ ...waiting, preparing_at: context.now() })
			.where('round_id', '=', sound.roundId)
			.execute();
		await context.db
			.updateTable('rounds')
			.set({ invitation_secret: null })
			.where('round_id', '=', broken.roundId)
			.execute();
		await context.db.deleteFrom('manifests').where('round_id', 'in', [broken.roundId, sound.roundId]).execute();
		const troubles: string[] = [];
		const log = { ...context.log, error: (event: string) => void troubles.push(event) };
		while ((await findRound(context.db, sound))?.openedAt === null && troubles.length < 20)
			await continueOpenings({ ...context, log });
		assert.notEqual((await findRound(context.db, sound))?.openedAt, null);
		assert.equal((await findRound(context.db, broken))?.openedAt, null);
		assert.ok(troubles.includes('round-opening'));
	});

	test('that the job finishes first shows its words all the same', async () => {
		const { context, key } = await arrange(open);
		const next = await plannedRound(context, key);
		let isDone = false;
		const job = (async () => {
			while (!isDone) {
				await continueOpenings(context);
				// The database of a test answers without a turn of the event loop, which the making of keys needs.
				await setImmediate();
			}
		})();
		const opened = await openRound(context, lead(key), { ...next, patienceMilliseconds: 30_000 }).finally(
			() => (isDone = true)
		);
		await job;
		if (opened.kind !== 'opened') return assert.fail(opened.kind);
		assert.equal(opened.words.split(' ').length, 24);
		assert.equal(opened.invited, 46);
	});
});

forEachDatabase("a round's key", (open) => {
	test('that is missing is told at once, and comes back with the words on paper', async () => {
		const { context, key } = await arrange(open);
		const read = await readRoundKey(context, lead(key), key);
		if (read.kind !== 'in-file') return assert.fail(read.kind);
		assert.deepEqual(await checkRoundKeys(context, lead(key)), { kind: 'checked', rounds: 1, missing: [] });
		context.roundKeys.destroy(key.roundId);
		await context.db
			.insertInto('memberships')
			.values({
				organisation_id: key.organisationId,
				email: 'lead@example.org',
				role: 'programme-lead',
				granted_at: context.now()
			})
			.execute();
		assert.deepEqual(await checkRoundKeys(context, lead(key)), {
			kind: 'checked',
			rounds: 1,
			missing: [key.roundId]
		});
		await checkRoundKeys(context, lead(key));
		const mails = await context.db.selectFrom('mails').selectAll().where('kind', '=', 'round-key-missing').execute();
		assert.deepEqual(
			mails.map((mail) => mail.recipient),
			['lead@example.org'],
			'once a day'
		);
		assert.equal((await readRoundKey(context, lead(key), key)).kind, 'missing');
		assert.deepEqual(await closeRound(context, lead(key), key), { kind: 'key-missing' });
		const words = read.words.split(' ');
		const slipped = [...words.slice(1), words[0]].join(' ');
		const restore = (text: string) => restoreRoundKey(context, lead(key), { roundId: key.roundId, words: text });
		assert.deepEqual(await restore(slipped), { kind: 'not-words' });
		assert.deepEqual(await restore(read.words.toUpperCase()), { kind: 'restored' });
		assert.deepEqual(await checkRoundKeys(context, lead(key)), { kind: 'checked', rounds: 1, missing: [] });
		assert.equal((await closeRound(context, lead(key), key)).kind, 'closed');
	});

	test('in two halves is forgotten here when both were typed back, and neither half opens the box alone', async () => {
		const { context, key } = await arrange(open);
		const second = await plannedRound(context, key);
		const split = { roundId: second.roundId, custody: 'split' as const };
		assert.deepEqual(await openRound(context, lead(key), split), { kind: 'no-committee' });
		for (const [email, role] of [
			['lead@example.org', 'programme-lead'],
			['committee@example.org', 'committee']
		] as const)
			await context.db
				.insertInto('memberships')
				.values({ organisation_id: key.organisationId, email, role, granted_at: context.now() })
				.execute();
		const opening = await openRound(context, lead(key), split);
		assert.equal(opening.kind, 'preparing');
		// Pressed twice: nothing is lost.
		assert.deepEqual(await openRound(context, lead(key), split), { kind: 'already-open' });
		const one = await halfOf(context, person(key, 'programme-lead'), second);
		const other = await halfOf(context, person(key, 'committee'), second);
		assert.notEqual(one, other);
		assert.equal(await halfOf(context, person(key, 'programme-lead'), second), one, 'the same at every look');
		const confirm = (role: 'programme-lead' | 'committee', words: string) =>
			confirmKeyHalf(context, person(key, role), { roundId: second.roundId, words });
		assert.deepEqual(await confirm('programme-lead', other), { kind: 'other-words' });
		assert.deepEqual(await confirm('programme-lead', `${one} x`), { kind: 'not-words' });
		assert.deepEqual(await confirm('programme-lead', one), { kind: 'confirmed', isComplete: false });
		const turn = () => continueOpening(context, lead(key), { roundId: second.roundId, milliseconds: 5000 });
		assert.equal((await turn()).kind, 'preparing');
		assert.notEqual(context.roundKeys.read(second.roundId), null);
		assert.deepEqual(await confirm('committee', other), { kind: 'confirmed', isComplete: true });
		assert.equal(context.roundKeys.read(second.roundId), null);
		assert.equal((await turn()).kind, 'opened');

		await answerAs(context, second, { leaderId: 'director', answers: answersOf(context, 2) });
		assert.deepEqual(await closeRound(context, lead(key), second), { kind: 'key-split' });
		const openWith = (words: readonly string[]) =>
			openBallotBox(context, lead(key), { roundId: second.roundId, words });
		assert.deepEqual(await openWith([one]), { kind: 'words-wrong' });
		assert.deepEqual(await openWith([other]), { kind: 'words-wrong' });
		assert.deepEqual(await openWith([one, one]), { kind: 'words-wrong' });
		const outcome = await openWith([other, one]);
		assert.deepEqual(outcome.kind === 'closed' && outcome.responses, 1);
	});

	test('that was left behind by a process that died after the close is removed at the next start', async () => {
		const { context, key } = await arrange(open);
		const secret = context.roundKeys.read(key.roundId);
		if (secret === null) return assert.fail('the round has no key');
		await markRound(context.db, key, 'closed_at', context.now());
		assert.notEqual(context.roundKeys.read(key.roundId), null);
		await checkRoundKeys(context, lead(key));
		assert.equal(context.roundKeys.read(key.roundId), null);
	});
});

async function arrange(open: () => Promise<{ readonly kysely: TestContext['db'] }>) {
	const { kysely } = await open();
	const context: TestContext = { ...createTestContext(kysely), roundKeys: roundKeysInMemory() };
	const { organisationId, roundId } = await openSmallRound(context);
	const key = { organisationId, roundId };
	const token = await tokenOf(context, key, 'director');
	const invitation = await readInvitation(context, visitor, { roundId, token });
	if (invitation.kind !== 'invitation') return assert.fail(invitation.kind);
	return { context, key, director: { token, group: invitation.group } };
}

type Key = { readonly organisationId: string; readonly roundId: string };

function person({ organisationId }: Key, role: 'programme-lead' | 'committee'): Actor {
	const [email, name, leaderId] = [`${role}@example.org`, role, null];
	return { kind: 'person', organisationId, email, name, roles: [role], leaderId, isDemonstration: false };
}

async function halfOf(context: TestContext, actor: Actor, { roundId }: Key): Promise<string> {
	const read = await readRoundKey(context, actor, { roundId });
	return read.kind === 'half' ? read.words : assert.fail(read.kind);
}

function lead({ organisationId }: Key): Actor {
	return { kind: 'system', organisationId };
}

async function plannedRound(context: TestContext, key: Key): Promise<Key> {
	const created = await createRound(context, lead(key), {
		name: 'Næste måling',
		instrumentId: 'ledertrivsel-1',
		scopeUnitId: null,
		opensOn: '2026-03-02',
		closesOn: '2026-03-16'
	});
	if (created.kind !== 'created') return assert.fail(created.kind);
	return { organisationId: key.organisationId, roundId: created.roundId };
}

async function anotherRound(context: TestContext, key: Key): Promise<Key> {
	const next = await plannedRound(context, key);
	assert.equal((await openRound(context, lead(key), next)).kind, 'opened');
	return next;
}

function answersOf(context: TestContext, value: number): Record<string, number> {
	return Object.fromEntries(
		(context.instruments[0]?.items ?? []).map((item, index) => [item.id, 1 + ((value + index) % 5)])
	);
}
