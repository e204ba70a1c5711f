// Which pieces of a text of the base are what was looked for, so that a page can mark them without making HTML of it.
import type { Language } from '#domain/language/localised.ts';
import type { Dictionaries, IndexedWord } from './build-index.ts';
import type { UnderstoodWord } from './understand-words.ts';
import { wordsIn } from './words.ts';

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
const nothing: IndexedWord = { stem: -1, parts: [] };

export function createMarker(dictionaries: Dictionaries, words: readonly UnderstoodWord[], language: Language): Marker {
	const said = dictionaries[language].words;
	const wanted = new Set(
		words.flatMap((word) => word.meanings).flatMap((one) => (one.language === language ? [one.stem] : []))
	);
	const isMatch = (word: string): boolean => {
		const { stem, parts } = said.get(word) ?? nothing;
		return wanted.has(stem) || parts.some((part) => wanted.has(part));
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

/** Cut at spaces where there are any. */
function cutAround(text: string, match: number): string {
	if (text.length <= excerptLetters) return text;
	const from = match <= excerptLetters - lettersBefore ? 0 : startBefore(text, match);
	if (text.length - from <= excerptLetters) return `… ${text.slice(from)}`;
	const space = text.lastIndexOf(' ', from + excerptLetters);
	const to = space > from ? space : from + excerptLetters;
	return `${from === 0 ? '' : '… '}${text.slice(from, to)} …`;
}

/** Some letters before the match, at the beginning of a word. */
function startBefore(text: string, match: number): number {
	const space = text.indexOf(' ', match - lettersBefore);
	return space === -1 || space >= match ? match : space + 1;
}
