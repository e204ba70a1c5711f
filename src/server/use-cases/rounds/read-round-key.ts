// Where a round's key lies. Its words are shown to the programme lead while it lies in a file; the halves of a split key each
// to one role, until both have been typed back.
import type { Actor } from '#server/actor.ts';
import { publicKeyOf } from '#server/ballots/answer-seal.ts';
import { splitSecret, wordsOf } from '#server/ballots/recovery-words.ts';
import type { Context } from '#server/context.ts';
import { findAnswersKey } from '#server/database/round-opening.ts';
import { findRound, type Round } from '#server/database/rounds.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, hasRole, isAllowed, type Forbidden } from '../permissions.ts';

export type KeyHalf = 'first' | 'second';

export type ReadRoundKeyOutcome =
	| { readonly kind: 'in-file'; readonly round: Round; readonly words: string }
	| { readonly kind: 'missing'; readonly round: Round }
	/** The reader's half of a key that is to be split, to be written down and typed back. */
	| { readonly kind: 'half'; readonly round: Round; readonly half: KeyHalf; readonly words: string }
	/** `waitsFor`: halves that have not been typed back yet; none: the server has no key. */
	| { readonly kind: 'split'; readonly round: Round; readonly waitsFor: readonly KeyHalf[] }
	/** Not opened yet, or closed: there is no key. */
	| { readonly kind: 'none'; readonly round: Round }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function readRoundKey(
	context: Pick<Context, 'db' | 'roundKeys'>,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<ReadRoundKeyOutcome> {
	if (!isAllowed('read-round-key', actor) || actor.kind === 'visitor') return forbidden;
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const round = isUuid(input.roundId) ? await findRound(context.db, key) : null;
	if (round === null) return { kind: 'unknown-round' };
	const answersKey = await findAnswersKey(context.db, key);
	if (answersKey === null || round.closedAt !== null) return { kind: 'none', round };
	const secret = context.roundKeys.read(round.id);
	const isThere = secret !== null && answersKey.equals(await publicKeyOf(secret));
	if (round.keyCustody === 'split') {
		const half = halfOf(actor);
		const waitsFor = halvesMissing(round);
		if (half === null || !waitsFor.includes(half) || !isThere) return { kind: 'split', round, waitsFor };
		return { kind: 'half', round, half, words: wordsOf(splitSecret(secret)[half === 'first' ? 0 : 1]) };
	}
	// The words open everything: they are the programme lead's alone.
	if (actor.kind === 'person' && !hasRole(actor, 'programme-lead')) return forbidden;
	return isThere ? { kind: 'in-file', round, words: wordsOf(secret) } : { kind: 'missing', round };
}

/** The half of a person; who has both roles gets the first only, because two halves in one hand are none. */
export function halfOf(actor: Actor): KeyHalf | null {
	if (actor.kind !== 'person') return null;
	if (hasRole(actor, 'programme-lead')) return 'first';
	return hasRole(actor, 'committee') ? 'second' : null;
}

export function halvesMissing(round: Pick<Round, 'firstHalfAt' | 'secondHalfAt'>): KeyHalf[] {
	return [
		...(round.firstHalfAt === null ? (['first'] as const) : []),
		...(round.secondHalfAt === null ? (['second'] as const) : [])
	];
}
