// From what somebody typed to stems of the index: as it stands, as the beginning of a word, as a long word with one slip,
// as a compound of known words, or as a misspelt word. The later ways are tried only where the earlier ones find nothing.
import type { Language } from '#domain/language/localised.ts';
import type { Dictionaries, Dictionary } from './build-index.ts';
import { partsOf } from './compounds.ts';
import { foldWord, isAsking, isCommon, languages, stemOf, wordsIn } from './words.ts';

/** A stem that a typed word may mean; `trust` from 0 to 1. */
export type Meaning = { readonly language: Language; readonly stem: number; readonly trust: number };

export type UnderstoodWord = {
	/** In lower case, as typed. */
	readonly typed: string;
	/** Any of these will do; none where the word is not understood. */
	readonly meanings: readonly Meaning[];
	readonly reading: Reading;
	/** The words that it was read as where it was not found as typed; else empty. */
	readonly readAs: readonly string[];
};

export type Reading = 'as-typed' | 'parted' | 'misspelt' | 'not-understood';

const mostLetters = 200;
const mostWords = 12;
const fewestLettersOfBeginning = 3;
/** A word that long is hardly another one for a single letter, but would often be parted for it. */
const fewestLettersOfOneSlip = 9;
const mostWordsOfBeginning = 40;
const mostReadings = 3;
const endingsOfVerbalNouns = ['ning', 'ningen', 'ninger', 'ing', 'ingen', 'inger', 'else', 'elsen', 'elser'];
const fewestLettersOfVerb = 4;
const beforeDoi = /(?:https?:\/\/)?(?:dx\.)?doi(?:\.org\/|:)\s*(?=10\.)/gi;

/** The words of a question that tell something; what comes after 200 letters or twelve such words is not read. */
export function understandWords(
	dictionaries: Dictionaries,
	question: string,
	reader: Language
): readonly UnderstoodWord[] {
	const read = question.normalize('NFC').slice(0, mostLetters).replace(beforeDoi, '');
	const typed = wordsIn(read).map(({ word }) => word);
	const uncommon = [...new Set(typed)].filter((word) => !isCommon(word));
	const telling = uncommon.filter((word) => !isAsking(word));
	return (telling.length > 0 ? telling : uncommon)
		.slice(0, mostWords)
		.flatMap((word) => understand(dictionaries, word, reader, word === typed.at(-1)));
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
	const meant = exact.length + begun.length > 0 ? [...exact, ...begun] : asVerb(dictionaries.da, word, trustIn('da'));
	if (meant.length > 0) return [{ typed: word, meanings: strongest(meant), reading: 'as-typed', readAs: [] }];
	const nearly = word.length < fewestLettersOfOneSlip ? null : asMisspelt(dictionaries, word, { changes: 1, trustIn });
	if (nearly !== null) return [nearly];
	const parts = asCompound(dictionaries.da, word, trustIn('da'));
	if (parts !== null) return parts;
	for (let changes = 1; changes <= mostChanges(foldWord(word)); changes++) {
		const misspelt = asMisspelt(dictionaries, word, { changes, trustIn });
		if (misspelt !== null) return [misspelt];
	}
	return [{ typed: word, meanings: [], reading: 'not-understood', readAs: [] }];
}

function beginningWith(dictionary: Dictionary, folded: string, language: Language, trust: number): readonly Meaning[] {
	if (folded.length < fewestLettersOfBeginning || /\d/.test(folded)) return [];
	const meanings: Meaning[] = [];
	for (const [word, stem] of dictionary.tree.atPrefix(folded)) {
		meanings.push({ language, stem, trust: (0.6 * trust * folded.length) / word.length });
	}
	return meanings.toSorted((left, right) => right.trust - left.trust).slice(0, mostWordsOfBeginning);
}

/** A Danish noun made of a verb: "håndtering" means "håndtere". */
function asVerb(danish: Dictionary, word: string, trust: number): readonly Meaning[] {
	for (const ending of endingsOfVerbalNouns) {
		if (!word.endsWith(ending) || word.length - ending.length < fewestLettersOfVerb) continue;
		const stem = danish.stems.get(stemOf('da', `${word.slice(0, -ending.length)}e`));
		if (stem !== undefined) return [{ language: 'da', stem, trust: 0.8 * trust }];
	}
	return [];
}

function asCompound(danish: Dictionary, word: string, trust: number): readonly UnderstoodWord[] | null {
	const parts = partsOf(word, danish.known);
	if (parts === null) return null;
	return parts.map((part) => {
		const stem = danish.stems.get(stemOf('da', part));
		const meanings: readonly Meaning[] = stem === undefined ? [] : [{ language: 'da', stem, trust }];
		return { typed: word, meanings, reading: 'parted', readAs: [spelledAlone(danish, part)] };
	});
}

/** A part as a word of the base, without the s that joins it to the next: "arbejde" for "arbejds". */
function spelledAlone(danish: Dictionary, part: string): string {
	const stem = stemOf('da', part);
	const number = danish.stems.get(stem);
	const isJoined = part.endsWith('s') && stemOf('da', part.slice(0, -1)) === stem;
	if (danish.words.has(part) && !isJoined) return part;
	const spellings = [...danish.tree.atPrefix(stem)]
		.filter(([, own]) => own === number)
		.map(([folded]) => danish.spellings.get(folded) ?? folded)
		.filter((spelling) => spelling !== part);
	return spellings.toSorted((left, right) => left.length - right.length)[0] ?? part;
}

/** A slip in the first letter is rare, and a word that begins otherwise is mostly another word. */
function asMisspelt(
	dictionaries: Dictionaries,
	word: string,
	{ changes, trustIn }: { readonly changes: number; readonly trustIn: (language: Language) => number }
): UnderstoodWord | null {
	const folded = foldWord(word);
	if (/\d/.test(folded)) return null;
	const near = languages.flatMap((language) =>
		nearWords(dictionaries[language], folded, changes)
			.filter(([found]) => found[0] === folded[0])
			.map(([found, stem]) => ({ language, found, stem, trust: (0.5 * trustIn(language)) / changes }))
	);
	if (near.length === 0) return null;
	const chosen = near.toSorted((left, right) => right.trust - left.trust);
	const readings = chosen.map(({ language, found }) => dictionaries[language].spellings.get(found) ?? found);
	return {
		typed: word,
		meanings: strongest(chosen),
		reading: 'misspelt',
		readAs: [...new Set(readings)].slice(0, mostReadings)
	};
}

/** Words that differ by so many letters, and those of which two neighbours were swapped, each with its stem. */
function nearWords(dictionary: Dictionary, folded: string, changes: number): readonly (readonly [string, number])[] {
	const swapped = Array.from({ length: folded.length - 1 }, (_, at) => {
		const [left = '', right = ''] = folded.slice(at, at + 2);
		return folded.slice(0, at) + right + left + folded.slice(at + 2);
	});
	return [
		...[...dictionary.tree.fuzzyGet(folded, changes)].map(([found, [stem]]) => [found, stem] as const),
		...swapped.flatMap((found) => {
			const stem = dictionary.stemOfWord.get(found);
			return stem === undefined ? [] : [[found, stem] as const];
		})
	];
}

/** Letters that may be wrong, missing or too many. A number is right or it is another number. */
function mostChanges(folded: string): number {
	if (/\d/.test(folded) || folded.length < 5) return 0;
	return folded.length < 8 ? 1 : 2;
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
