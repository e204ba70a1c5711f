// The index: for each language the words of a base, and for each stem the documents that say it and how much they do.
import SearchableMap from 'minisearch/SearchableMap';
import type { Language, Localised } from '#domain/language/localised.ts';
import { knownWords, partsOf, type KnownWords } from './compounds.ts';
import type { SearchDocument } from './documents.ts';
import { foldWord, stemOf, tellingWords } from './words.ts';

/** Documents that say one stem: `scores[i]` (0 to 1) tells how much the document at `documents[i]` is about it. */
export type Postings = { readonly documents: Int32Array; readonly scores: Float32Array };

/** A word's own stem, and those of its parts where it is a compound. */
export type IndexedWord = { readonly stem: number; readonly parts: readonly number[] };

export type Dictionary = {
	/** Numbers of stems, and of the stems of words as folded. */
	readonly stems: ReadonlyMap<string, number>;
	/** Every word of the base in lower case, with the stems that it says. */
	readonly words: ReadonlyMap<string, IndexedWord>;
	readonly stemOfWord: ReadonlyMap<string, number>;
	/** The same words as a radix tree, for beginnings of words and for misspelt ones. */
	readonly tree: SearchableMap<number>;
	/** How a folded word was spelt where it was first met. */
	readonly spellings: ReadonlyMap<string, string>;
	/** Words by which a compound can be parted; none in English. */
	readonly known: KnownWords;
	readonly postings: readonly Postings[];
};

export type Dictionaries = Readonly<Record<Language, Dictionary>>;

// Saturation and normalisation by length as in BM25F (Robertson & Zaragoza 2009, doi 10.1561/1500000019), each field
// against a length of its own instead of the average, since the average says little in so few fields.
const saturation = 3;
const wordsOfNormalField = 12;
const shareOfNormalisation = 0.4;
const shareOfPart = 0.5;

export function buildDictionaries(documents: readonly SearchDocument[]): Dictionaries {
	return { da: buildDictionary('da', documents), en: buildDictionary('en', documents) };
}

function buildDictionary(language: Language, documents: readonly SearchDocument[]): Dictionary {
	const stems = new Map<string, number>();
	const stemOfWord = new Map<string, number>();
	const spellings = new Map<string, string>();
	const words = new Map<string, { readonly stem: number; parts: readonly number[] }>();
	const numberOf = (stem: string) => {
		const number = stems.get(stem) ?? stems.size;
		stems.set(stem, number);
		return number;
	};
	const enter = (word: string): IndexedWord => {
		const entered = { stem: numberOf(stemOf(language, word)), parts: [] };
		words.set(word, entered);
		const folded = foldWord(word);
		if (!stemOfWord.has(folded)) {
			stemOfWord.set(folded, entered.stem);
			spellings.set(folded, word);
		}
		return entered;
	};

	// All words first, so that a compound can be parted by words that are met later.
	const wordsOf = new Map<Localised, readonly IndexedWord[]>();
	for (const document of documents) {
		for (const { text } of document.fields) {
			if (wordsOf.has(text)) continue;
			wordsOf.set(
				text,
				tellingWords(text[language]).map((word) => words.get(word) ?? enter(word))
			);
		}
	}
	const known = knownWords(language === 'da' ? words.keys() : []);
	if (language === 'da') {
		for (const [spelling, word] of words) {
			word.parts = (partsOf(spelling, known) ?? []).map((part) => numberOf(stemOf('da', part)));
		}
	}
	return {
		stems,
		words,
		stemOfWord,
		tree: SearchableMap.from(stemOfWord),
		spellings,
		known,
		postings: postingsOf(documents, wordsOf, stems.size)
	};
}

function postingsOf(
	documents: readonly SearchDocument[],
	wordsOf: ReadonlyMap<Localised, readonly IndexedWord[]>,
	size: number
): readonly Postings[] {
	const found = Array.from({ length: size }, () => ({ documents: new Array<number>(), scores: new Array<number>() }));
	const amounts = new Float64Array(size);
	for (const [place, { fields }] of documents.entries()) {
		const said: number[] = [];
		const add = (stem: number, amount: number) => {
			if (amounts[stem] === 0) said.push(stem);
			amounts[stem] = (amounts[stem] ?? 0) + amount;
		};
		for (const { text, weight } of fields) {
			const own = wordsOf.get(text) ?? [];
			const amount = weight / (1 - shareOfNormalisation + (shareOfNormalisation * own.length) / wordsOfNormalField);
			for (const { stem, parts } of own) {
				add(stem, amount);
				for (const part of parts) if (part !== stem) add(part, shareOfPart * amount);
			}
		}
		for (const stem of said) {
			const amount = amounts[stem] ?? 0;
			found[stem]?.documents.push(place);
			found[stem]?.scores.push(amount / (amount + saturation));
			amounts[stem] = 0;
		}
	}
	return found.map((one) => ({ documents: Int32Array.from(one.documents), scores: Float32Array.from(one.scores) }));
}
