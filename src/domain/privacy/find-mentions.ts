// Where a person's name or address stands in a text that people wrote, so that somebody can take it out by hand.

export type Person = {
	/** As somebody is called in full. */
	readonly names: readonly string[];
	readonly emails: readonly string[];
};

/** What was found, as it stands in the text, with up to 60 signs of it on each side; "…" where more was cut away. */
export type Mention = { readonly before: string; readonly match: string; readonly after: string };

const signsBeside = 60;

/**
 * Finds a person in a text, in the order of the text, each place once.
 *
 * Found, whole words only, in any case and across lines: the full name; first and last name, also with one initial or word of the
 * own middle names between them; "last, first"; each also with -s, -'s or -’s behind; the address. å also as aa, æ as ae, ø as oe
 * or ö. Not found: a first name or a last name alone, a name of one word, a nickname, initials, a misspelling; so an empty
 * list does not say that nobody can be recognised. Whoever bears the same name is found as well.
 *
 * Missing: names and addresses that are empty are not looked for. Throws nothing.
 */
export function findMentions(text: string, who: Person): readonly Mention[] {
	const patterns = [...who.names.flatMap(patternsOfName), ...who.emails.flatMap(patternsOfAddress)];
	if (patterns.length === 0) return [];
	const whole = text.normalize('NFC');
	const search = new RegExp(patterns.join('|'), 'giu');
	return [...whole.matchAll(search)].map((found) => {
		const match = found[0];
		return {
			match,
			before: endOf(whole.slice(0, found.index)),
			after: startOf(whole.slice(found.index + match.length))
		};
	});
}

const letter = String.raw`[\p{L}\p{N}\p{M}]`;
const space = String.raw`[\s\u00a0]{1,3}`;

function patternsOfName(name: string): readonly string[] {
	const words = name
		.normalize('NFC')
		.split(/[\s\u00a0]+/u)
		.filter((word) => word !== '');
	const [first, ...others] = words.map(patternOfWord);
	const last = others.at(-1);
	if (first === undefined || last === undefined) return [];
	const middle = others.slice(0, -1);
	const between = [...new Set([...middle, String.raw`\p{L}\.?`])].join('|');
	const forms = [
		[first, ...others].join(space),
		`${first}${space}(?:(?:${between})${space})?${last}`,
		`${last},[\\s\\u00a0]{0,3}${first}`
	];
	return forms.map((form) => `(?<!${letter})(?:${form})(?:['’]?s)?(?!${letter})`);
}

function patternsOfAddress(email: string): readonly string[] {
	if (email.trim() === '') return [];
	const whole = escaped(email.trim().normalize('NFC'));
	return [String.raw`(?<![\p{L}\p{N}._%+\-])${whole}(?![\p{L}\p{N}\-]|\.[\p{L}\p{N}])`];
}

/** Danish letters as they are, or as somebody without them writes them. */
const spellings: readonly (readonly [RegExp, string])[] = [
	[/å|aa/giu, '(?:å|aa)'],
	[/æ|ae/giu, '(?:æ|ae)'],
	[/ø|oe|ö/giu, '(?:ø|oe|ö)']
];

function patternOfWord(word: string): string {
	return spellings.reduce((pattern, [letters, either]) => pattern.replace(letters, either), escaped(word));
}

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}

function endOf(text: string): string {
	if (text.length <= signsBeside) return text;
	const cut = text.slice(-signsBeside + 1);
	const word = /\s/u.exec(cut);
	return `…${word === null ? cut : cut.slice(word.index)}`;
}

function startOf(text: string): string {
	if (text.length <= signsBeside) return text;
	const cut = text.slice(0, signsBeside - 1);
	const word = /\s\S*$/u.exec(cut);
	return `${word === null ? cut : cut.slice(0, word.index + 1)}…`;
}
