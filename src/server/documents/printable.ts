// PDF/UA refuses a letter that no font has. One odd letter in a record must not cost everybody the document.

const replacement = '\uFFFD';

/**
 * The same data with every text printable: letters made of several signs are joined where they can be, blanks of all
 * kinds become a blank, and what has no shape in the fonts becomes the replacement sign. Anything but text stays.
 */
export function keepPrintable(data: unknown, codePoints: ReadonlySet<number>): unknown {
	if (typeof data === 'string') return printable(data, codePoints);
	if (Array.isArray(data)) return data.map((part: unknown) => keepPrintable(part, codePoints));
	if (typeof data !== 'object' || data === null) return data;
	return Object.fromEntries(Object.entries(data).map(([name, part]) => [name, keepPrintable(part, codePoints)]));
}

function printable(text: string, codePoints: ReadonlySet<number>): string {
	return [...text.normalize('NFC').replace(/\s/gu, (blank) => (blank === '\u00A0' ? blank : ' '))]
		.map((sign) => (codePoints.has(sign.codePointAt(0) ?? 0) ? sign : replacement))
		.join('');
}
