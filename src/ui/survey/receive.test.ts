import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStore, type Ballot, type DraftStore } from './draft.ts';
import { draftKeeper } from './draft-keeper.ts';
import { bringsSomething, receive, type Questions } from './receive.ts';
import type { Transfer } from './transfer.ts';

const planted: Ballot = {
	secret: 'known to somebody',
	prefix: 'p',
	manifestHash: 'h',
	groupId: 'g',
	step: 'collected',
	signature: 'x'
};
const transfer: Transfer = {
	invitation: { token: '0123456789ABCDEF', manifestHash: 'h' },
	draft: { state: 'collected', answers: { a: 5 }, page: 2, changes: null, ballot: planted, isTyped: false }
};

function device(store: DraftStore = memoryStore()) {
	return draftKeeper({
		openStore: () => store,
		instrument: { id: 'i', version: 1 },
		manifestHash: 'h',
		onRefused: assert.fail
	});
}

const notAsked: Questions = { isOwn: assert.fail, whoseAnswers: assert.fail };

test('nothing of a link is used before the leader says that it is the own', async () => {
	const drafts = device();
	const outcome = await receive(drafts, transfer, {
		...notAsked,
		isOwn: async () => {
			assert.equal(drafts.stored(), null, 'nothing is kept while the question stands');
			assert.deepEqual([drafts.now().answers, drafts.now().ballot], [{}, null]);
			return true;
		}
	});
	assert.equal(outcome, 'taken');
	assert.deepEqual([drafts.now().answers, drafts.now().ballot], [{ a: 5 }, planted]);
});

test('a link that is not the own changes nothing, neither answers nor ballot', async () => {
	const given: readonly Readonly<Record<string, number>>[] = [{}, { a: 1 }, { a: 5 }];
	for (const answers of given) {
		const drafts = device();
		drafts.keep({ answers });
		const before = drafts.now();
		assert.equal(await receive(drafts, transfer, { ...notAsked, isOwn: async () => false }), 'declined');
		assert.deepEqual(drafts.now(), before);
		assert.deepEqual(drafts.stored(), before);
	}
});

test('the own link is followed by the question whose answers, where they differ', async () => {
	for (const [choice, answers] of [
		['here', { a: 1 }],
		['arrived', { a: 5 }]
	] as const) {
		const drafts = device();
		drafts.keep({ answers: { a: 1 } });
		const ask = { isOwn: async () => true, whoseAnswers: async () => choice };
		assert.equal(await receive(drafts, transfer, ask), 'taken');
		assert.deepEqual(drafts.now().answers, answers);
		assert.deepEqual(drafts.now().ballot, planted);
	}
});

test('where this device has sent, nothing is asked, also where another tab sends while the question stands', async () => {
	const store = memoryStore();
	const [drafts, other] = [device(store), device(store)];
	other.keep({ answers: { a: 1 } });
	const ask = {
		...notAsked,
		isOwn: async () => {
			other.keep({ state: 'sent', ballot: null });
			return true;
		}
	};
	assert.equal(await receive(drafts, transfer, ask), 'kept');
	assert.equal(drafts.now().state, 'sent');
	assert.equal(await receive(drafts, transfer, notAsked), 'kept');
});

test('the manifest that is kept here stays, whatever came along', async () => {
	const drafts = device();
	await receive(
		drafts,
		{ ...transfer, invitation: { ...transfer.invitation, manifestHash: 'other' } },
		{
			...notAsked,
			isOwn: async () => true
		}
	);
	assert.equal(drafts.now().manifestHash, 'h');
});

test('a link that brings nothing is as good as the invitation’s own', () => {
	assert.equal(bringsSomething(transfer), true);
	assert.equal(bringsSomething({ ...transfer, draft: { ...transfer.draft, answers: {}, ballot: null } }), false);
});
