import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fingerprintOf, formatCode, normaliseCode, readFragment, writeFragment } from './code.ts';

const hash = Buffer.alloc(32, 0xab).toString('base64url');
const codes = fc
	.array(fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), { minLength: 16, maxLength: 16 })
	.map((characters) => characters.join(''));

test('a code survives being written in groups, in small letters and with the letters that look like digits', () => {
	fc.assert(
		fc.property(codes, (code) => {
			assert.equal(normaliseCode(formatCode(code)), code);
			assert.equal(normaliseCode(` ${formatCode(code).toLowerCase()} `), code);
			assert.equal(normaliseCode(code.replaceAll('0', 'o').replaceAll('1', 'l')), code);
			assert.equal(normaliseCode(code.replaceAll('1', 'I')), code);
		})
	);
	assert.equal(formatCode('0123456789ABCDEF'), '0123-4567-89AB-CDEF');
	assert.equal(normaliseCode('0123–4567—89ab‐cdef'), '0123456789ABCDEF');
});

test('what is no code is null', () => {
	for (const typed of ['', '0123', '0123456789ABCDEFG', 'U123456789ABCDEF', '0123456789ABCDE!', 'æ123456789ABCDEF'])
		assert.equal(normaliseCode(typed), null, typed);
});

test('a link’s fragment comes back, with and without the manifest’s hash', () => {
	fc.assert(
		fc.property(codes, (token) => {
			for (const manifestHash of [hash, null]) {
				const fragment = writeFragment({ token, manifestHash });
				assert.equal(encodeURIComponent(fragment), fragment, 'nothing in it needs escaping');
				assert.deepEqual(readFragment(`#${fragment}`), { token, manifestHash });
			}
		})
	);
});

test('a fragment with half a hash, or something behind it, is refused rather than taken as a typed code', () => {
	for (const fragment of [
		'',
		'#',
		'#x',
		`#0123456789ABCDEF.${hash.slice(1)}`,
		'#0123456789ABCDEF.',
		`#0123456789ABCDEF.${hash}.1`
	])
		assert.equal(readFragment(fragment), null, fragment);
});

test('a fingerprint is the first 32 hexadecimal digits in groups of four', () => {
	assert.equal(
		fingerprintOf(Buffer.from('0123456789abcdef'.repeat(4), 'hex').toString('base64url')),
		'0123 4567 89ab cdef 0123 4567 89ab cdef'
	);
	assert.throws(() => fingerprintOf('AAAA'), RangeError);
});
