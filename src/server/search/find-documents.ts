// One search: which documents say the words, which of them pass the filters, and how many would with each other filter.
import type { SearchIndex } from './search-index.ts';
import type { UnderstoodWord } from './understand-words.ts';
import { narrow, type FilterName, type Filters } from './value-bits.ts';

export type Found = {
	/** Places of the documents, the best first; in the index's order where no words were asked for. */
	readonly places: Int32Array;
	/** How many of the words the documents have; those with fewer are left out. */
	readonly wordsFound: number;
	/** For each filter and value, how many documents there would be with that value and the other filters as they are. */
	readonly counts: Readonly<Record<FilterName, readonly number[]>>;
	/** How many documents say the words, whatever the filters. */
	readonly unfiltered: number;
};

export function findDocuments(index: SearchIndex, words: readonly UnderstoodWord[], filters: Filters): Found {
	const { candidates, scores, wordsFound } = candidatesOf(index, words);
	const { places, counts } = narrow(index.bits, candidates, filters);
	return {
		places: scores === null ? places : bestFirst(places, scores),
		wordsFound,
		counts,
		unfiltered: candidates.length
	};
}

type Candidates = {
	readonly candidates: Int32Array;
	/** By place, with what each is worth; null where no words were asked for. */
	readonly scores: Float32Array | null;
	readonly wordsFound: number;
};

/** Documents that have all words, or, where none has, those that have most of them. */
function candidatesOf(index: SearchIndex, words: readonly UnderstoodWord[]): Candidates {
	const size = index.documents.length;
	const candidates = new Int32Array(size);
	if (words.length === 0) return { candidates: candidates.map((_, place) => place), scores: null, wordsFound: 0 };
	const scores = new Float32Array(size);
	const wordsOf = new Uint8Array(size);
	let wordsFound = 0;
	for (const word of words) {
		const own = scoresOfWord(index, word);
		for (let place = 0; place < size; place++) {
			const score = own[place] ?? 0;
			if (score === 0) continue;
			scores[place] = (scores[place] ?? 0) + score;
			const found = (wordsOf[place] ?? 0) + 1;
			wordsOf[place] = found;
			if (found > wordsFound) wordsFound = found;
		}
	}
	let count = 0;
	for (let place = 0; place < size && wordsFound > 0; place++) {
		if (wordsOf[place] !== wordsFound) continue;
		candidates[count++] = place;
		scores[place] = (scores[place] ?? 0) * (index.worths[place] ?? 1);
	}
	return { candidates: candidates.subarray(0, count), scores, wordsFound };
}

/** A document counts once for a word, by the meaning that it says most; a rare word tells more than a common one. */
function scoresOfWord({ documents, dictionaries }: SearchIndex, word: UnderstoodWord): Float32Array {
	const best = new Float32Array(documents.length);
	for (const { language, stem, trust } of word.meanings) {
		const postings = dictionaries[language].postings[stem];
		if (postings === undefined) continue;
		const said = postings.documents.length;
		const worth = trust * Math.log(1 + (documents.length - said + 0.5) / (said + 0.5));
		for (let at = 0; at < said; at++) {
			const place = postings.documents[at] ?? 0;
			const score = worth * (postings.scores[at] ?? 0);
			if (score > (best[place] ?? 0)) best[place] = score;
		}
	}
	return best;
}

const levels = 2 ** 16;

/**
 * A counting sort over so many levels of score: half of the documents may be hits, and its time grows with them only.
 * Documents of one level stay in the index's order.
 */
function bestFirst(places: Int32Array, scores: Float32Array): Int32Array {
	const highest = places.reduce((best, place) => Math.max(best, scores[place] ?? 0), 0);
	const levelOf = (place: number) => Math.round((1 - (scores[place] ?? 0) / highest) * (levels - 1));
	const next = new Int32Array(levels + 1);
	for (const place of places) increase(next, levelOf(place) + 1, 1);
	for (let level = 0; level < levels; level++) increase(next, level + 1, next[level] ?? 0);
	const sorted = new Int32Array(places.length);
	for (const place of places) {
		const level = levelOf(place);
		sorted[next[level] ?? 0] = place;
		increase(next, level, 1);
	}
	return sorted;
}

function increase(numbers: Int32Array, at: number, by: number): void {
	numbers[at] = (numbers[at] ?? 0) + by;
}
