// A half of a split key is typed back from paper by whoever keeps it. When both are, the server forgets the key, and the round
// may open: a key that nobody holds would lose every answer.
import type { Actor } from '#server/actor.ts';
import { publicKeyOf } from '#server/ballots/answer-seal.ts';
import { secretOf, splitSecret } from '#server/ballots/recovery-words.ts';
import type { Context } from '#server/context.ts';
import { findAnswersKey, markHalf } from '#server/database/round-opening.ts';
import { holdRound } from '#server/database/rounds.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { halfOf, halvesMissing } from './read-round-key.ts';

export type ConfirmKeyHalfOutcome =
	| { readonly kind: 'confirmed'; readonly isComplete: boolean }
	/** A word is misspelt, missing or out of order. */
	| { readonly kind: 'not-words' }
	/** Good words, of something else. */
	| { readonly kind: 'other-words' }
	/** Not split, typed back before, or the file is gone. */
	| { readonly kind: 'nothing-to-confirm' }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function confirmKeyHalf(
	context: Pick<Context, 'db' | 'roundKeys' | 'now'>,
	actor: Actor,
	input: { readonly roundId: string; readonly words: string }
): Promise<ConfirmKeyHalfOutcome> {
	const half = halfOf(actor);
	if (!isAllowed('confirm-key-half', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.roundId)) return { kind: 'unknown-round' };
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const outcome = await context.db.transaction().execute(async (db): Promise<ConfirmKeyHalfOutcome> => {
		const round = await holdRound(db, key);
		if (round === null) return { kind: 'unknown-round' };
		const answersKey = await findAnswersKey(db, key);
		const secret = context.roundKeys.read(round.id);
		const waitsFor = halvesMissing(round);
		if (round.keyCustody !== 'split' || secret === null || half === null || !waitsFor.includes(half))
			return { kind: 'nothing-to-confirm' };
		if (!answersKey?.equals(await publicKeyOf(secret))) return { kind: 'nothing-to-confirm' };
		const typed = secretOf(input.words);
		if (typed === null) return { kind: 'not-words' };
		if (!Buffer.from(typed).equals(splitSecret(secret)[half === 'first' ? 0 : 1])) return { kind: 'other-words' };
		await markHalf(db, key, half, context.now());
		return { kind: 'confirmed', isComplete: waitsFor.length === 1 };
	});
	if (outcome.kind === 'confirmed' && outcome.isComplete) context.roundKeys.destroy(key.roundId);
	return outcome;
}
