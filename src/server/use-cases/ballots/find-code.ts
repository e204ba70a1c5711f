// Somebody types the code of a printed letter. A right code always works: 80 bits cannot be guessed, and a whole hospital
// may stand behind one address; only who goes on with wrong ones is asked to wait. Those are counted in memory.
import { normaliseCode } from '#domain/ballot/code.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findRoundOfCode } from '#server/database/find-code.ts';
import { createAttemptLimit } from '#server/identity/attempt-limit.ts';
import { hashToken } from './invitation-token.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type FindCodeOutcome =
	/** `code`: as it stands in a link. */
	| { readonly kind: 'found'; readonly roundId: string; readonly code: string }
	/** Too short, too long, or with letters that no code has. */
	| { readonly kind: 'not-a-code' }
	| { readonly kind: 'unknown-code' }
	| { readonly kind: 'closed' }
	| { readonly kind: 'too-many' }
	| Forbidden;

export const wrongCodesAtMost = 60;
const unknownCodes = createAttemptLimit({ limit: wrongCodesAtMost, windowMilliseconds: 10 * 60_000 });

/** `client`: where the request came from; held in memory for ten minutes where the code was unknown, and nowhere else. */
export async function findCode(
	context: Pick<Context, 'db' | 'now'>,
	actor: Actor,
	input: { readonly typed: string; readonly client: string }
): Promise<FindCodeOutcome> {
	if (!isAllowed('find-code', actor)) return forbidden;
	const code = normaliseCode(input.typed);
	if (code === null) return { kind: 'not-a-code' };
	const found = await findRoundOfCode(context.db, hashToken(code));
	if (found !== null) return found.takesAnswers ? { kind: 'found', roundId: found.roundId, code } : { kind: 'closed' };
	return unknownCodes.count(input.client, context.now()) ? { kind: 'unknown-code' } : { kind: 'too-many' };
}
