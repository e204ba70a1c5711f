// An invitation is exchanged for a signature on a blinded ballot. The server notes that it was collected, without a time,
// and never sees the ballot that comes of it.
import { createHash, timingSafeEqual } from 'node:crypto';
import { readBase64url, writeBase64url } from '#domain/ballot/base64url.ts';
import type { Actor } from '#server/actor.ts';
import { signBlinded } from '#server/ballots/signing-keys.ts';
import type { Context } from '#server/context.ts';
import { holdInvitation, markCollected } from '#server/database/invitations.ts';
import { findRoundAnywhere, holdRoundShared } from '#server/database/rounds.ts';
import { findSigningKey } from '#server/database/signing-keys.ts';
import { hashToken } from './invitation-token.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type CollectBallotOutcome =
	/** The same blinded value again gives the same signature again. */
	| { readonly kind: 'collected'; readonly signature: string }
	/** Another blinded value has been signed for this invitation. */
	| { readonly kind: 'already-collected' }
	/** Not a number below the modulus, or not as long as it. */
	| { readonly kind: 'not-a-blinded-value' }
	| { readonly kind: 'unknown-invitation' }
	| { readonly kind: 'unknown-round' }
	| { readonly kind: 'closed' }
	| Forbidden;

export async function collectBallot(
	context: Pick<Context, 'db'>,
	actor: Actor,
	input: { readonly roundId: string; readonly token: string; readonly blinded: string }
): Promise<CollectBallotOutcome> {
	if (!isAllowed('collect-ballot', actor)) return forbidden;
	const blinded = readBase64url(input.blinded);
	if (blinded === null) return { kind: 'not-a-blinded-value' };
	const round = isUuid(input.roundId) ? await findRoundAnywhere(context.db, input.roundId) : null;
	if (round === null || round.openedAt === null) return { kind: 'unknown-round' };
	const key = { organisationId: round.organisationId, roundId: round.id };
	const blindedHash = createHash('sha256').update(blinded).digest();
	return context.db.transaction().execute(async (db): Promise<CollectBallotOutcome> => {
		// Whoever closes the round waits for this, and whoever waits for the close then sees that it is closed.
		const held = await holdRoundShared(db, key);
		if (held === null || held.closedAt !== null) return { kind: 'closed' };
		const invitation = await holdInvitation(db, key, hashToken(input.token));
		if (invitation === null) return { kind: 'unknown-invitation' };
		const signingKey = await findSigningKey(db, key, invitation.groupId);
		if (signingKey === null) throw new Error('an open round has no key to sign ballots with');
		// Judged first, so that nonsense does not tell whether the invitation was collected.
		const signature = signBlinded(signingKey, blinded);
		if (signature === null) return { kind: 'not-a-blinded-value' };
		const { blindedHash: earlier } = invitation;
		const isAgain = invitation.isCollected && earlier !== null && timingSafeEqual(earlier, blindedHash);
		// A signature whose way back was lost is handed out again until the box is opened.
		if (held.closingAt !== null && !isAgain) return { kind: 'closed' };
		if (invitation.isCollected && !isAgain) return { kind: 'already-collected' };
		if (!invitation.isCollected) await markCollected(db, key, { ...invitation, blindedHash });
		return { kind: 'collected', signature: writeBase64url(signature) };
	});
}
