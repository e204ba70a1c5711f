import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writtenMark } from './written-mark.ts';

test('a text that came back from a browser unchanged has the same mark', () => {
	const stored = { who: 'Programlederen\nog udvalget', when: 'Hver måned' };
	assert.equal(
		writtenMark({ when: 'Hver måned', who: ' Programlederen\r\nog udvalget ', late: '' }),
		writtenMark(stored)
	);
	assert.equal(writtenMark({ assessment: '  ' }), writtenMark({}));
});

test('one changed word, or the same words in another field, has another mark', () => {
	const stored = { who: 'Programlederen', when: '' };
	assert.notEqual(writtenMark({ ...stored, who: 'Programlederne' }), writtenMark(stored));
	assert.notEqual(writtenMark({ who: '', when: 'Programlederen' }), writtenMark(stored));
});
