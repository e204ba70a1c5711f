// A letter came back: the outbox shows it with the reason, and an address that does not exist is not written to again by
// itself. Known by its Message-ID, which nobody can make up, and by whom it was for; any other report can at most mark a letter,
// because anybody can write one. Of a reminder that came back nothing is kept: it tells who had not collected.
import { isAddressWrong, type DeliveryReport } from '#domain/mail/delivery-report.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listAttempted, markBounced, type SentMail } from '#server/database/returned-mails.ts';
import { listRoundsOfAddress } from '#server/database/round-clocks.ts';
import { markUnreachable } from '#server/database/unreachable-addresses.ts';
import { readReturnedMail } from '#server/mail/read-returned-mail.ts';
import { messageKeyOf } from './message-key.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type RecordBounceOutcome =
	| { readonly kind: 'recorded'; readonly letters: number; readonly addresses: number }
	/** It will be tried again by the other server, or it arrived. */
	| { readonly kind: 'nothing-to-record' }
	/** It reports of a letter that is not one of ours, or that has been forgotten, as every reminder is. */
	| { readonly kind: 'unknown-letter' }
	| { readonly kind: 'not-a-report' }
	| Forbidden;

export type RecordBounceContext = Pick<Context, 'db' | 'now' | 'settings'>;

const daysBack = 14;

export async function recordBounce(
	context: RecordBounceContext,
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
			await markBounced(db, mail, { at, bounce });
			if (!isCertain || !isAddressWrong(report.status)) return;
			const address = { organisationId: mail.organisationId, email: mail.recipient };
			await markUnreachable(db, address, { reason: report.status });
			addresses += 1;
		});
		letters += 1;
	}
	return letters === 0 ? { kind: 'unknown-letter' } : { kind: 'recorded', letters, addresses };
}

/** `isCertain`: it is about this letter, and says that it did not arrive where we sent it. */
async function findLetter(
	{ db, now, settings }: RecordBounceContext,
	report: DeliveryReport,
	messageKeys: readonly string[]
): Promise<{ readonly mail: SentMail; readonly isCertain: boolean } | null> {
	const isNamed = (mail: { readonly organisationId: string; readonly mailId: string }) =>
		messageKeys.includes(messageKeyOf(settings, mail));
	const ownMails = await listAttempted(db, { recipient: report.recipient });
	const own = ownMails.find(isNamed);
	if (own !== undefined) return own.kind === 'reminder' ? null : { mail: own, isCertain: true };
	const since = new Date(now().getTime() - daysBack * 86_400_000);
	// Forwarded, and returned by the other server: of the address that we wrote to it says nothing.
	const forwarded = messageKeys.length === 0 ? undefined : (await listAttempted(db, { since })).find(isNamed);
	if (forwarded !== undefined) return forwarded.kind === 'reminder' ? null : { mail: forwarded, isCertain: false };
	// It may be about a reminder, which leaves no row: then the last letter must not get the reminder's moment.
	const wasReminded = (await listRoundsOfAddress(db, report.recipient)).some(
		({ remindedAt }) => remindedAt !== null && remindedAt >= since
	);
	const [last] = ownMails;
	if (wasReminded || last === undefined || last.kind === 'reminder' || last.attemptedAt < since) return null;
	return { mail: last, isCertain: false };
}
