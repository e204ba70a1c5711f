// Mails: recorded before they are sent, taken by one process each, never sent twice. Which state a mail is in follows from
// its times: waiting (not attempted), sent, failed (attempted, with a reason), uncertain (attempted, and nobody knows).
import { sql, type Kysely, type Selectable } from 'kysely';
import { withoutRefused } from '#server/database/mail-preferences.ts';
import { forgetUnreachable } from '#server/database/unreachable-addresses.ts';
import { slices } from '#server/database/slices.ts';
import type { MailsTable, Tables } from '#server/database/tables.ts';

export type QueuedMail = {
	readonly organisationId: string;
	/** Made from what the mail is for: the same one is recorded once, however often it is asked for. */
	readonly mailId: string;
	readonly kind: string;
	readonly recipient: string;
	readonly subject: string;
	readonly text: string;
	readonly html: string;
	/** An .ics text that goes with the letter. */
	readonly calendar?: string | null;
	/** The reader may refuse letters of this kind: whoever has done so gets none, and a link for it stands at its foot. */
	readonly isOptional?: boolean;
	readonly intendedAt: Date;
};

export type TakenMail = Required<QueuedMail> & { readonly attempts: number };

/** An attempt younger than this may still be under way; an older one without a verdict belongs to a process that died. */
export const uncertainAfterMilliseconds = 5 * 60_000;

/** Records what is to be sent; what is recorded already stays as it is. Returns how many are new. */
export async function queueMails(db: Kysely<Tables>, mails: readonly QueuedMail[]): Promise<number> {
	let added = 0;
	for (const part of slices(await withoutRefused(db, mails))) {
		const inserted = await db
			.insertInto('mails')
			.values(
				part.map((mail) => ({
					organisation_id: mail.organisationId,
					mail_id: mail.mailId,
					kind: mail.kind,
					recipient: mail.recipient,
					subject: mail.subject,
					body_text: mail.text,
					body_html: mail.html,
					calendar: mail.calendar ?? null,
					is_optional: mail.isOptional ?? false,
					intended_at: mail.intendedAt
				}))
			)
			.onConflict((conflict) => conflict.columns(['organisation_id', 'mail_id']).doNothing())
			.returning('mail_id')
			.execute();
		added += inserted.length;
	}
	return added;
}

/** Kinds that are sent at all hours, and also to addresses from which letters came back: somebody waits, or it cannot wait. */
export const urgentKinds: readonly string[] = ['sign-in', 'account', 'round-key-missing'];

/**
 * Longer than anything is ever put off: a time to try again that lies further ahead was written by a clock that was fast, and is
 * passed over. For all letters of an organisation after its server turned one down, and for one letter by itself.
 */
const longestPauseMilliseconds = 5 * 60_000;
const longestWaitMilliseconds = 31 * 60_000;

export type Hour = {
	readonly at: Date;
	/** Only what is urgent is sent. */
	readonly isQuiet: boolean;
};

/** The organisations that have a mail to be tried now, those that have waited longest first; not those whose server is down. */
export async function listOrganisationsWithMail(db: Kysely<Tables>, hour: Hour): Promise<string[]> {
	const rows = await waiting(db, hour)
		.select((select) => ['organisation_id', select.fn.min('intended_at').as('since')])
		.where((where) =>
			where.not(
				where.exists(
					where
						.selectFrom('mails as paused')
						.select('paused.mail_id')
						.whereRef('paused.organisation_id', '=', 'mails.organisation_id')
						.where('paused.sent_at', 'is', null)
						.where('paused.attempted_at', 'is', null)
						.where('paused.failure', 'like', 'server-%')
						.where('paused.retry_at', '>', hour.at)
						.where('paused.retry_at', '<', laterBy(hour.at, longestPauseMilliseconds))
				)
			)
		)
		.groupBy('organisation_id')
		.orderBy('since')
		.execute();
	return rows.map((row) => row.organisation_id);
}

/** Until when nothing is tried, because the server turned down the last letter; null where it did not. */
export async function findPause(db: Kysely<Tables>, organisationId: string, at: Date): Promise<Date | null> {
	const row = await db
		.selectFrom('mails')
		.select('retry_at')
		.where('organisation_id', '=', organisationId)
		.where('sent_at', 'is', null)
		.where('attempted_at', 'is', null)
		.where('failure', 'like', 'server-%')
		.where('retry_at', '>', at)
		.where('retry_at', '<', laterBy(at, longestPauseMilliseconds))
		.orderBy('retry_at', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.retry_at ?? null;
}

/**
 * Takes the next waiting mail in one statement and records the attempt before it is made, so that of two processes only one
 * gets it. Sign-in links go first: somebody is waiting for them.
 */
export async function takeMail(
	db: Kysely<Tables>,
	organisationId: string,
	at: Date,
	isQuiet = false
): Promise<TakenMail | null> {
	const next = waiting(db, { at, isQuiet })
		.select('mail_id')
		.where('organisation_id', '=', organisationId)
		.orderBy(sql`kind = 'sign-in'`, 'desc')
		.orderBy('intended_at')
		.orderBy('mail_id')
		.limit(1)
		.forUpdate()
		.skipLocked();
	const row = await db
		.updateTable('mails')
		.set({ attempted_at: at, failure: null })
		.where('organisation_id', '=', organisationId)
		.where('mail_id', '=', next)
		.where('attempted_at', 'is', null)
		.where('sent_at', 'is', null)
		.returningAll()
		.executeTakeFirst();
	return row === undefined ? null : mailOf(row);
}

export type MailKey = { readonly organisationId: string; readonly mailId: string };

/** The body is forgotten with it: it held a personal link. */
export async function markSent(db: Kysely<Tables>, mail: MailKey, at: Date): Promise<void> {
	await unsent(db, mail)
		.set({ sent_at: at, failure: null, retry_at: null, body_text: '', body_html: '', calendar: null })
		.execute();
}

/** For a letter of which nothing may be left: who was reminded tells who had not collected, who refused is nobody's business. */
export async function forgetMail(db: Kysely<Tables>, mail: MailKey): Promise<void> {
	await db
		.deleteFrom('mails')
		.where('organisation_id', '=', mail.organisationId)
		.where('mail_id', '=', mail.mailId)
		.execute();
}

/** Optional letters that wait and that their reader has refused in the meantime. */
export async function forgetWaiting(
	db: Kysely<Tables>,
	reader: { readonly organisationId: string; readonly email: string },
	kinds: readonly string[]
): Promise<void> {
	if (kinds.length === 0) return;
	await db
		.deleteFrom('mails')
		.where('organisation_id', '=', reader.organisationId)
		.where('recipient', '=', reader.email)
		.where('is_optional', '=', true)
		.where('kind', 'in', kinds)
		.where('attempted_at', 'is', null)
		.where('sent_at', 'is', null)
		.execute();
}

/** Also those that could not be sent. */
export async function forgetReminders(db: Kysely<Tables>, organisationId: string, roundId: string): Promise<void> {
	await db
		.deleteFrom('mails')
		.where('organisation_id', '=', organisationId)
		.where('kind', '=', 'reminder')
		.where('mail_id', 'like', `reminder:${roundId}:%`)
		.execute();
}

/** Back in the queue until `retryAt`. */
export async function markDeferred(
	db: Kysely<Tables>,
	mail: MailKey,
	verdict: { readonly failure: string; readonly retryAt: Date }
): Promise<void> {
	await unsent(db, mail)
		.set((set) => ({
			attempted_at: null,
			failure: verdict.failure,
			retry_at: verdict.retryAt,
			attempts: set('attempts', '+', 1)
		}))
		.execute();
}

export async function markFailed(db: Kysely<Tables>, mail: MailKey, failure: string): Promise<void> {
	await unsent(db, mail)
		.set((set) => ({ failure, retry_at: null, attempts: set('attempts', '+', 1) }))
		.execute();
}

export type StuckState = 'failed' | 'uncertain';

/** Puts mails that nothing tries by itself back into the queue, because a person said so. Returns how many. */
export async function requeueMails(
	db: Kysely<Tables>,
	organisationId: string,
	choice: { readonly state: StuckState; readonly at: Date }
): Promise<number> {
	const rows = await db
		.updateTable('mails')
		.set({ attempted_at: null, failure: null, retry_at: null })
		.where('organisation_id', '=', organisationId)
		.where('mail_id', 'in', stuckMails(db, organisationId, choice).select('mail_id').where('body_text', '<>', ''))
		.returning('recipient')
		.execute();
	// Whoever says so knows that the address works again.
	await forgetUnreachable(db, organisationId, [...new Set(rows.map((row) => row.recipient.toLowerCase()))]);
	return rows.length;
}

function waiting(db: Kysely<Tables>, { at, isQuiet }: Hour) {
	const all = db
		.selectFrom('mails')
		.where('mails.sent_at', 'is', null)
		.where('mails.attempted_at', 'is', null)
		.where((where) =>
			where.or([
				where('mails.retry_at', 'is', null),
				where('mails.retry_at', '<=', at),
				where('mails.retry_at', '>', laterBy(at, longestWaitMilliseconds))
			])
		);
	return isQuiet ? all.where('mails.kind', 'in', urgentKinds) : all;
}

function laterBy(at: Date, milliseconds: number): Date {
	return new Date(at.getTime() + milliseconds);
}

function unsent(db: Kysely<Tables>, mail: MailKey) {
	return db
		.updateTable('mails')
		.where('organisation_id', '=', mail.organisationId)
		.where('mail_id', '=', mail.mailId)
		.where('sent_at', 'is', null);
}

export function stuckMails(
	db: Kysely<Tables>,
	organisationId: string,
	choice: { readonly state: StuckState; readonly at: Date }
) {
	const attempted = db
		.selectFrom('mails')
		.where('organisation_id', '=', organisationId)
		.where('sent_at', 'is', null)
		.where('bounced_at', 'is', null)
		.where('attempted_at', 'is not', null);
	return choice.state === 'failed'
		? attempted.where('failure', 'is not', null)
		: attempted.where('failure', 'is', null).where('attempted_at', '<=', uncertainBefore(choice.at));
}

export function uncertainBefore(at: Date): Date {
	return new Date(at.getTime() - uncertainAfterMilliseconds);
}

function mailOf(row: Selectable<MailsTable>): TakenMail {
	return {
		organisationId: row.organisation_id,
		mailId: row.mail_id,
		kind: row.kind,
		recipient: row.recipient,
		subject: row.subject,
		text: row.body_text,
		html: row.body_html,
		calendar: row.calendar,
		isOptional: row.is_optional,
		intendedAt: row.intended_at,
		attempts: row.attempts
	};
}
