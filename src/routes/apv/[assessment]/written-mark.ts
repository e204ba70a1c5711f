// Tells whether a part's text was changed on the page: who only leafs through must not save it anew under their name.
import { createHash } from 'node:crypto';

/** The same for the same texts, however a browser sends line breaks and in whatever order the fields stand. */
export function writtenMark(values: Readonly<Record<string, string>>): string {
	const told = Object.entries(values)
		.map(([name, value]) => [name, value.replaceAll('\r\n', '\n').trim()] as const)
		.filter(([, value]) => value !== '')
		.toSorted(([one], [other]) => (one < other ? -1 : 1));
	return createHash('sha256').update(JSON.stringify(told)).digest('base64url');
}
