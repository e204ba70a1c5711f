import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeManifest } from '#domain/ballot/manifest.ts';
import { answerHouse, manifest, manifestHash, type AnswerHouse } from './answer-house.testing.ts';
import { draftKeeper } from './draft-keeper.ts';
import { memoryStore, type DraftStore } from './draft.ts';
import { ownPlace } from './own-place.ts';

const { instrument, rules } = manifest;
const token = '0123456789ABCDEF';
const otherHouse = () => answerHouse({ manifest: writeManifest({ ...manifest, organisation: 'Et andet hospital' }) });
const otherHash = 'A'.repeat(43);

/** A page that was opened with a link that names a manifest, or with a typed code (null). */
function page(house: AnswerHouse, named: string | null, store: DraftStore = memoryStore()) {
	const drafts = draftKeeper({ openStore: () => store, instrument, manifestHash: named, onRefused: assert.fail });
	const invitation = { token, manifestHash: named };
	const own = ownPlace({ roundId: 'r1', instrument, rules, invitation }, drafts, house.exchange);
	const find = async () => {
		const found = await own.find();
		return found.kind === 'refused' ? found.message : found.kind;
	};
	return { drafts, find };
}

test('after a typed code the first manifest is kept for good, and a person is still to compare', async () => {
	const store = memoryStore();
	const first = page(answerHouse(), null, store);
	assert.equal(await first.find(), 'found');
	assert.equal(store.read()?.manifestHash, manifestHash);
	assert.equal(store.read()?.isTyped, true);
	const again = page(answerHouse(), null, store);
	assert.equal(await again.find(), 'found');
	assert.equal(again.drafts.now().isTyped, true);
	assert.equal(await page(otherHouse(), null, store).find(), 'manifest-hash-differs');
	assert.equal(await page(answerHouse(), otherHash, store).find(), 'manifest-hash-differs');
	assert.equal(store.read()?.manifestHash, manifestHash);
});

test('a link’s manifest is kept as it names it, and nobody has to compare', async () => {
	const { drafts, find } = page(answerHouse(), manifestHash);
	assert.equal(await find(), 'found');
	assert.deepEqual([drafts.now().manifestHash, drafts.now().isTyped], [manifestHash, false]);
	assert.equal(await page(answerHouse(), otherHash).find(), 'manifest-hash-differs');
});

test('the place is asked for once, and another ballot that turns up later is still refused', async () => {
	const house = answerHouse();
	const { drafts, find } = page(house, null);
	await find();
	assert.equal(await find(), 'found');
	assert.equal(house.asked.length, 2);
	const ballot = {
		secret: 's',
		prefix: 'p',
		groupId: 'g1',
		manifestHash: otherHash,
		step: 'collected',
		signature: 'x'
	};
	drafts.keep({ ballot: { ...ballot, step: 'collected' } });
	assert.equal(await find(), 'manifest-hash-differs');
});

test('keeping the manifest does not undo what another tab has answered meanwhile', async () => {
	const store = memoryStore();
	const { find } = page(answerHouse(), null, store);
	const other = page(answerHouse(), null, store);
	other.drafts.keep({ answers: { a: 1 } });
	await find();
	assert.deepEqual(store.read()?.answers, { a: 1 });
	const third = page(answerHouse(), null, store);
	third.drafts.keep({ manifestHash: otherHash });
	assert.equal(await page(answerHouse(), null, store).find(), 'manifest-hash-differs');
});

test('rules other than those the page tells are refused', async () => {
	const drafts = draftKeeper({ openStore: memoryStore, instrument, manifestHash: null, onRefused: assert.fail });
	const question = { roundId: 'r1', instrument, rules: { ...rules, threshold: 3 } };
	const own = ownPlace({ ...question, invitation: { token, manifestHash } }, drafts, answerHouse().exchange);
	assert.deepEqual(await own.find(), { kind: 'refused', message: 'manifest-other-rules' });
	assert.equal(drafts.stored(), null, 'nothing is kept of a manifest that was refused');
});
