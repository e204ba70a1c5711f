import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openedLink } from './opened-link.ts';

const sentAt = new Date('2026-03-18T08:00:00Z');
const after = (minutes: number) => new Date(sentAt.getTime() + minutes * 60_000);
const first = { given: 'done', sentAt, before: null, byOpening: null, isStepDone: false } as const;
const said = { kind: 'done', at: after(30) } as const;

test('an opened link answers by itself, but not in the minutes after the letter was sent', () => {
	assert.deepEqual(openedLink({ ...first, at: after(10) }), { kind: 'record' });
	assert.deepEqual(openedLink({ ...first, at: after(9.9) }), { kind: 'ask', why: 'just-sent' });
	assert.deepEqual(openedLink({ ...first, at: after(-60) }), { kind: 'ask', why: 'just-sent' });
});

test('another link of the letter, opened right after, takes the answer back and from then on all ask', () => {
	const second = { ...first, given: 'stuck', before: said } as const;
	const takenBack = { kind: 'take-back', why: 'two-links' };
	assert.deepEqual(openedLink({ ...second, byOpening: 'answered', at: after(31.9) }), takenBack);
	assert.deepEqual(openedLink({ ...second, byOpening: 'answered', at: after(32) }), {
		kind: 'ask',
		why: 'said-before'
	});
	const third = { ...first, byOpening: 'taken-back', at: after(90) } as const;
	assert.deepEqual(openedLink(third), { kind: 'ask', why: 'two-links' });
});

test('what somebody pressed is never changed by an opened link, nor is a step that is done made undone', () => {
	const other = { ...first, given: 'stuck', before: said, at: after(31) } as const;
	assert.deepEqual(openedLink(other), { kind: 'ask', why: 'said-before' });
	assert.deepEqual(openedLink({ ...first, given: 'done', before: said, at: after(31) }), { kind: 'record' });
	const undone = { ...first, given: 'on-track', isStepDone: true, at: after(30) } as const;
	assert.deepEqual(openedLink(undone), { kind: 'ask', why: 'said-before' });
});
