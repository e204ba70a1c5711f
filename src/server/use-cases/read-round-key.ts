// Where a round's key lies, and its words while it lies in a file: to be printed once more.
import type { Actor } from '#server/actor.ts';
import { wordsOf } from '#server/ballots/recovery-words.ts';
import { publicKeyOf } from '#server/ballots/answer-seal.ts';
import type { Context } from '#server/context.ts';
import { findAnswersKey } from '#server/database/round-opening.ts';
import { findRound, type Round } from '#server/database/rounds.ts';
import { isUuid } from './is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';

export type ReadRoundKeyOutcome =
	| { readonly kind: 'in-file'; readonly round: Round; readonly words: string }
	| { readonly kind: 'missing'; readonly round: Round }
	| { readonly kind: 'split'; readonly round: Round }
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
	if (round.keyCustody === 'split') return { kind: 'split', round };
	const secret = context.roundKeys.read(round.id);
	if (secret === null || !answersKey.equals(await publicKeyOf(secret))) return { kind: 'missing', round };
	return { kind: 'in-file', round, words: wordsOf(secret) };
}
