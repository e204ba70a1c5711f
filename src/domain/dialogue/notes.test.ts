import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNotes, longestNote, noNotes, readNotes } from './notes.ts';
import { dialogueState, isOverdue } from './state.ts';

test('notes may be as empty as they are, and at most two themes are chosen', () => {
	assert.deepEqual(checkNotes(noNotes, []), []);
	const themes = ['a', 'b', 'c'];
	assert.deepEqual(checkNotes({ ...noNotes, themes: ['a', 'b'] }, themes), []);
	assert.deepEqual(checkNotes({ ...noNotes, themes }, themes), ['too-many-themes']);
	assert.deepEqual(checkNotes({ ...noNotes, themes: ['d'] }, themes), ['theme-unknown']);
	assert.deepEqual(checkNotes({ ...noNotes, agreement: 'x'.repeat(longestNote + 1) }, []), ['text-too-long']);
	assert.deepEqual(checkNotes({ ...noNotes, followUpOn: '2026-02-29' }, []), ['follow-up-not-a-day']);
});

test('notes are read back, and what was never written is empty', () => {
	const notes = { themes: ['a'], agreement: 'Æ', owner: 'b', upward: 'c', followUpOn: '2026-05-01' };
	assert.deepEqual(readNotes(JSON.parse(JSON.stringify(notes))), notes);
	for (const odd of [null, 'x', {}, { themes: 'a', agreement: 3 }]) assert.deepEqual(readNotes(odd), noNotes);
});

test('a dialogue is missing six weeks after the release, unless it was held or lies ahead', () => {
	const releasedAt = new Date('2026-03-02T09:00:00Z');
	const at = (days: number) => new Date(releasedAt.getTime() + days * 86_400_000);
	const nothing = { plannedFor: null, heldOn: null };
	assert.equal(isOverdue(nothing, { releasedAt, now: at(41.9) }), false);
	assert.equal(isOverdue(nothing, { releasedAt, now: at(42) }), true);
	assert.equal(isOverdue({ ...nothing, plannedFor: at(50) }, { releasedAt, now: at(45) }), false);
	assert.equal(
		isOverdue({ ...nothing, plannedFor: at(44) }, { releasedAt, now: at(45) }),
		true,
		'planned and not held'
	);
	assert.equal(isOverdue({ plannedFor: null, heldOn: '2026-03-20' }, { releasedAt, now: at(90) }), false);
	assert.equal(dialogueState({ plannedFor: at(3), heldOn: '2026-03-20' }), 'held');
});
