import { createHash } from 'node:crypto';
import test from 'node:test';
import assert from 'node:assert/strict';
import { sha256Hex, stableId } from './stable-id.ts';

test('the digest is that of node:crypto for every length around a block and for letters of every width', () => {
	for (let length = 0; length < 300; length++) {
		const text = 'æ€😀a'
			.repeat(length)
			.slice(0, length)
			.replace(/[\ud800-\udbff]$/, '');
		assert.equal(sha256Hex(text), createHash('sha256').update(text, 'utf8').digest('hex'), `length ${length}`);
	}
});

test('parts are kept apart: a separator inside a part does not make two things one', () => {
	assert.notEqual(stableId('u', ['a', 'b']), stableId('u', ['a","b']));
	assert.notEqual(stableId('u', ['a']), stableId('l', ['a']));
	assert.match(stableId('u', ['a']), /^u[0-9a-f]{32}$/);
});
