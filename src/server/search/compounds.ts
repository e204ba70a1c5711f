// Danish writes compounds as one word: who looks for "støtte" also means "kollegastøtte".
import { isCommon, stemOf } from './words.ts';

export type KnownWords = {
	readonly stems: ReadonlySet<string>;
	/** The first letters of all of them, which spares most guesses a stemmer. */
	readonly starts: ReadonlySet<string>;
};

const fewestLetters = 4;
const lettersOfStart = 3;
const links = ['', 's', 'e'];
/** With what they stand before they make another word: "oversygeplejerske" is not about what is over. */
const prepositions = new Set([
	'over',
	'under',
	'efter',
	'uden',
	'inden',
	'mellem',
	'gennem',
	'imod',
	'siden',
	'omkring'
]);

/** Words that can be a part of another: at least four letters and no digit. */
export function knownWords(words: Iterable<string>): KnownWords {
	const stems = new Set<string>();
	const starts = new Set<string>();
	for (const word of words) {
		if (word.length < fewestLetters || /\d/.test(word)) continue;
		stems.add(stemOf('da', word));
		starts.add(word.slice(0, lettersOfStart));
	}
	return { stems, starts };
}

/**
 * The two parts of a Danish compound: "ledelsesspænd" is "ledelse" and "spænd". Null where it cannot be parted.
 *
 * A word is parted only where both parts are known as words of their own, in whatever form, with at least four letters
 * and nothing, s or e between them, and where the first is no preposition. So it does not find short parts ("medarbejder",
 * "samtale"), parts that stand nowhere alone, parts that are spelt without æ, ø and å, or more than two parts.
 */
export function partsOf(word: string, known: KnownWords): readonly [string, string] | null {
	if (!known.starts.has(word.slice(0, lettersOfStart))) return null;
	for (let cut = fewestLetters; cut <= word.length - fewestLetters; cut++) {
		const last = word.slice(cut);
		if (!known.starts.has(last.slice(0, lettersOfStart)) || !known.stems.has(stemOf('da', last))) continue;
		for (const link of links) {
			if (!word.slice(0, cut).endsWith(link)) continue;
			const first = word.slice(0, cut - link.length);
			if (first.length < fewestLetters || prepositions.has(first) || isCommon(first)) continue;
			if (known.stems.has(stemOf('da', first))) return [first, last];
		}
	}
	return null;
}
