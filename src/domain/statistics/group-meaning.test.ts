import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupMeaning } from './group-meaning.ts';

const none = { icc1: null, icc2: null, rwgj: null };

test('groups that differ and can be told apart say something about themselves', () => {
	assert.equal(groupMeaning({ ...none, icc1: 0.05, icc2: 0.7 }).difference, 'tells');
	assert.equal(groupMeaning({ ...none, icc1: 0.31, icc2: 0.95 }).difference, 'tells');
});

test('groups that differ but are small only hint', () => {
	assert.equal(groupMeaning({ ...none, icc1: 0.12, icc2: 0.69 }).difference, 'hints');
	assert.equal(groupMeaning({ ...none, icc1: 0.12 }).difference, 'hints');
});

test('groups that hardly differ hardly tell, however steady their means are', () => {
	for (const icc1 of [0.04, 0, -0.1])
		assert.equal(groupMeaning({ ...none, icc1, icc2: 0.8 }).difference, 'hardly-tells');
});

test('agreement has the words of its cuts', () => {
	const wordOf = (rwgj: number) => groupMeaning({ ...none, rwgj }).agreement;
	assert.deepEqual([1, 0.71, 0.7, 0.51, 0.5, 0.31, 0.3, 0].map(wordOf), [
		'strong',
		'strong',
		'moderate',
		'moderate',
		'weak',
		'weak',
		'lacking',
		'lacking'
	]);
});

test('what is not shown says nothing', () => {
	assert.deepEqual(groupMeaning(none), { difference: 'unknown', agreement: 'unknown' });
});

test('the published figures of three scales get the words that their figures call for', () => {
	// lq2002: leadership climate, task significance and hostility in 49 companies of 10 to 99.
	assert.deepEqual(groupMeaning({ icc1: 0.088, icc2: 0.8008, rwgj: 0.8678 }), {
		difference: 'tells',
		agreement: 'strong'
	});
	assert.equal(groupMeaning({ icc1: 0.054, icc2: 0.7041, rwgj: null }).difference, 'tells');
	// bh1996: cohesion in 99 companies; large groups make steady means of little difference.
	assert.equal(groupMeaning({ icc1: 0.0443, icc2: 0.7755, rwgj: null }).difference, 'hardly-tells');
});

test('a figure above 1, or none at all, is the caller’s mistake', () => {
	for (const wrong of [{ icc1: 1.2 }, { icc2: NaN }, { rwgj: 1.01 }])
		assert.throws(() => groupMeaning({ ...none, ...wrong }), RangeError);
});
