// PDF/UA refuses a letter that no font has. One odd letter in a record must not cost everybody the document.

const replacement = '\uFFFD';

/** Emoji, and the signs that join or colour them. */
const emoji =
	/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200D\uFE0E\uFE0F\u20E3\u{E0020}-\u{E007F}]/u;

/**
 * The same data with every text printable: letters made of several signs are joined where they can be, blanks of all
 * kinds become a blank, emoji without a shape are left out, and any other letter without one becomes the replacement sign. Anything but
 * text stays.
 */
export function keepPrintable(data: unknown, codePoints: ReadonlySet<number>): unknown {
	if (typeof data === 'string') return printable(data, codePoints);
	if (Array.isArray(data)) return data.map((part: unknown) => keepPrintable(part, codePoints));
	if (typeof data !== 'object' || data === null) return data;
	return Object.fromEntries(Object.entries(data).map(([name, part]) => [name, keepPrintable(part, codePoints)]));
}

function printable(text: string, codePoints: ReadonlySet<number>): string {
	const has = (sign: string) => codePoints.has(sign.codePointAt(0) ?? 0);
	const all = [...text.normalize('NFC').replace(/\s/gu, (blank) => (blank === '\u00A0' ? blank : ' '))];
	const told = all.filter((sign) => has(sign) || !emoji.test(sign));
	const shown = told.map((sign) => (has(sign) ? sign : replacement)).join('');
	if (told.length === all.length) return shown;
	// Nothing but emoji is still something that somebody wrote.
	return shown.replace(/ {2,}/g, ' ').trim() || replacement;
}
