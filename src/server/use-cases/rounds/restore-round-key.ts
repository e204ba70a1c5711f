// A lost key file is written again from the words on paper; only the words of this very round are taken.
import type { Actor } from '#server/actor.ts';
import { publicKeyOf } from '#server/ballots/answer-seal.ts';
import { secretOf } from '#server/ballots/recovery-words.ts';
import type { Context } from '#server/context.ts';
import { findAnswersKey, setKeyMissing } from '#server/database/round-opening.ts';
import { findRound } from '#server/database/rounds.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type RestoreRoundKeyOutcome =
	| { readonly kind: 'restored' }
	/** A word is misspelt, missing or out of order. */
	| { readonly kind: 'not-words' }
	/** Good words, of another round. */
	| { readonly kind: 'other-round' }
	| { readonly kind: 'no-key-needed' }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function restoreRoundKey(
	context: Pick<Context, 'db' | 'roundKeys'>,
	actor: Actor,
	input: { readonly roundId: string; readonly words: string }
): Promise<RestoreRoundKeyOutcome> {
	if (!isAllowed('restore-round-key', actor) || actor.kind === 'visitor') return forbidden;
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const round = isUuid(input.roundId) ? await findRound(context.db, key) : null;
	if (round === null) return { kind: 'unknown-round' };
	const answersKey = await findAnswersKey(context.db, key);
	if (answersKey === null || round.closedAt !== null || round.keyCustody === 'split') return { kind: 'no-key-needed' };
	const secret = secretOf(input.words);
	if (secret === null) return { kind: 'not-words' };
	if (!answersKey.equals(await publicKeyOf(secret))) return { kind: 'other-round' };
	context.roundKeys.write(round.id, secret);
	await setKeyMissing(context.db, key, null);
	return { kind: 'restored' };
}
