import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeManifest } from '#ui/ballot/manifest-check.ts';
import { draftAfter, isUnderWay } from './after-sending.ts';
import { answerHouse, manifest, manifestHash, manifestText } from './answer-house.testing.ts';
import { draftKeeper } from './draft-keeper.ts';
import { draftStore } from './draft.ts';
import { newBallot, sendResponse } from './send-response.ts';

const { instrument, rules } = manifest;
const place = await judgeManifest({
	text: manifestText,
	namedHash: manifestHash,
	roundId: 'r1',
	instrument,
	rules,
	groupId: 'g1'
});

/** A browser's storage, and a page that was opened on it. */
const kept = new Map<string, string>();
const storage = {
	getItem: (key: string) => kept.get(key) ?? null,
	setItem: (key: string, text: string) => void kept.set(key, text)
};
const page = () =>
	draftKeeper({ openStore: () => draftStore(storage, 'k'), instrument, manifestHash, onRefused: assert.fail });

test('a round that closes while a ballot is on its way leaves it, and the page that is opened again sends it', async () => {
	assert.ok(place.kind === 'place');
	const send = (drafts: ReturnType<typeof page>, refuse: Readonly<Record<string, string>>) => {
		const house = answerHouse({ refuse });
		const { ballot } = drafts.now();
		const envelope = new Uint8Array(4096).fill(7);
		const token = '0123456789ABCDEF';
		const { exchange } = house;
		const sending = { roundId: 'r1', token, place, envelope, ballot, keep: drafts.keepBallot, exchange };
		return { house, outcome: sendResponse(sending) };
	};

	const first = page();
	const ballot = first.keepBallot(await newBallot(place));
	for (const [refuse, step] of [
		[{ collect: 'closed' }, 'blinded'],
		[{ submit: 'closed' }, 'collected']
	] as const) {
		const drafts = page();
		const outcome = await send(drafts, refuse).outcome;
		assert.equal(outcome, 'closed');
		drafts.keep(draftAfter(outcome) ?? {});
		const again = page().now();
		assert.deepEqual([again.state, again.ballot?.step, again.ballot?.secret], ['closed', step, ballot.secret]);
		assert.equal(isUnderWay(again), true);
	}

	const later = page();
	assert.equal(await send(later, {}).outcome, 'stored');
	later.keep(draftAfter('stored') ?? {});
	assert.deepEqual([page().now().state, page().now().ballot, isUnderWay(page().now())], ['sent', null, false]);
});

test('nothing goes on by itself before a ballot is collected, and other refusals change nothing', () => {
	const drafts = page().now();
	assert.equal(isUnderWay({ ...drafts, state: 'closed', ballot: null }), false);
	assert.equal(isUnderWay({ ...drafts, state: 'blinded' }), false);
	for (const outcome of ['used', 'alreadyCollected', 'notSigned', 'notAccepted'] as const)
		assert.equal(draftAfter(outcome), null);
});
