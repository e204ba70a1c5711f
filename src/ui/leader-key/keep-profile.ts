// What a leader does with a key: keep a round's profile, open it again, remove it.
import { deriveRoundKeys } from './derive.ts';
import type { ProfileHouse } from './profile-house.ts';
import { openProfile, sealProfile, type KeptProfile } from './seal-profile.ts';

type LeaderKey = Uint8Array<ArrayBuffer>;

export type KeepOutcome =
	| 'kept'
	/** Under this key lies a profile of the round with other answers: it is another leader's key, and nothing is overwritten. */
	| 'other-answers'
	| 'too-long'
	| 'full'
	| 'unreachable';

export type OpenOutcome =
	| { readonly kind: 'opened'; readonly profile: KeptProfile }
	/** Nothing lies where this key points. */
	| { readonly kind: 'unknown' }
	/** Something lies there, and the key does not open it. */
	| { readonly kind: 'damaged' }
	| { readonly kind: 'unreachable' };

export async function keepProfile(
	house: ProfileHouse,
	leaderKey: LeaderKey,
	profile: KeptProfile
): Promise<KeepOutcome> {
	const keys = await deriveRoundKeys(leaderKey, profile.roundId);
	const found = await openKeptProfile(house, leaderKey, profile.roundId);
	if (found.kind === 'unreachable') return 'unreachable';
	if (found.kind === 'opened' && !hasSameAnswers(found.profile, profile)) return 'other-answers';
	const sealed = await sealProfile(profile, keys);
	if (sealed === null) return 'too-long';
	const stored = await house.store(profile.roundId, keys, sealed);
	switch (stored) {
		case 'stored':
			return 'kept';
		case 'not-yours':
			return 'other-answers';
		case 'full':
		case 'unreachable':
			return stored;
	}
}

export async function openKeptProfile(
	house: ProfileHouse,
	leaderKey: LeaderKey,
	roundId: string
): Promise<OpenOutcome> {
	const keys = await deriveRoundKeys(leaderKey, roundId);
	const found = await house.fetch(roundId, keys);
	if (found.kind !== 'sealed') return found;
	const profile = await openProfile(found.sealed, keys);
	return profile === null || profile.roundId !== roundId ? { kind: 'damaged' } : { kind: 'opened', profile };
}

/** `not-yours` cannot happen with the key that wrote it. */
export async function removeKeptProfile(
	house: ProfileHouse,
	leaderKey: LeaderKey,
	roundId: string
): Promise<'removed' | 'not-yours' | 'unreachable'> {
	return house.remove(roundId, await deriveRoundKeys(leaderKey, roundId));
}

function hasSameAnswers(one: KeptProfile, other: KeptProfile): boolean {
	const items = new Set([...Object.keys(one.answers), ...Object.keys(other.answers)]);
	return [...items].every((item) => one.answers[item] === other.answers[item]);
}
