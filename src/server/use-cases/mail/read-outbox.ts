// What waits, what was sent, what failed and what is uncertain; and, where letters lie in the data directory, which ones.
import { optionalKinds } from '#domain/mail/optional-kinds.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import {
	countSent,
	countWaiting,
	listBounced,
	listSent,
	listStuck,
	type MailEntry,
	type WaitingMails
} from '#server/database/outbox.ts';
import { urgentKinds } from '#server/database/mails.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { quietMailsUntil } from '#server/use-cases/mail/send-mails.ts';
import { forbidden, isAllowed, type Forbidden } from '#server/use-cases/permissions.ts';

export type ReadOutboxContext = Pick<Context, 'db' | 'mailer' | 'now' | 'settings'>;

/** What went wrong, as a code for the reader's language, and the mail server's own words. */
export type MailTrouble = { readonly code: string; readonly detail: string };

export type StuckMail = {
	readonly kind: string;
	/** Null for a reminder. */
	readonly recipient: string | null;
	readonly trouble: MailTrouble | null;
	readonly at: Date;
};

export type Outbox = {
	readonly kind: 'outbox';
	readonly waiting: readonly {
		readonly kind: string;
		readonly count: number;
		readonly trouble: MailTrouble | null;
		readonly retryAt: Date | null;
		/** When quiet hours end, where it waits for that; null where it does not. */
		readonly waitsUntil: Date | null;
	}[];
	readonly sent: readonly { readonly kind: string; readonly day: string; readonly count: number }[];
	readonly failed: readonly StuckMail[];
	readonly uncertain: readonly StuckMail[];
	/** Accepted, and returned later. */
	readonly bounced: readonly StuckMail[];
	/** Until when letters wait because it is evening, night, weekend or a holiday; null where they do not. */
	readonly quietUntil: Date | null;
	/** Letters in the data directory that can be read here, newest first; null where a mail server has them. */
	readonly letters:
		| readonly {
				readonly mailId: string;
				readonly kind: string;
				readonly recipient: string;
				readonly subject: string;
				readonly at: Date;
		  }[]
		| null;
};

export const lettersAtMost = 50;
const stuckAtMost = 200;

export async function readOutbox(
	context: ReadOutboxContext,
	actor: Actor,
	input: { readonly search: string }
): Promise<Outbox | Forbidden> {
	if (!isAllowed('read-outbox', actor) || actor.kind === 'visitor') return forbidden;
	const { db } = context;
	const { organisationId } = actor;
	const at = context.now();
	const waiting = await countWaiting(db, organisationId, at);
	const failed = await listStuck(db, organisationId, { state: 'failed', at, limit: stuckAtMost });
	const uncertain = await listStuck(db, organisationId, { state: 'uncertain', at, limit: stuckAtMost });
	const isDemonstration = await isOfDemonstration(context, organisationId);
	const isInFolder = !context.mailer.hasServer || isDemonstration;
	return {
		kind: 'outbox',
		waiting: withOneRowOfReminders(waiting).map(({ kind, count, failure, retryAt }) => ({
			kind,
			count,
			retryAt,
			waitsUntil: urgentKinds.includes(kind) ? null : quietMailsUntil(context),
			trouble: troubleOf(failure)
		})),
		sent: await countSent(db, organisationId),
		failed: failed.map(stuckOf),
		uncertain: uncertain.map(stuckOf),
		bounced: (await listBounced(db, organisationId, stuckAtMost)).map(stuckOf),
		quietUntil: quietMailsUntil(context),
		letters: isInFolder
			? await listSent(db, organisationId, {
					search: input.search.replace(/\p{Cc}/gu, '').slice(0, 200),
					limit: lettersAtMost,
					unreadable: unreadableKinds(isDemonstration)
				})
			: null
	};
}

/**
 * Kinds whose letters nobody may read but the recipient: their links sign in, answer for a plan or choose letters in the
 * recipient's name, and a reminder tells who had not collected. People of a demonstration do not exist.
 */
export function unreadableKinds(isDemonstration: boolean): readonly string[] {
	return isDemonstration ? ['sign-in', 'reminder'] : ['sign-in', ...optionalKinds];
}

/** Letters of a demonstration lie in the data directory even where a mail server is set. */
export async function isOfDemonstration(
	{ db }: Pick<ReadOutboxContext, 'db'>,
	organisationId: string
): Promise<boolean> {
	return (await findOrganisation(db, organisationId))?.isDemonstration ?? false;
}

/** How many reminders wait, and nothing of any of them: only that the server takes no letter at all is told. */
function withOneRowOfReminders(waiting: readonly WaitingMails[]): readonly WaitingMails[] {
	const reminders = waiting.filter(({ kind }) => kind === 'reminder');
	const [first] = reminders;
	if (first === undefined) return waiting;
	const paused = reminders.find(({ failure }) => failure?.startsWith('server-') === true);
	const joined = {
		kind: first.kind,
		count: reminders.reduce((sum, { count }) => sum + count, 0),
		failure: troubleOf(paused?.failure ?? null)?.code ?? null,
		retryAt: paused?.retryAt ?? null
	};
	return [...waiting.filter(({ kind }) => kind !== 'reminder'), joined];
}

function stuckOf(entry: MailEntry): StuckMail {
	const trouble = troubleOf(entry.failure);
	// To whom a reminder went tells who had not collected: the mail server's words may repeat the address.
	return entry.kind === 'reminder'
		? { kind: entry.kind, recipient: null, at: entry.at, trouble: trouble === null ? null : { ...trouble, detail: '' } }
		: { kind: entry.kind, recipient: entry.recipient, at: entry.at, trouble };
}

function troubleOf(failure: string | null): MailTrouble | null {
	if (failure === null) return null;
	const end = failure.indexOf(': ');
	return end < 0 ? { code: failure, detail: '' } : { code: failure.slice(0, end), detail: failure.slice(end + 2) };
}
