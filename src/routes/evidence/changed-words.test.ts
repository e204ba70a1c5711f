import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedWords } from './changed-words.ts';

test('only the words that differ are marked, on both sides', () => {
	const before = 'Mere arbejde går sammen med stress.';
	const after = 'Mere arbejde følges ofte med stress.';
	assert.deepEqual(changedWords(before, after), { start: 'Mere arbejde ', changed: 'går sammen', end: ' med stress.' });
	assert.deepEqual(changedWords(after, before), { start: 'Mere arbejde ', changed: 'følges ofte', end: ' med stress.' });
});

test('what was added or taken away stands alone, and nothing is said twice', () => {
	assert.deepEqual(changedWords('a b b c', 'a b c'), { start: 'a b ', changed: 'b ', end: 'c' });
	assert.deepEqual(changedWords('a b c', 'a b b c'), { start: 'a b ', changed: '', end: 'c' });
	assert.deepEqual(changedWords('alt er nyt', ''), { start: '', changed: 'alt er nyt', end: '' });
	assert.deepEqual(changedWords('ens', 'ens'), { start: 'ens', changed: '', end: '' });
});

test('the three parts are the text again', () => {
	for (const [text, other] of [
		['en  to tre', 'en to'],
		['', 'en'],
		['x y x', 'x']
	] as const) {
		const { start, changed, end } = changedWords(text, other);
		assert.equal(start + changed + end, text);
	}
});
