// A person decides that mails which nothing tries by itself are sent again: after a wrong address, an uncertain attempt, or
// when a letter has come back.
import type { Kysely } from 'kysely';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findInvitationSecret, listInvited } from '#server/database/invitations.ts';
import { listMailLanguages } from '#server/database/mail-preferences.ts';
import { queueMails, requeueMails, type QueuedMail, type StuckState } from '#server/database/mails.ts';
import { forgetBounced } from '#server/database/returned-mails.ts';
import { findManifest } from '#server/database/manifests.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { listBounced } from '#server/database/outbox.ts';
import { findRoundClock } from '#server/database/round-clocks.ts';
import { listRounds } from '#server/database/rounds.ts';
import type { Tables } from '#server/database/tables.ts';
import { forgetUnreachable } from '#server/database/unreachable-addresses.ts';
import { forbidden, isAllowed, type Forbidden } from '#server/use-cases/permissions.ts';
import { findInstrument } from '../rounds/find-instrument.ts';
import { invitationMails } from '../rounds/invitation-mails.ts';
import { invitationToken } from '../ballots/invitation-token.ts';
import { lastDayOf } from '../rounds/round-clock.ts';

export type ResendMailsContext = Pick<Context, 'db' | 'now' | 'settings' | 'instruments'>;

export type ResendMailsOutcome = { readonly kind: 'queued'; readonly count: number } | Forbidden;

const bouncedAtMost = 10_000;

export async function resendMails(
	context: ResendMailsContext,
	actor: Actor,
	input: { readonly state: StuckState | 'bounced' }
): Promise<ResendMailsOutcome> {
	if (!isAllowed('resend-mails', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	if (input.state === 'bounced') return { kind: 'queued', count: await resendBounced(context, organisationId) };
	const choice = { state: input.state, at: context.now() };
	return { kind: 'queued', count: await requeueMails(context.db, organisationId, choice) };
}

/**
 * Invitations to open rounds are written anew, to the address that the leader has today. Of other letters that came back
 * nothing is kept that could be sent: they leave the list, and the next ones are tried again.
 */
async function resendBounced(context: ResendMailsContext, organisationId: string): Promise<number> {
	return context.db.transaction().execute(async (db) => {
		const bounced = await listBounced(db, organisationId, bouncedAtMost);
		await forgetUnreachable(db, organisationId, [...new Set(bounced.map((mail) => mail.recipient.toLowerCase()))]);
		await forgetBounced(
			db,
			organisationId,
			bounced.map((mail) => mail.mailId)
		);
		const ids = new Set(bounced.filter((mail) => mail.kind === 'invitation').map((mail) => mail.mailId));
		return queueMails(db, ids.size === 0 ? [] : await writeInvitations(context, db, organisationId, ids));
	});
}

async function writeInvitations(
	context: ResendMailsContext,
	db: Kysely<Tables>,
	organisationId: string,
	mailIds: ReadonlySet<string>
): Promise<QueuedMail[]> {
	const organisation = await findOrganisation(db, organisationId);
	const languages = await listMailLanguages(db, organisationId);
	const mails: QueuedMail[] = [];
	for (const round of await listRounds(db, organisationId)) {
		const key = { organisationId, roundId: round.id };
		if (round.openedAt === null || round.closingAt !== null || round.closedAt !== null) continue;
		const secret = await findInvitationSecret(db, key);
		const manifest = await findManifest(db, key);
		if (secret === null || manifest === null) continue;
		const recipients = (await listInvited(db, key)).map((leader) => ({
			...leader,
			token: invitationToken(secret, leader.leaderId)
		}));
		const all = invitationMails(context, {
			kind: 'invitation',
			round,
			instrument: await findInstrument({ ...context, db }, round),
			recipients,
			languages,
			organisationName: organisation?.name ?? '',
			manifestHash: Buffer.from(manifest.hash).toString('base64url'),
			lastDay: lastDayOf(round, await findRoundClock(db, key))
		});
		mails.push(...all.filter((mail) => mailIds.has(mail.mailId)));
	}
	return mails;
}
