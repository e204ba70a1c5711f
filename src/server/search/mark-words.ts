// Which pieces of a text are what was looked for, so that a page can mark them without making HTML of it.
import type { Language } from '#domain/language/localised.ts';
import type { Dictionaries } from './build-index.ts';
import { partsOf } from './compounds.ts';
import type { UnderstoodWord } from './understand-words.ts';
import { foldWord, isCommon, stemOf, wordsIn } from './words.ts';

export type Piece = { readonly text: string; readonly isMatch: boolean };

export type Marker = {
	/** The whole text in pieces. */
	readonly mark: (text: string) => readonly Piece[];
	/** How many of its words are what was looked for. */
	readonly countMatches: (text: string) => number;
	/** About 200 letters of it around its first match, in pieces; an ellipsis stands where something is left out. */
	readonly excerpt: (text: string) => readonly Piece[];
};

const excerptLetters = 220;
const lettersBefore = 60;

export function createMarker(dictionaries: Dictionaries, words: readonly UnderstoodWord[], language: Language): Marker {
	const dictionary = dictionaries[language];
	const wanted = new Set(
		words.flatMap((word) => word.meanings).flatMap((one) => (one.language === language ? [one.stem] : []))
	);
	const isWanted = (stem: number | undefined) => stem !== undefined && wanted.has(stem);
	const isMatch = (word: string): boolean => {
		if (wanted.size === 0 || isCommon(word)) return false;
		if (isWanted(dictionary.stemOfWord.get(foldWord(word)))) return true;
		if (language !== 'da') return false;
		const parts = partsOf(word, dictionary.known);
		return parts?.some((part) => isWanted(dictionary.stems.get(stemOf('da', part)))) ?? false;
	};
	const matchesIn = (text: string) => wordsIn(text).filter(({ word }) => isMatch(word));
	const mark = (text: string): readonly Piece[] => {
		const pieces: Piece[] = [];
		let done = 0;
		for (const { start, end } of matchesIn(text)) {
			if (start > done) pieces.push({ text: text.slice(done, start), isMatch: false });
			pieces.push({ text: text.slice(start, end), isMatch: true });
			done = end;
		}
		return done < text.length ? [...pieces, { text: text.slice(done), isMatch: false }] : pieces;
	};
	return {
		mark,
		countMatches: (text) => matchesIn(text).length,
		excerpt: (text) => mark(cutAround(text, matchesIn(text)[0]?.start ?? 0))
	};
}

/** Cut at spaces. */
function cutAround(text: string, match: number): string {
	if (text.length <= excerptLetters) return text;
	const from = match <= excerptLetters - lettersBefore ? 0 : text.indexOf(' ', match - lettersBefore) + 1;
	const isWhole = text.length - from <= excerptLetters;
	const to = isWhole ? text.length : text.lastIndexOf(' ', from + excerptLetters);
	return `${from === 0 ? '' : '… '}${text.slice(from, to)}${isWhole ? '' : ' …'}`;
}
