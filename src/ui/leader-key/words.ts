// The leader's key as twelve words to write down (BIP 39), and back. The last word holds a checksum: a slip is noticed.
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { leaderKeyBytes } from './key.ts';

export const wordCount = 12;

export type ReadWords =
	| { readonly kind: 'key'; readonly key: Uint8Array<ArrayBuffer> }
	| { readonly kind: 'nothing' }
	| { readonly kind: 'wrong-count'; readonly count: number }
	/** `position`: 1 for the first word. `meant`: the word that begins with the same four letters; null where none does. */
	| { readonly kind: 'unknown-word'; readonly position: number; readonly word: string; readonly meant: string | null }
	/** Every word is on the list, but together they are no key: one is wrong, or two have changed places. */
	| { readonly kind: 'not-together' };

/** `key`: 16 bytes. */
export function wordsOf(key: Uint8Array): readonly string[] {
	return entropyToMnemonic(key, wordlist).split(' ');
}

/** Reads words as people type and paste them: numbered, with commas, in capitals, over several lines. */
export function readWords(text: string): ReadWords {
	const words =
		text
			.normalize('NFKC')
			.toLowerCase()
			.match(/\p{L}+/gu) ?? [];
	if (words.length === 0) return { kind: 'nothing' };
	const unknown = words.findIndex((word) => !wordlist.includes(word));
	const word = words[unknown];
	if (word !== undefined) return { kind: 'unknown-word', position: unknown + 1, word, meant: meantBy(word) };
	if (words.length !== wordCount) return { kind: 'wrong-count', count: words.length };
	try {
		const key = new Uint8Array(mnemonicToEntropy(words.join(' '), wordlist));
		return key.length === leaderKeyBytes ? { kind: 'key', key } : { kind: 'not-together' };
	} catch {
		return { kind: 'not-together' };
	}
}

/** No two words of the list begin with the same four letters. */
function meantBy(word: string): string | null {
	if (word.length < 4) return null;
	return wordlist.find((known) => known.slice(0, 4) === word.slice(0, 4)) ?? null;
}
