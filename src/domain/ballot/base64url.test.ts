import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readBase64url, writeBase64url } from './base64url.ts';

test('bytes are written as Node writes them, and read back', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
			const text = writeBase64url(bytes);
			assert.equal(text, Buffer.from(bytes).toString('base64url'));
			assert.deepEqual([...(readBase64url(text) ?? [])], [...bytes]);
		})
	);
});

test('what is no base64url is null: other characters, padding, half a byte, unused bits', () => {
	for (const text of ['A', 'AA==', 'AB', 'AAB', 'A+A', 'A/A', 'A A', 'AAAAA', 'æAAA'])
		assert.equal(readBase64url(text), null, text);
	assert.equal(readBase64url('')?.length, 0);
});
