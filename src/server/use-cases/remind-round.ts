// One reminder a round, to those who have not collected their ballot. Who they are is not told to anybody.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { queueMails } from '#server/database/mails.ts';
import { findManifest } from '#server/database/manifests.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { findInvitationSecret, listUncollected } from '#server/database/invitations.ts';
import { holdRound, markRound } from '#server/database/rounds.ts';
import { invitationMails } from './invitation-mails.ts';
import { invitationToken } from './invitation-token.ts';
import { isUuid } from './is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';

export type RemindRoundOutcome =
	| { readonly kind: 'reminded' }
	| { readonly kind: 'already-reminded' }
	| { readonly kind: 'not-open' }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function remindRound(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<RemindRoundOutcome> {
	if (!isAllowed('remind-round', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.roundId)) return { kind: 'unknown-round' };
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	return context.db.transaction().execute(async (db): Promise<RemindRoundOutcome> => {
		const round = await holdRound(db, key);
		if (round === null || round.source !== 'ballots') return { kind: 'unknown-round' };
		if (round.openedAt === null || round.closingAt !== null || round.closedAt !== null) return { kind: 'not-open' };
		if (round.remindedAt !== null) return { kind: 'already-reminded' };
		const secret = await findInvitationSecret(db, key);
		if (secret === null) throw new Error('an open round has lost the secret of its invitations');
		const organisation = await findOrganisation(db, key.organisationId);
		if (organisation?.isDemonstration !== true) {
			const manifest = await findManifest(db, key);
			if (manifest === null) throw new Error('an open round has no manifest');
			const waiting = await listUncollected(db, key);
			await queueMails(
				db,
				invitationMails(context, {
					kind: 'reminder',
					round,
					organisationName: organisation?.name ?? '',
					manifestHash: Buffer.from(manifest.hash).toString('base64url'),
					recipients: waiting.map((leader) => ({ ...leader, token: invitationToken(secret, leader.leaderId) }))
				})
			);
		}
		await markRound(db, key, 'reminded_at', context.now());
		return { kind: 'reminded' };
	});
}
