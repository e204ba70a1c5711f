// A round's secret as words on paper, whole or in two halves of which neither tells anything alone.
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

/** Two halves: a random one, and what it takes to get back to the secret. `random`: as long as the secret. */
export function splitSecret(secret: Uint8Array, random: Uint8Array): readonly [Uint8Array, Uint8Array] {
	return [Uint8Array.from(random), joinSecret(secret, random)];
}

/** Throws RangeError where the halves are not of one length. */
export function joinSecret(one: Uint8Array, other: Uint8Array): Uint8Array {
	if (one.length !== other.length) throw new RangeError('The halves of a secret have the same length');
	return one.map((byte, place) => byte ^ (other[place] ?? 0));
}
