// Long Danish names in narrow places: lines of known length, so that a heading's height can be planned.

type Limits = { readonly maximumCharacters: number; readonly maximumLines: number };

/**
 * The label in lines of at most `maximumCharacters`, broken between words and after hyphens where possible, inside a
 * word with a hyphen where not. What does not fit in `maximumLines` ends in an ellipsis: show the full name elsewhere.
 */
export function wrapLabel(label: string, { maximumCharacters, maximumLines }: Limits): readonly string[] {
	if (maximumCharacters < 2 || maximumLines < 1) {
		throw new RangeError(`No label fits in ${maximumLines} lines of ${maximumCharacters} characters`);
	}
	const lines: string[] = [];
	for (const piece of pieces(label, maximumCharacters)) {
		const last = lines.at(-1);
		if (last === undefined) {
			lines.push(piece);
			continue;
		}
		const joined = last.endsWith('-') ? last + piece : `${last} ${piece}`;
		if (joined.length <= maximumCharacters) lines[lines.length - 1] = joined;
		else lines.push(piece);
	}
	if (lines.length <= maximumLines) return lines;
	return [...lines.slice(0, maximumLines - 1), ellipsis(lines[maximumLines - 1] ?? '', maximumCharacters)];
}

function pieces(label: string, maximumCharacters: number): readonly string[] {
	const words = label.trim().split(/\s+|(?<=\p{L}-)(?=\p{L})/u);
	return words.flatMap((word) => breakWord(word, maximumCharacters)).filter((word) => word !== '');
}

function breakWord(word: string, maximumCharacters: number): readonly string[] {
	const parts: string[] = [];
	let rest = word;
	while (rest.length > maximumCharacters) {
		parts.push(`${rest.slice(0, maximumCharacters - 1)}-`);
		rest = rest.slice(maximumCharacters - 1);
	}
	return [...parts, rest];
}

function ellipsis(line: string, maximumCharacters: number): string {
	return `${line.slice(0, maximumCharacters - 1).replace(/[\s-]+$/, '')}…`;
}
