// A round's secret as words on paper, whole or in two halves of which neither tells anything alone.
import { hkdfSync } from 'node:crypto';
import { entropyToMnemonic, mnemonicToEntropy, validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';

/** 24 words for 32 bytes. */
export function wordsOf(secret: Uint8Array): string {
	return entropyToMnemonic(secret, wordlist);
}

/** Null where the words are not such words or their check does not fit: a word is misspelt, missing or out of order. */
export function secretOf(words: string): Uint8Array | null {
	const tidy = words
		.normalize('NFKD')
		.toLowerCase()
		.trim()
		.split(/[\s,;.\d]+/)
		.filter(Boolean)
		.join(' ');
	if (!validateMnemonic(tidy, wordlist)) return null;
	const secret = mnemonicToEntropy(tidy, wordlist);
	return secret.length === 32 ? secret : null;
}

/**
 * Two halves of which neither alone tells anything of the secret to whoever cannot try all of 2^256: the first is derived
 * from it in one direction, so that it is the same whenever it is shown; the second is what it takes to get back.
 */
export function splitSecret(secret: Uint8Array): readonly [Uint8Array, Uint8Array] {
	const first = new Uint8Array(hkdfSync('sha256', secret, 'ledertrivsel round key 1', 'first half', secret.length));
	return [first, joinSecret(secret, first)];
}

/** Throws RangeError where the halves are not of one length. */
export function joinSecret(one: Uint8Array, other: Uint8Array): Uint8Array {
	if (one.length !== other.length) throw new RangeError('The halves of a secret have the same length');
	return one.map((byte, place) => byte ^ (other[place] ?? 0));
}
