// Sends what waits. The attempt is recorded before it is made, so after a crash a mail is uncertain and is not sent again by
// itself: two invitations are worse than one that a person sends again.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import {
	failStaleSignIns,
	findPause,
	forgetMail,
	listOrganisationsWithMail,
	markDeferred,
	markFailed,
	markSent,
	takeMail,
	type TakenMail
} from '#server/database/mails.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { forbidden, isAllowed, type Forbidden } from '#server/use-cases/permissions.ts';

export type SendMailsContext = Pick<Context, 'db' | 'mailer' | 'log' | 'now'>;

export type SendMailsOutcome =
	| {
			readonly kind: 'done';
			readonly sent: number;
			readonly deferred: number;
			readonly failed: number;
			readonly uncertain: number;
	  }
	/** The server turned down the last letter; nothing is tried before then. */
	| { readonly kind: 'pausing'; readonly until: Date }
	| Forbidden;

const lettersAtOnce = 4;
const minute = 60_000;
const signInMinutes = 15;
const giveUpAfterMilliseconds = 48 * 60 * minute;

export async function sendMails(context: SendMailsContext, actor: Actor): Promise<SendMailsOutcome> {
	if (!isAllowed('send-mails', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	const { db, now } = context;
	await failStaleSignIns(db, organisationId, {
		intendedBefore: new Date(now().getTime() - signInMinutes * minute),
		at: now()
	});
	const pause = await findPause(db, organisationId, now());
	if (pause !== null) return { kind: 'pausing', until: pause };
	const isDemonstration = (await findOrganisation(db, organisationId))?.isDemonstration ?? false;

	const counts = { sent: 0, deferred: 0, failed: 0, uncertain: 0 };
	let isServerDown = false;
	const sendOneByOne = async () => {
		while (!isServerDown) {
			const mail = await takeMail(db, organisationId, now());
			if (mail === null) return;
			const result = await sendOne(context, mail, isDemonstration);
			counts[result.kind] += 1;
			isServerDown ||= result.isServerDown;
		}
	};
	await Promise.all(Array.from({ length: lettersAtOnce }, sendOneByOne));
	if (counts.sent + counts.deferred + counts.failed + counts.uncertain > 0) context.log.info('mails', counts);
	return { kind: 'done', ...counts };
}

/** For the job: every organisation that has a mail to be tried now. */
export async function sendMailsOfAll(context: SendMailsContext): Promise<void> {
	for (const organisationId of await listOrganisationsWithMail(context.db, context.now())) {
		await sendMails(context, { kind: 'system', organisationId });
	}
}

type Sent = { readonly kind: 'sent' | 'deferred' | 'failed' | 'uncertain'; readonly isServerDown: boolean };

async function sendOne(
	{ db, mailer, now }: SendMailsContext,
	mail: TakenMail,
	isDemonstration: boolean
): Promise<Sent> {
	const { organisationId, mailId, kind, subject, text, html } = mail;
	const delivery = await mailer.deliver({
		organisationId,
		mailId,
		kind,
		to: mail.recipient,
		subject,
		text,
		html,
		isDemonstration
	});
	switch (delivery.kind) {
		case 'sent':
			await (kind === 'reminder' ? forgetMail(db, mail) : markSent(db, mail, now()));
			return { kind: 'sent', isServerDown: false };
		case 'uncertain':
			return { kind: 'uncertain', isServerDown: false };
		case 'failed': {
			const failure = delivery.detail === '' ? delivery.failure : `${delivery.failure}: ${delivery.detail}`;
			const isServerDown = delivery.failure.startsWith('server-');
			const isTooOld = !isServerDown && now().getTime() - mail.intendedAt.getTime() > giveUpAfterMilliseconds;
			if (delivery.isFinal || isTooOld) {
				await markFailed(db, mail, failure);
				return { kind: 'failed', isServerDown };
			}
			const wait = isServerDown
				? Math.min(10_000 * 2 ** mail.attempts, 2 * minute)
				: Math.min(minute * 2 ** mail.attempts, 30 * minute);
			await markDeferred(db, mail, { failure, retryAt: new Date(now().getTime() + wait) });
			return { kind: 'deferred', isServerDown };
		}
	}
}
