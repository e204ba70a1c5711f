// A letter came back: the outbox shows it with the reason, and an address that does not exist is not written to again by
// itself. Known by its Message-ID; one that names none of our letters can at most mark the last letter to that address,
// because anybody can write such a report.
import { isAddressWrong, type DeliveryReport } from '#domain/mail/delivery-report.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findLastMailTo, findMailByKey, markBounced, messageKeyOf, type SentMail } from '#server/database/mails.ts';
import { listRemindable } from '#server/database/round-clocks.ts';
import { markUnreachable } from '#server/database/unreachable-addresses.ts';
import { readReturnedMail } from '#server/mail/read-returned-mail.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';
import { reminderIds } from './reminder-ids.ts';

export type RecordBounceOutcome =
	| { readonly kind: 'recorded'; readonly letters: number; readonly addresses: number }
	/** It will be tried again by the other server, or it arrived. */
	| { readonly kind: 'nothing-to-record' }
	/** It reports of a letter that is not one of ours, or that has been forgotten. */
	| { readonly kind: 'unknown-letter' }
	| { readonly kind: 'not-a-report' }
	| Forbidden;

const daysBack = 14;

export async function recordBounce(
	context: Pick<Context, 'db' | 'now'>,
	actor: Actor,
	input: { readonly message: Uint8Array }
): Promise<RecordBounceOutcome> {
	if (!isAllowed('record-bounce', actor)) return forbidden;
	const returned = await readReturnedMail(input.message);
	if (returned === null) return { kind: 'not-a-report' };
	const failed = returned.reports.filter((report) => report.action === 'failed');
	if (failed.length === 0) return { kind: 'nothing-to-record' };
	let letters = 0;
	let addresses = 0;
	for (const report of failed) {
		const found = await findLetter(context, report, returned.messageKeys);
		if (found === null) continue;
		const { mail, isCertain } = found;
		const at = context.now();
		const bounce = report.words === '' ? report.status : `${report.status}: ${report.words}`;
		await context.db.transaction().execute(async (db) => {
			// Of a reminder nothing is kept; only that its address does not work.
			if (mail.kind !== 'reminder') await markBounced(db, mail, { at, bounce });
			if (!isCertain || !isAddressWrong(report.status)) return;
			const address = { organisationId: mail.organisationId, email: mail.recipient };
			await markUnreachable(db, address, { since: at, reason: report.status });
			addresses += 1;
		});
		letters += 1;
	}
	return letters === 0 ? { kind: 'unknown-letter' } : { kind: 'recorded', letters, addresses };
}

async function findLetter(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	report: DeliveryReport,
	messageKeys: readonly string[]
): Promise<{ readonly mail: SentMail; readonly isCertain: boolean } | null> {
	for (const key of messageKeys) {
		const mail = await findMailByKey(db, key);
		if (mail !== null) return { mail, isCertain: true };
	}
	// A reminder leaves no row: its Message-ID is made again from whom it may have gone to.
	for (const remindable of await listRemindable(db, report.recipient)) {
		const { organisationId, roundId, leaderId } = remindable;
		const ids = reminderIds(roundId, leaderId);
		if (ids.some((mailId) => messageKeys.includes(messageKeyOf({ organisationId, mailId }))))
			return {
				mail: { organisationId, mailId: '', kind: 'reminder', recipient: report.recipient },
				isCertain: true
			};
	}
	const since = new Date(now().getTime() - daysBack * 86_400_000);
	const mail = await findLastMailTo(db, report.recipient, since);
	return mail === null ? null : { mail, isCertain: false };
}
