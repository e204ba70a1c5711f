// Which group an invitation belongs to: the browser looks it up in the public manifest before it asks for a ballot.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findInvitation } from '#server/database/invitations.ts';
import { findRoundAnywhere } from '#server/database/rounds.ts';
import { hashToken } from './invitation-token.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ReadInvitationOutcome =
	/** Whether it was collected is not told: whoever prints codes could ask for everybody. */
	| { readonly kind: 'invitation'; readonly group: string }
	| { readonly kind: 'unknown-invitation' }
	| { readonly kind: 'unknown-round' }
	| { readonly kind: 'not-open' }
	| { readonly kind: 'closed' }
	| Forbidden;

export async function readInvitation(
	context: Pick<Context, 'db'>,
	actor: Actor,
	input: { readonly roundId: string; readonly token: string }
): Promise<ReadInvitationOutcome> {
	if (!isAllowed('read-invitation', actor)) return forbidden;
	const round = isUuid(input.roundId) ? await findRoundAnywhere(context.db, input.roundId) : null;
	if (round === null) return { kind: 'unknown-round' };
	if (round.openedAt === null) return { kind: 'not-open' };
	if (round.closingAt !== null || round.closedAt !== null) return { kind: 'closed' };
	const key = { organisationId: round.organisationId, roundId: round.id };
	const invitation = await findInvitation(context.db, key, hashToken(input.token));
	if (invitation === null) return { kind: 'unknown-invitation' };
	return { kind: 'invitation', group: invitation.groupId };
}
