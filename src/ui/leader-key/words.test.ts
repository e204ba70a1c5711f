import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { readWords, wordsOf } from './words.ts';

// Test vectors of BIP 39 (trezor/python-mnemonic, vectors.json).
const vectors: readonly [string, string][] = [
	['00000000000000000000000000000000', `${'abandon '.repeat(11)}about`],
	['7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f', 'legal winner thank year wave sausage worth useful legal winner thank yellow'],
	['ffffffffffffffffffffffffffffffff', `${'zoo '.repeat(11)}wrong`]
];
const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const [, [, good]] = vectors as [[string, string], [string, string]];

test('a key has the words of the standard', () => {
	for (const [hex, words] of vectors) {
		assert.equal(wordsOf(bytesOf(hex)).join(' '), words);
		assert.deepEqual(readWords(words), { kind: 'key', key: bytesOf(hex) });
	}
});

test('every key comes back from its words, however they are typed', () => {
	const joins = fc.constantFrom(' ', '\n', ', ', '  ', ' – ', '\t');
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), joins, fc.boolean(), (bytes, join, isNumbered) => {
			const words = wordsOf(bytes).map((word, index) => (isNumbered ? `${index + 1}. ${word.toUpperCase()}` : word));
			const read = readWords(` ${words.join(join)} `);
			assert.deepEqual(read, { kind: 'key', key: new Uint8Array(bytes) });
		})
	);
});

test('a word that is not on the list is named, with its place and what may be meant', () => {
	assert.deepEqual(readWords(good.replace('thank', 'thnak')), {
		kind: 'unknown-word',
		position: 3,
		word: 'thnak',
		meant: null
	});
	assert.deepEqual(readWords(good.replace('sausage', 'sausages')), {
		kind: 'unknown-word',
		position: 6,
		word: 'sausages',
		meant: 'sausage'
	});
	assert.equal(readWords('blåbær').kind, 'unknown-word');
});

test('too few or too many words, and none at all', () => {
	assert.deepEqual(readWords('legal winner'), { kind: 'wrong-count', count: 2 });
	assert.deepEqual(readWords(`${good} zoo`), { kind: 'wrong-count', count: 13 });
	assert.deepEqual(readWords(' \n 1. '), { kind: 'nothing' });
});

test('two words that have changed places are noticed', () => {
	assert.deepEqual(readWords('winner legal thank year wave sausage worth useful legal winner thank yellow'), {
		kind: 'not-together'
	});
});

test('of words written instead of another, fifteen of sixteen are noticed, and none gives the key', () => {
	const words = good.split(' ');
	const slips = words.flatMap((word, place) =>
		wordlist
			.filter((other, at) => other !== word && at % 8 === place % 8)
			.map((other) => readWords(words.with(place, other).join(' ')))
	);
	const noticed = slips.filter((read) => read.kind === 'not-together').length;
	assert.ok(noticed / slips.length > 0.92 && noticed / slips.length < 0.955, String(noticed / slips.length));
	assert.ok(slips.every((read) => read.kind !== 'key' || !Buffer.from(read.key).equals(Buffer.alloc(16, 0x7f))));
});
