// How text becomes words, and which spellings of a word meet.
import { stemmer as danishStem } from '@orama/stemmers/danish';
import { stemmer as englishStem } from '@orama/stemmers/english';
import type { Language } from '#domain/language/localised.ts';

/** A word in lower case, and where it stands in its text. */
export type PlacedWord = { readonly word: string; readonly start: number; readonly end: number };

export const languages: readonly Language[] = ['da', 'en'];

// First a DOI, whole or only begun, in one piece: its numbers say nothing by themselves.
const wordPattern = /10\.\d{4,9}(?:\/[^\s<>"»«]*[\p{L}\p{N}])?|[\p{L}\p{N}\p{M}]+/gu;
const doiPattern = /^10\.\d/;

/** DOIs and runs of letters and digits; everything else, such as hyphens and signs, only parts them. */
export function wordsIn(text: string): readonly PlacedWord[] {
	return [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
		word: word.toLowerCase(),
		start: index,
		end: index + word.length
	}));
}

/** The words that tell something, in lower case, as often as they stand there. */
export function tellingWords(text: string): readonly string[] {
	return (text.toLowerCase().match(wordPattern) ?? []).filter((word) => !commonWords.has(word));
}

/** Each of æ/ä/ae, ø/ö/oe and å/aa becomes one letter, and accents are dropped: "mængde" and "maengde" are one. */
export function foldWord(word: string): string {
	if (/^[a-z0-9]*$/.test(word)) return foldPairs(word);
	const plain = word.replace(/æ/g, 'a').replace(/ø/g, 'o').replace(/ß/g, 'ss').normalize('NFD').replace(/\p{M}/gu, '');
	return foldPairs(plain);
}

/** The stem of a word in lower case, folded. Stems are taken before folding, since a stemmer knows æ, ø and å. */
export function stemOf(language: Language, word: string): string {
	if (doiPattern.test(word)) return word;
	// The Danish stemmer takes "kollega" and "kolleger" for two words.
	return foldWord(language === 'da' ? danishStem(word).replace(/kollega$/, 'kolleg') : englishStem(word));
}

/** Words so common that they tell nothing of what is looked for, in both languages. */
export function isCommon(word: string): boolean {
	return commonWords.has(word);
}

/** Words that only ask, and tell something where nothing else does: "what helps against stress" is about stress. */
export function isAsking(word: string): boolean {
	return askingWords.has(word);
}

function foldPairs(word: string): string {
	return word.replace(/ae|aa/g, 'a').replace(/oe/g, 'o');
}

const commonWords = new Set(
	(
		'af alle alt at blev blive bliver da de dem den denne der deres det dette dig din du efter eller en end er et for fra får ham han har ' +
		'havde hende her hos hun hvad hvem hver hvis hvor hvordan hvorfor i ikke ind jeg jer kan kun man med mellem men mere må ' +
		'mig min mod når nogle noget og også om op os over på sig sin skal som så til ud under var ved vi vil være ' +
		'a an and are as be by can do does for from had has have how in into is it its more not of on or our than that the ' +
		'their them they this to was we what when where which who why will with you your'
	).split(' ')
);

const askingWords = new Set(
	'imod hjælper hjælpe virker gør gøre findes bedst bør betyder against helps help works best should'.split(' ')
);
