// Works by the same people lean on the same data and the same eyes, so they count as one voice.
import type { Study } from '#domain/evidence/evidence.ts';

/**
 * Groups of works that share no author with any other group.
 *
 * Two works share an author where a family name and the first letter of the given name agree; an unknown given name
 * agrees with any. Sharing is passed on: A with B and B with C is one group.
 * Shape: works in any order, each once. Missing: a work without authors is a group of its own.
 * Returns the groups in the order of their first work; none for no works. Throws nothing.
 * Source: own rule, see evidence/README.md.
 */
export function groupBySharedAuthors(studies: readonly Study[]): readonly (readonly Study[])[] {
	let groups: Study[][] = [];
	for (const study of studies) {
		const related = groups.filter((group) => group.some((other) => shareAnAuthor(other, study)));
		const first = related[0];
		if (first === undefined) {
			groups.push([study]);
			continue;
		}
		const merged = [...related.flat(), study];
		groups = groups.filter((group) => !related.includes(group) || group === first);
		groups[groups.indexOf(first)] = merged;
	}
	return groups;
}

function shareAnAuthor(left: Study, right: Study): boolean {
	return left.authors.some((a) => right.authors.some((b) => isSamePerson(a, b)));
}

type Author = Study['authors'][number];

function isSamePerson(left: Author, right: Author): boolean {
	// "Spence Laschinger" and "Laschinger" are one name written in two ways; so are "von Vultée" and "Vultée".
	const sameFamily = lastWord(left.family) === lastWord(right.family);
	if (!sameFamily) return false;
	const [a, b] = [firstLetter(left.given), firstLetter(right.given)];
	return a === null || b === null || a === b;
}

function lastWord(name: string): string {
	return name.trim().toLocaleLowerCase('en').split(' ').at(-1) ?? '';
}

function firstLetter(name: string | null): string | null {
	return name === null || name.trim() === '' ? null : name.trim().charAt(0).toLocaleLowerCase('en');
}
