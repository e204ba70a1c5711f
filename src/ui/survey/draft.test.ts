import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftKey, draftStore, memoryStore, parseDraft, type Ballot, type Draft } from './draft.ts';

const common = { secret: 's', prefix: 'p', manifestHash: 'h', groupId: 'g' };
const blinded: Ballot = { ...common, step: 'blinded', blinded: 'b', inverse: 'i' };
const collected: Ballot = { ...common, step: 'collected', signature: 'x' };
const draft: Draft = {
	state: 'answering',
	answers: { a: 1 },
	page: 2,
	manifestHash: null,
	isTyped: false,
	changes: null,
	ballot: null,
	instrument: 'i',
	version: 1
};

function storage() {
	const kept = new Map<string, string>();
	return {
		kept,
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, text: string) => void kept.set(key, text)
	};
}

test('a draft comes back as it was written, with its ballot on every step', () => {
	const store = draftStore(storage(), 'k');
	assert.equal(store.read(), null);
	for (const written of [
		draft,
		{ ...draft, state: 'blinded', ballot: blinded, changes: [1, 0, -1, null] },
		{ ...draft, state: 'collected', ballot: collected, manifestHash: 'h' },
		{ ...draft, state: 'sent' },
		{ ...draft, isTyped: true, manifestHash: 'h' },
		{ ...draft, state: 'closed' },
		{ ...draft, state: 'closed', ballot: blinded },
		{ ...draft, state: 'closed', ballot: collected }
	] as const) {
		assert.equal(store.write(written), true);
		assert.deepEqual(store.read(), written);
	}
});

test('a draft of the first version keeps its answers, and begins anew with its ballot', () => {
	const first = {
		state: 'collected',
		answers: { a: 1 },
		page: 2,
		ballot: '0a'.repeat(32),
		instrument: 'i',
		version: 1
	};
	assert.deepEqual(parseDraft(JSON.stringify(first)), draft);
	assert.deepEqual(parseDraft(JSON.stringify({ ...first, state: 'sent' })), { ...draft, state: 'sent' });
	assert.deepEqual(parseDraft(JSON.stringify({ ...first, state: 'closed' })), { ...draft, state: 'closed' });
});

test('a ballot that lacks a part is none, and the state says so', () => {
	for (const ballot of [null, {}, { ...blinded, inverse: 1 }, { ...collected, secret: undefined }])
		assert.deepEqual(parseDraft(JSON.stringify({ format: 2, ...draft, state: 'collected', ballot })), draft);
});

test('the ballot is forgotten when the answers have arrived', () => {
	const text = JSON.stringify({ format: 2, ...draft, state: 'sent', ballot: collected });
	assert.equal(parseDraft(text)?.ballot, null);
});

test('a browser that refuses to keep anything is told of, not broken by', () => {
	const refuse = () => {
		throw new Error('full');
	};
	const store = draftStore({ getItem: refuse, setItem: refuse }, 'k');
	assert.equal(store.read(), null);
	assert.equal(store.write(draft), false);
});

test('in memory a draft is there as long as the page is', () => {
	const store = memoryStore();
	assert.equal(store.read(), null);
	assert.equal(store.write(draft), true);
	assert.deepEqual(store.read(), draft);
	assert.equal(memoryStore().read(), null);
});

test('what is not a draft of ours is no draft', () => {
	for (const text of [
		'',
		'{',
		'null',
		'[]',
		'{"state":"done"}',
		JSON.stringify({ ...draft, page: 'x' }),
		JSON.stringify({ ...draft, answers: null })
	]) {
		assert.equal(parseDraft(text), null, text);
	}
	assert.deepEqual(parseDraft(JSON.stringify({ ...draft, answers: { a: 1, b: 'x' } }))?.answers, { a: 1 });
});

test('two leaders who share a computer have two drafts', () => {
	assert.notEqual(draftKey('r', 'one'), draftKey('r', 'two'));
});
