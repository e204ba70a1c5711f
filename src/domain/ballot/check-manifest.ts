// Whether a browser may ask for a ballot under a manifest. Each problem is a way in which somebody could be singled out, or
// in which answers would go to another place than the leader was told.
import { readBase64url } from './base64url.ts';
import type { Manifest, ManifestGroup } from './manifest.ts';
import { asSeen, hasUntoldTwins, mixesAlphabets } from './telling-names.ts';

export type ManifestProblem =
	/** The text is not the one that the invitation names. */
	| 'hash-differs'
	| 'other-round'
	| 'other-instrument'
	/** Others than the page tells the leader. */
	| 'other-rules'
	/** So loose that they protect nobody, whoever set them. */
	| 'rules-too-loose'
	| 'group-missing'
	/** Two groups with one id, or with one name in one place: a leader could not tell which of them is meant. */
	| 'group-named-twice'
	/** Two groups of the same units with nothing to tell them apart: one of them could be made for one person. */
	| 'groups-alike'
	/** A word in letters of several alphabets, which looks like another one. */
	| 'name-mixes-alphabets'
	/** A ballot of one group would be valid in the other. */
	| 'key-shared-by-groups'
	/** A group, the leader's or another, is smaller than the rule: the list was not made as the leaders were told. */
	| 'group-too-small'
	| 'key-malformed';

export type CheckedManifest =
	| { readonly kind: 'checked'; readonly group: ManifestGroup }
	| { readonly kind: 'refused'; readonly problems: readonly ManifestProblem[] };

/** What no round may go below, whatever its own rules say: of two answers each would know the other's. */
const floor = { threshold: 3, minimumInvited: 5 } as const;

/** SubjectPublicKeyInfo of an RSA key of 2048 bits with the exponent 65537: the smallest key that is accepted. */
const smallestKeyBytes = 294;

/** An uncompressed point on P-256. */
const answersKeyBytes = 65;

/**
 * Judges a manifest from the place of one leader.
 *
 * `hashMatches`: whether SHA-256 of the exact text is what the invitation names (computed outside: the domain does not
 * hash). `instrument`: the questionnaire that the leader sees; `rules`: those that the page tells the leader; `groupId`: the
 * group that the server says the invitation belongs to. Returns the leader's group, or every problem found, each once, in
 * the order of the type. That the key is an RSA key with the right exponent is for whoever imports it. Throws nothing.
 */
export function checkManifest(input: {
	readonly manifest: Manifest;
	readonly hashMatches: boolean;
	readonly roundId: string;
	readonly instrument: { readonly id: string; readonly version: number };
	readonly rules: Manifest['rules'];
	readonly groupId: string;
}): CheckedManifest {
	const { manifest, instrument } = input;
	const { groups, rules } = manifest;
	const group = groups.find((one) => one.id === input.groupId);
	const least = Math.max(rules.minimumInvited, rules.threshold, floor.minimumInvited);
	const found: readonly (readonly [ManifestProblem, boolean])[] = [
		['hash-differs', !input.hashMatches],
		['other-round', manifest.round.id !== input.roundId],
		[
			'other-instrument',
			manifest.instrument.id !== instrument.id || manifest.instrument.version !== instrument.version
		],
		['other-rules', rules.threshold !== input.rules.threshold || rules.minimumInvited !== input.rules.minimumInvited],
		['rules-too-loose', rules.threshold < floor.threshold || rules.minimumInvited < floor.minimumInvited],
		['group-missing', group === undefined],
		['group-named-twice', hasTwice(groups.map(({ id }) => id)) || hasTwice(groups.map(placeAndName))],
		['groups-alike', hasUntoldTwins(groups)],
		['name-mixes-alphabets', groups.some(({ name, path, units }) => [name, ...path, ...units].some(mixesAlphabets))],
		['key-shared-by-groups', hasTwice(groups.map(({ key }) => key))],
		['group-too-small', groups.some(({ invited }) => invited < least)],
		[
			'key-malformed',
			readBase64url(manifest.answersKey)?.length !== answersKeyBytes ||
				groups.some(({ key }) => (readBase64url(key)?.length ?? 0) < smallestKeyBytes)
		]
	];
	const problems = found.flatMap(([problem, isFound]) => (isFound ? [problem] : []));
	return group === undefined || problems.length > 0 ? { kind: 'refused', problems } : { kind: 'checked', group };
}

function hasTwice(values: readonly string[]): boolean {
	return new Set(values).size < values.length;
}

/** Places and names that look the same to a reader are the same. */
function placeAndName(group: ManifestGroup): string {
	return [...group.path, group.name].map(asSeen).join('\n');
}
