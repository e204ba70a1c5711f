// Letters that were accepted by a mail server and came back.
import type { Kysely } from 'kysely';
import type { MailKey } from '#server/database/mails.ts';
import { slices } from '#server/database/slices.ts';
import type { Tables } from '#server/database/tables.ts';

/** A letter that was accepted and came back. `bounce`: the code of the other side, and its words after a colon. */
export async function markBounced(
	db: Kysely<Tables>,
	mail: MailKey,
	returned: { readonly at: Date; readonly bounce: string }
): Promise<void> {
	await db
		.updateTable('mails')
		.set({ bounced_at: returned.at, bounce: returned.bounce })
		.where('organisation_id', '=', mail.organisationId)
		.where('mail_id', '=', mail.mailId)
		.where('attempted_at', 'is not', null)
		.execute();
}

export type SentMail = MailKey & { readonly kind: string; readonly recipient: string; readonly attemptedAt: Date };

/** Letters that went to an address, or to any since a moment; in whichever organisation, the latest first. */
export async function listAttempted(
	db: Kysely<Tables>,
	choice: { readonly recipient: string } | { readonly since: Date }
): Promise<readonly SentMail[]> {
	const attempted = db
		.selectFrom('mails')
		.select(['organisation_id', 'mail_id', 'kind', 'recipient', 'attempted_at'])
		.where('attempted_at', 'is not', null)
		.orderBy('attempted_at', 'desc');
	const rows = await (
		'recipient' in choice
			? attempted.where('recipient', '=', choice.recipient.toLowerCase())
			: attempted.where('attempted_at', '>=', choice.since)
	).execute();
	return rows.map((row) => ({
		organisationId: row.organisation_id,
		mailId: row.mail_id,
		kind: row.kind,
		recipient: row.recipient,
		attemptedAt: row.attempted_at ?? new Date(0)
	}));
}

/** Letters that came back, as they stand in the outbox. */
export async function forgetBounced(
	db: Kysely<Tables>,
	organisationId: string,
	mailIds: readonly string[]
): Promise<void> {
	for (const part of slices(mailIds))
		await db
			.deleteFrom('mails')
			.where('organisation_id', '=', organisationId)
			.where('mail_id', 'in', part)
			.where('bounced_at', 'is not', null)
			.execute();
}
