// Where two sentences part and where they meet again.

export type ChangedWords = { readonly start: string; readonly changed: string; readonly end: string };

/** The text cut in three: what both begin with, what only this one says, and what both end with. By whole words. */
export function changedWords(text: string, other: string): ChangedWords {
	const [own, others] = [wordsOf(text), wordsOf(other)];
	const shorter = Math.min(own.length, others.length);
	let start = 0;
	while (start < shorter && own[start] === others[start]) start++;
	let end = 0;
	while (end < shorter - start && own.at(-1 - end) === others.at(-1 - end)) end++;
	return {
		start: own.slice(0, start).join(''),
		changed: own.slice(start, own.length - end).join(''),
		end: own.slice(own.length - end).join('')
	};
}

/** Words and the spaces between them. */
function wordsOf(text: string): readonly string[] {
	return text.split(/(\s+)/).filter((part) => part !== '');
}
