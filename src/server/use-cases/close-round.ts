// The close: nothing more is accepted, the ballot box is opened and shuffled, and the links of the round end.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { countResponses, forgetOldVersions, openBallotBox } from '#server/database/responses.ts';
import { holdRound, markRound, setInvitationSecret } from '#server/database/rounds.ts';
import { isUuid } from './is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';

export type CloseRoundOutcome =
	| { readonly kind: 'closed'; readonly responses: number }
	| { readonly kind: 'already-closed' }
	| { readonly kind: 'not-open' }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function closeRound(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<CloseRoundOutcome> {
	if (!isAllowed('close-round', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.roundId)) return { kind: 'unknown-round' };
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const outcome = await context.db.transaction().execute(async (db): Promise<CloseRoundOutcome> => {
		const round = await holdRound(db, key);
		if (round === null) return { kind: 'unknown-round' };
		if (round.closedAt !== null) return { kind: 'already-closed' };
		if (round.openedAt === null) return { kind: 'not-open' };
		await markRound(db, key, 'closed_at', context.now());
		await openBallotBox(db, key, context.randomBytes);
		await setInvitationSecret(db, key, null);
		return { kind: 'closed', responses: await countResponses(db, key) };
	});
	if (outcome.kind === 'closed') await forgetOldVersions(context.db);
	return outcome;
}
