import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCheckInFragment } from './fragment.ts';

test('a link holds a token and one of three answers, and anything else is no link', () => {
	const token = 'abcdefghijklmnopqrstuvwxyz_-0123';
	for (const answer of ['done', 'on-track', 'stuck'])
		assert.deepEqual(readCheckInFragment(`#${token}.${answer}`), { token, answer });
	for (const wrong of ['', '#', `#${token}`, `#${token}.x`, `#${token}.done.done`, '#short.done', `#${token} .done`])
		assert.equal(readCheckInFragment(wrong), null, wrong);
});
