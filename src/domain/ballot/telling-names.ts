// Names on the list of groups as a reader sees them: a leader has to be able to tell one group from another, or the list
// would be true and still hide a group that was made for one person.
import type { ManifestGroup } from './manifest.ts';

/**
 * A name as it looks: other spaces, invisible characters, other cases and letters of another alphabet with the same shape
 * make no difference. For comparing only. Throws nothing.
 */
export function asSeen(name: string): string {
	return [...name.normalize('NFKC').replaceAll(/[\p{Cf}\p{Cc}]/gu, '')]
		.map((letter) => latinOf.get(letter) ?? letter)
		.join('')
		.replaceAll(/\s+/gu, ' ')
		.trim()
		.toLowerCase();
}

/**
 * Whether a word of the name holds letters of Latin together with Cyrillic or Greek ones, as no word of a language does. A
 * word ends at whatever is no letter: "β-blok" is two. Throws nothing.
 */
export function mixesAlphabets(name: string): boolean {
	const words =
		name
			.normalize('NFKC')
			.replaceAll(/\p{Cf}/gu, '')
			.match(/[\p{L}\p{M}]+/gu) ?? [];
	return words.some(
		(word) =>
			[/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u].filter((one) => one.test(word)).length > 1
	);
}

/**
 * Whether two groups are of the same units, in the same place, with the same in common, and their names do not say that
 * they are parts of one: such groups are numbered in parentheses, "Kirurgi (1)" and "Kirurgi (2)". Throws nothing.
 */
export function hasUntoldTwins(groups: readonly ManifestGroup[]): boolean {
	const alike = new Map<string, ManifestGroup[]>();
	for (const group of groups) {
		const key = unitsAndPlace(group);
		const own = alike.get(key);
		if (own === undefined) alike.set(key, [group]);
		else own.push(group);
	}
	return [...alike.values()].some((own) => own.length > 1 && !areNumbered(own));
}

function unitsAndPlace({ path, units, attributes }: ManifestGroup): string {
	const common = Object.entries(attributes).map(([attribute, value]) => `${attribute}\n${asSeen(value)}`);
	return JSON.stringify([path.map(asSeen), units.map(asSeen).sort(), common.sort()]);
}

function areNumbered(groups: readonly ManifestGroup[]): boolean {
	const names = groups.map(({ name }) => /^(?<base>.+) \(\d+\)$/u.exec(asSeen(name))?.groups?.base);
	return names.every((base) => base !== undefined && base === names[0]);
}

/** Letters of Cyrillic and Greek that look as a letter of Latin does, by Unicode's list of confusable characters. */
const latinOf = new Map(
	[
		['АВЕКМНОРСТУХІЈЅԛԝ', 'ABEKMHOPCTYXIJSqw'],
		['аеорсухіјѕ', 'aeopcyxijs'],
		['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
		['ονι', 'ovi']
	].flatMap(([other = '', latin = '']) => [...other].map((letter, at) => [letter, latin[at] ?? letter] as const))
);
