import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftKey, draftStore, newBallot, parseDraft, type Draft } from './draft.ts';

const draft: Draft = { state: 'answering', answers: { a: 1 }, page: 2, ballot: null, instrument: 'i', version: 1 };

test('a draft comes back as it was written', () => {
	const kept = new Map<string, string>();
	const store = draftStore(
		{ getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => void kept.set(key, text) },
		'k'
	);
	assert.equal(store.read(), null);
	assert.equal(store.write(draft), true);
	assert.deepEqual(store.read(), draft);
});

test('a browser that refuses to keep anything is told of, not broken by', () => {
	const refuse = () => {
		throw new Error('full');
	};
	const store = draftStore({ getItem: refuse, setItem: refuse }, 'k');
	assert.equal(store.read(), null);
	assert.equal(store.write(draft), false);
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

test('a ballot is 32 bytes as 64 hexadecimal digits', () => {
	assert.equal(
		newBallot((bytes) => bytes.fill(10)),
		'0a'.repeat(32)
	);
});
