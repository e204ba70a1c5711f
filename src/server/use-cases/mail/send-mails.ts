// Sends what waits. The attempt is recorded before it is made, so after a crash a mail is uncertain and is not sent again by
// itself: two invitations are worse than one that a person sends again.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import {
	findPause,
	forgetMail,
	listOrganisationsWithMail,
	markDeferred,
	markFailed,
	markSent,
	takeMail,
	urgentKinds,
	type TakenMail
} from '#server/database/mails.ts';
import { failStaleSignIns } from '#server/database/stale-sign-ins.ts';
import { isAnyUncollected } from '#server/database/invitations.ts';
import { findMailPreferences } from '#server/database/mail-preferences.ts';
import { findUnreachable, markUnreachable } from '#server/database/unreachable-addresses.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { choiceTokenOf } from '#server/use-cases/mail/choice-token.ts';
import { messageKeyOf } from '#server/use-cases/mail/message-key.ts';
import { readReminderId } from '#server/use-cases/rounds/reminder-ids.ts';
import { forbidden, isAllowed, type Forbidden } from '#server/use-cases/permissions.ts';
import { quietUntil } from '#domain/calendar/quiet-hours.ts';
import { isAddressWrong } from '#domain/mail/delivery-report.ts';
import { withFooter } from '#texts/letter.ts';
import { textsFor } from '#texts/texts.ts';

export type SendMailsContext = Pick<Context, 'db' | 'mailer' | 'log' | 'now'> & {
	readonly settings: Pick<Context['settings'], 'quietHours' | 'publicUrl' | 'secret' | 'dataDirectory'>;
};

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
/** So long one organisation's letters go before it is the next one's turn. */
const turnMilliseconds = 20_000;

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
	const until = performance.now() + turnMilliseconds;
	const sendOneByOne = async () => {
		while (!isServerDown && performance.now() < until) {
			const mail = await takeMail(db, organisationId, now(), isQuiet(context));
			if (mail === null) return;
			const result = await sendOne(context, mail, isDemonstration);
			if (result.kind !== 'refused') counts[result.kind] += 1;
			isServerDown ||= result.isServerDown;
		}
	};
	await Promise.all(Array.from({ length: lettersAtOnce }, sendOneByOne));
	if (Object.values(counts).some((count) => count > 0)) context.log.info('mails', counts);
	return { kind: 'done', ...counts };
}

/** For the job: every organisation that has a mail to be tried now, in turns. */
export async function sendMailsOfAll(context: SendMailsContext): Promise<void> {
	for (const organisationId of await organisationsWithMail(context)) {
		await sendMails(context, { kind: 'system', organisationId });
	}
}

/** For the job: whether there is a letter that may go now. */
export async function areMailsWaiting(context: SendMailsContext): Promise<boolean> {
	return (await organisationsWithMail(context)).length > 0;
}

/** Until when letters wait because it is evening, night, weekend or a holiday; null where they do not. */
export function quietMailsUntil({
	mailer,
	settings,
	now
}: Pick<SendMailsContext, 'mailer' | 'settings' | 'now'>): Date | null {
	// Letters that only lie in a folder disturb nobody.
	return mailer.hasServer ? quietUntil(settings.quietHours, now()) : null;
}

function isQuiet(context: SendMailsContext): boolean {
	return quietMailsUntil(context) !== null;
}

async function organisationsWithMail(context: SendMailsContext): Promise<string[]> {
	return listOrganisationsWithMail(context.db, { at: context.now(), isQuiet: isQuiet(context) });
}

type Sent = { readonly kind: 'sent' | 'deferred' | 'failed' | 'uncertain' | 'refused'; readonly isServerDown: boolean };

async function sendOne(context: SendMailsContext, mail: TakenMail, isDemonstration: boolean): Promise<Sent> {
	const { db, mailer, now } = context;
	const { organisationId, mailId, kind, calendar } = mail;
	const reader = { organisationId, email: mail.recipient };
	if (!urgentKinds.includes(kind)) {
		const reason = await findUnreachable(db, reader);
		if (reason !== null) {
			await giveUp(db, mail, `mail-unreachable: ${reason}`);
			return { kind: 'failed', isServerDown: false };
		}
	}
	if (mail.isOptional && (await findMailPreferences(db, reader)).refuses.has(kind)) {
		await forgetMail(db, mail);
		return { kind: 'refused', isServerDown: false };
	}
	if (kind === 'reminder' && !(await isStillMissing(db, mail))) {
		await forgetMail(db, mail);
		return { kind: 'refused', isServerDown: false };
	}
	const delivery = await mailer.deliver({
		organisationId,
		mailId,
		kind,
		to: mail.recipient,
		messageKey: messageKeyOf(context.settings, mail),
		calendar,
		...(await contentOf(context, mail)),
		isDemonstration
	});
	switch (delivery.kind) {
		case 'sent':
			await (kind === 'reminder' ? forgetMail(db, mail) : markSent(db, mail, now()));
			return { kind: 'sent', isServerDown: false };
		case 'uncertain':
			return { kind: 'uncertain', isServerDown: false };
		case 'failed': {
			// The other side's words may repeat the address, and to whom a reminder goes tells who has not collected.
			const isDetailKept = delivery.detail !== '' && kind !== 'reminder';
			const failure = isDetailKept ? `${delivery.failure}: ${delivery.detail}` : delivery.failure;
			const isServerDown = delivery.failure.startsWith('server-');
			const isTooOld = !isServerDown && now().getTime() - mail.intendedAt.getTime() > giveUpAfterMilliseconds;
			if (delivery.isFinal || isTooOld) {
				const code = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(delivery.detail)?.[0] ?? '';
				if (isAddressWrong(code) && kind !== 'reminder') await markUnreachable(db, reader, { reason: code });
				await giveUp(db, mail, failure);
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

/** Letters may wait, for a server or for the morning: whoever has collected meanwhile is not reminded. */
async function isStillMissing(
	db: SendMailsContext['db'],
	{ organisationId, mailId }: Pick<TakenMail, 'organisationId' | 'mailId'>
): Promise<boolean> {
	const reminder = readReminderId(mailId);
	if (reminder === null) return true;
	return isAnyUncollected(db, { organisationId, roundId: reminder.roundId }, reminder.leaderIds);
}

/** A letter stays for a person to see; a reminder does not: whom it did not reach tells who has not collected. */
async function giveUp(db: SendMailsContext['db'], mail: TakenMail, failure: string): Promise<void> {
	await (mail.kind === 'reminder' ? forgetMail(db, mail) : markFailed(db, mail, failure));
}

/** At the foot of a letter that may be refused stands where to do so. */
async function contentOf({ db, settings }: SendMailsContext, mail: TakenMail) {
	const { subject, text, html } = mail;
	if (!mail.isOptional) return { subject, text, html };
	const reader = { organisationId: mail.organisationId, email: mail.recipient };
	const { language } = await findMailPreferences(db, reader);
	const link = `${settings.publicUrl}/mail/${choiceTokenOf(settings, reader)}`;
	return {
		...withFooter({ subject, text, html }, textsFor(language).mail.choiceFooter(link)),
		unsubscribeUrl: `${link}?kind=${encodeURIComponent(mail.kind)}`
	};
}
