// Every browser judges the list of groups before it does anything. A list that is refused must never be frozen, so it is
// judged here first: at the opening with stand-ins for the keys, and once more when it is frozen.
import { checkManifest, type ManifestProblem } from '#domain/ballot/check-manifest.ts';
import { parseManifest, writeManifest, type ManifestGroup, type ManifestParts } from '#domain/ballot/manifest.ts';
import type { NewRound } from '#server/database/rounds.ts';

export type ListProblem = ManifestProblem | 'not-readable';

/** `content`: the list as it would be frozen. Judged from the place of the smallest group; empty where nothing is wrong. */
export function whatBrowsersRefuse(content: string): readonly ListProblem[] {
	const parsed = parseManifest(content);
	if (parsed.kind === 'faulty') return ['not-readable'];
	const { manifest } = parsed;
	const [smallest] = manifest.groups.toSorted((one, other) => one.invited - other.invited);
	const checked = checkManifest({
		manifest,
		hashMatches: true,
		roundId: manifest.round.id,
		instrument: manifest.instrument,
		rules: manifest.rules,
		groupId: smallest?.id ?? ''
	});
	return checked.kind === 'refused' ? checked.problems : [];
}

/** The same before there are keys. */
export function whatBrowsersWouldRefuse(
	round: NewRound,
	groups: readonly (Omit<ManifestGroup, 'key' | 'units'> & { readonly pools: readonly string[] })[]
): readonly ListProblem[] {
	return whatBrowsersRefuse(
		writeManifest({
			organisation: 'organisation',
			...roundInManifest(round),
			answersKey: Buffer.alloc(65).toString('base64url'),
			previous: null,
			groups: groups.map(({ id, name, path, pools, attributes, invited }, index) => ({
				id,
				name,
				path,
				units: pools.length > 0 ? pools : [name],
				attributes,
				invited,
				key: standInKey(index)
			}))
		})
	);
}

/** What a list says of its round. */
export function roundInManifest(round: NewRound): Pick<ManifestParts, 'round' | 'instrument' | 'rules'> {
	return {
		round: { id: round.id, name: round.name, opensOn: round.opensOn, closesOn: round.closesOn },
		instrument: { id: round.instrumentId, version: round.instrumentVersion },
		rules: { threshold: round.threshold, minimumInvited: round.minimumInvited }
	};
}

function standInKey(index: number): string {
	const bytes = Buffer.alloc(294);
	bytes.writeUInt32BE(index);
	return bytes.toString('base64url');
}
