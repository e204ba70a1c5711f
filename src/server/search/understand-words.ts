// From what somebody typed to stems of the index: as it stands, as the beginning of a word, as a compound of known
// words, or as a misspelt word. The later ways are tried only where the earlier ones find nothing.
import type { Language } from '#domain/language/localised.ts';
import type { Dictionaries, Dictionary } from './build-index.ts';
import { partsOf } from './compounds.ts';
import { foldWord, isCommon, languages, stemOf, wordsIn } from './words.ts';

/** A stem that a typed word may mean; `trust` from 0 to 1. */
export type Meaning = { readonly language: Language; readonly stem: number; readonly trust: number };

export type UnderstoodWord = {
	/** In lower case, as typed. */
	readonly typed: string;
	/** Any of these will do; none where the word is not understood. */
	readonly meanings: readonly Meaning[];
	/** How it was read where it was not found as typed; else empty. */
	readonly readAs: readonly string[];
};

const mostLetters = 200;
const mostWords = 12;
const fewestLettersOfBeginning = 3;
const mostWordsOfBeginning = 40;
const mostReadings = 3;

/** The words of a question that tell something; what comes after 200 letters or twelve such words is not read. */
export function understandWords(
	dictionaries: Dictionaries,
	question: string,
	reader: Language
): readonly UnderstoodWord[] {
	const typed = wordsIn(question.normalize('NFC').slice(0, mostLetters)).map(({ word }) => word);
	const telling = [...new Set(typed)].filter((word) => !isCommon(word)).slice(0, mostWords);
	return telling.flatMap((word) => understand(dictionaries, word, reader, word === typed.at(-1)));
}

/** One word, or two where it is a compound that the base does not know. */
function understand(
	dictionaries: Dictionaries,
	word: string,
	reader: Language,
	isLast: boolean
): readonly UnderstoodWord[] {
	const trustIn = (language: Language) => (language === reader ? 1 : 0.7);
	const exact = languages.flatMap((language): readonly Meaning[] => {
		const stem = dictionaries[language].stems.get(stemOf(language, word));
		return stem === undefined ? [] : [{ language, stem, trust: trustIn(language) }];
	});
	const begun = isLast
		? languages.flatMap((language) =>
				beginningWith(dictionaries[language], foldWord(word), language, trustIn(language))
			)
		: [];
	if (exact.length + begun.length > 0) return [{ typed: word, meanings: strongest([...exact, ...begun]), readAs: [] }];
	return asCompound(dictionaries.da, word, trustIn('da')) ?? [asMisspelt(dictionaries, word, trustIn)];
}

function beginningWith(dictionary: Dictionary, folded: string, language: Language, trust: number): readonly Meaning[] {
	if (folded.length < fewestLettersOfBeginning || /\d/.test(folded)) return [];
	const meanings: Meaning[] = [];
	for (const [word, stem] of dictionary.tree.atPrefix(folded)) {
		meanings.push({ language, stem, trust: (0.6 * trust * folded.length) / word.length });
	}
	return meanings.toSorted((left, right) => right.trust - left.trust).slice(0, mostWordsOfBeginning);
}

function asCompound(danish: Dictionary, word: string, trust: number): readonly UnderstoodWord[] | null {
	const parts = partsOf(word, danish.known);
	if (parts === null) return null;
	return parts.map((part) => {
		const stem = danish.stems.get(stemOf('da', part));
		return { typed: word, meanings: stem === undefined ? [] : [{ language: 'da', stem, trust }], readAs: [part] };
	});
}

function asMisspelt(dictionaries: Dictionaries, word: string, trustIn: (language: Language) => number): UnderstoodWord {
	const folded = foldWord(word);
	for (let changes = 1; changes <= mostChanges(folded); changes++) {
		const near = languages.flatMap((language) =>
			[...dictionaries[language].tree.fuzzyGet(folded, changes)].map(([found, [stem]]) => ({
				language,
				found,
				stem,
				trust: (0.5 * trustIn(language)) / changes
			}))
		);
		// A slip in the first letter is rare, and a word that begins otherwise is mostly another word.
		const sameStart = near.filter(({ found }) => found[0] === folded[0]);
		const chosen = (sameStart.length > 0 ? sameStart : near).toSorted((left, right) => right.trust - left.trust);
		if (chosen.length === 0) continue;
		const readings = chosen.map(({ language, found }) => dictionaries[language].spellings.get(found) ?? found);
		return { typed: word, meanings: strongest(chosen), readAs: [...new Set(readings)].slice(0, mostReadings) };
	}
	return { typed: word, meanings: [], readAs: [] };
}

/** Letters that may be wrong, missing or too many. A number is right or it is another number. */
function mostChanges(folded: string): number {
	if (/\d/.test(folded) || folded.length < 4) return 0;
	return folded.length < 7 ? 1 : 2;
}

/** Each stem once, as much as it is trusted at best. */
function strongest(meanings: readonly Meaning[]): readonly Meaning[] {
	const best = new Map<string, Meaning>();
	for (const meaning of meanings) {
		const key = `${meaning.language} ${meaning.stem}`;
		if ((best.get(key)?.trust ?? 0) < meaning.trust) {
			best.set(key, { language: meaning.language, stem: meaning.stem, trust: meaning.trust });
		}
	}
	return [...best.values()];
}
