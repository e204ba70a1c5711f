// Change over time without following anyone: the browser compares with the leader's own earlier profile, and only better,
// unchanged or worse for each scale goes with the answers, and only if the leader says so. No number of a person is sent.
import type { Change } from '#domain/ballot/answer-envelope.ts';
import type { ReliableChange } from '#domain/statistics/reliable-change.ts';
import { fetchChangeBasis, type ChangeBasis } from './change-basis.ts';
import { compareProfiles, type Answers, type ComparedScale } from './compare-profiles.ts';
import { openKeptProfile } from './keep-profile.ts';
import { canUseKeys, leaderKeyStore, type HeldKey } from './key.ts';
import { unwrapWithPasskey } from './passkey.ts';
import { profileHouse } from './profile-house.ts';

export type PreparedChanges = {
	/** The earlier round's name. */
	readonly earlierRound: string;
	/** In the instrument's scale order; null where it cannot be said. */
	readonly changes: Change[];
};

export type OwnComparison = {
	readonly earlierRound: string;
	readonly scales: readonly ComparedScale[];
};

/** What of the browser is used; given by tests. */
export type Surroundings = {
	readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
	readonly send: typeof fetch;
	readonly unwrap: typeof unwrapWithPasskey;
};

/** More rounds back than this is not looked for: each look is a request. */
const mostRoundsBack = 6;

/**
 * Compares the answers with the newest earlier profile that the key in this browser opens. Null without a key, without such
 * a profile, without a connection, or where nothing can be said of any scale. A key behind a passkey asks for it: call this
 * when the leader has just pressed something. Tells nothing to anybody: what to do with it is the leader's to say.
 */
export async function prepareChanges(
	input: { readonly roundId: string; readonly answers: Answers },
	surroundings: Surroundings = browser()
): Promise<PreparedChanges | null> {
	const kept = canUseKeys() ? leaderKeyStore(surroundings.storage).read() : null;
	if (kept === null) return null;
	const leaderKey = await unlocked(kept.held, surroundings);
	if (leaderKey === null) return null;
	const comparison = await compareWithEarlier({ ...input, leaderKey, send: surroundings.send });
	if (comparison.kind !== 'compared') return null;
	const { earlierRound, scales } = comparison;
	const changes = scales.map(({ change }) => numberOf(change));
	return changes.every((change) => change === null) ? null : { earlierRound, changes };
}

/** True where a comparison may be possible: a key lies in this browser. Asks nobody. */
export function hasLeaderKey(storage: Surroundings['storage'] = localStorage): boolean {
	return canUseKeys() && leaderKeyStore(storage).read() !== null;
}

export async function compareWithEarlier(input: {
	readonly roundId: string;
	readonly answers: Answers;
	readonly leaderKey: Uint8Array<ArrayBuffer>;
	readonly send?: typeof fetch;
}): Promise<({ readonly kind: 'compared' } & OwnComparison) | { readonly kind: 'none' | 'unreachable' }> {
	const send = input.send ?? ((address, init) => fetch(address, init));
	const basis = await fetchChangeBasis(input.roundId, send);
	if (basis === null) return { kind: 'unreachable' };
	const earlier = await newestEarlier(basis, input.leaderKey, send);
	if (earlier.kind !== 'found') return earlier;
	const { instrument, scales: spreads } = basis;
	const scales = compareProfiles({ instrument, spreads, before: earlier.answers, after: input.answers });
	return { kind: 'compared', earlierRound: earlier.name, scales };
}

async function newestEarlier(
	basis: ChangeBasis,
	leaderKey: Uint8Array<ArrayBuffer>,
	send: typeof fetch
): Promise<
	| { readonly kind: 'found'; readonly name: string; readonly answers: Answers }
	| { readonly kind: 'none' | 'unreachable' }
> {
	const house = profileHouse(send);
	for (const { id, name } of basis.earlierRounds.slice(0, mostRoundsBack)) {
		const found = await openKeptProfile(house, leaderKey, id);
		if (found.kind === 'opened' && found.profile.instrument.id === basis.instrument.id)
			return { kind: 'found', name, answers: found.profile.answers };
		if (found.kind === 'unreachable') return { kind: 'unreachable' };
	}
	return { kind: 'none' };
}

async function unlocked(held: HeldKey, surroundings: Surroundings): Promise<Uint8Array<ArrayBuffer> | null> {
	return held.kind === 'plain' ? held.key : surroundings.unwrap(held.wrapped);
}

function numberOf(change: ReliableChange | null): Change {
	switch (change) {
		case 'better':
			return 1;
		case 'unchanged':
			return 0;
		case 'worse':
			return -1;
		case null:
			return null;
	}
}

function browser(): Surroundings {
	return { storage: localStorage, send: (address, init) => fetch(address, init), unwrap: unwrapWithPasskey };
}
