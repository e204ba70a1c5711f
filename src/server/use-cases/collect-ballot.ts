// An invitation is exchanged for a ballot: the invitation is marked, the ballot is entered, and no line joins the two.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findBallot, insertBallot } from '#server/database/responses.ts';
import { findRoundAnywhere, holdInvitation, markCollected } from '#server/database/rounds.ts';
import { hashBallot } from './ballot-number.ts';
import { hashToken } from './invitation-token.ts';
import { isUuid } from './is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';

export type CollectBallotOutcome =
	/** Also when the same invitation brings the same ballot again. */
	| { readonly kind: 'collected' }
	/** The invitation has been exchanged for another ballot. */
	| { readonly kind: 'already-collected' }
	| { readonly kind: 'unknown-invitation' }
	| { readonly kind: 'unknown-round' }
	| { readonly kind: 'closed' }
	| { readonly kind: 'not-a-ballot' }
	| Forbidden;

export async function collectBallot(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string; readonly token: string; readonly ballot: string }
): Promise<CollectBallotOutcome> {
	if (!isAllowed('collect-ballot', actor)) return forbidden;
	const hash = hashBallot(input.ballot);
	if (hash === null) return { kind: 'not-a-ballot' };
	const round = isUuid(input.roundId) ? await findRoundAnywhere(context.db, input.roundId) : null;
	if (round === null || round.openedAt === null) return { kind: 'unknown-round' };
	if (round.closedAt !== null) return { kind: 'closed' };
	const key = { organisationId: round.organisationId, roundId: round.id };
	return context.db.transaction().execute(async (db): Promise<CollectBallotOutcome> => {
		const invitation = await holdInvitation(db, key, hashToken(input.token));
		if (invitation === null) return { kind: 'unknown-invitation' };
		const entered = await findBallot(db, key, hash);
		if (invitation.isCollected)
			return entered?.groupId === invitation.groupId ? { kind: 'collected' } : { kind: 'already-collected' };
		if (entered !== null) return { kind: 'not-a-ballot' };
		await markCollected(db, key, invitation);
		await insertBallot(db, key, { hash, groupId: invitation.groupId });
		return { kind: 'collected' };
	});
}
