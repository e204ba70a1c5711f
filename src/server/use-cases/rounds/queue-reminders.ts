// One reminder to everybody who has not collected the questionnaire. Who they are is not told to anybody, and is forgotten
// when the letters are sent.
import type { Kysely } from 'kysely';
import type { Context } from '#server/context.ts';
import { findInvitationSecret, listUncollected } from '#server/database/invitations.ts';
import { listMailLanguages } from '#server/database/mail-preferences.ts';
import { queueMails } from '#server/database/mails.ts';
import { findManifest } from '#server/database/manifests.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import type { RoundClock } from '#server/database/round-clocks.ts';
import { markRound, type Round } from '#server/database/rounds.ts';
import type { Tables } from '#server/database/tables.ts';
import { findInstrument } from './find-instrument.ts';
import { invitationMails } from './invitation-mails.ts';
import { invitationToken } from '../ballots/invitation-token.ts';

/** Inside the transaction that holds the round and notes that it was reminded. `nextOn`: when the next comes, or null. */
export async function queueReminders(
	context: Pick<Context, 'settings' | 'now' | 'instruments'>,
	db: Kysely<Tables>,
	{ round, clock, nextOn }: { readonly round: Round; readonly clock: RoundClock; readonly nextOn: string | null }
): Promise<void> {
	const key = { organisationId: round.organisationId, roundId: round.id };
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
				number: clock.reminders + 1,
				nextReminderOn: nextOn,
				lastDay: clock.closesAfter ?? round.closesOn,
				languages: await listMailLanguages(db, key.organisationId),
				round,
				instrument: await findInstrument({ ...context, db }, round),
				organisationName: organisation?.name ?? '',
				manifestHash: Buffer.from(manifest.hash).toString('base64url'),
				recipients: waiting.map((leader) => ({ ...leader, token: invitationToken(secret, leader.leaderId) }))
			})
		);
	}
	await markRound(db, key, 'reminded_at', context.now());
}
