// Two spellings of one thing: what counts as the same heading, and what counts as the same name.

/**
 * Folds a heading so that spellings of it meet: case, spaces, punctuation and accents are dropped, and each of
 * `æ/ae/a`, `ø/oe/o`, `å/aa/a` becomes one letter ("Nærmeste leder", "naermeste_leder" and "NARMESTE LEDER" are one).
 * Returns a string of a-z and 0-9, empty where nothing is left.
 */
export function foldHeading(text: string): string {
	return text
		.toLowerCase()
		.replace(/[æä]/g, 'ae')
		.replace(/[øö]/g, 'oe')
		.normalize('NFD')
		.replace(/a\u030a/g, 'aa')
		.replace(/[^a-z0-9]/g, '')
		.replace(/ae|aa/g, 'a')
		.replace(/oe/g, 'o');
}

/**
 * Folds a name or a code for comparison: case and repeated spaces do not matter, letters and punctuation do.
 * "  Medicinsk  AFD. " and "Medicinsk afd." are one name; "Ø" and "O" are two.
 */
export function foldName(text: string): string {
	return tidyText(text).toLowerCase();
}

/** Text as it is kept: one space between words, none at the ends, composed letters, invisible marks dropped. */
export function tidyText(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}
