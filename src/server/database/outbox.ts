// The outbox as people read it: counts, and the mails that wait for a person. Bodies are never read here.
import { sql, type Kysely, type Selectable } from 'kysely';
import { stuckMails, uncertainBefore, type StuckState } from '#server/database/mails.ts';
import type { MailsTable, Tables } from '#server/database/tables.ts';

export type MailCount = { readonly kind: string; readonly count: number };

export type WaitingMails = MailCount & { readonly failure: string | null; readonly retryAt: Date | null };

export async function countWaiting(
	db: Kysely<Tables>,
	organisationId: string,
	at: Date
): Promise<readonly WaitingMails[]> {
	const rows = await db
		.selectFrom('mails')
		.select((select) => [
			'kind',
			'failure',
			select.fn.countAll<string | number>().as('count'),
			select.fn.max('retry_at').as('retry_at')
		])
		.where('organisation_id', '=', organisationId)
		.where('sent_at', 'is', null)
		.where((where) =>
			where.or([
				where('attempted_at', 'is', null),
				where.and([where('failure', 'is', null), where('attempted_at', '>', uncertainBefore(at))])
			])
		)
		.where('bounced_at', 'is', null)
		.groupBy(['kind', 'failure'])
		.orderBy('kind')
		.orderBy('failure')
		.execute();
	return rows.map((row) => ({ kind: row.kind, failure: row.failure, count: Number(row.count), retryAt: row.retry_at }));
}

/** By kind and calendar day in Denmark, newest day first. */
export async function countSent(
	db: Kysely<Tables>,
	organisationId: string
): Promise<readonly (MailCount & { readonly day: string })[]> {
	const day = sql<string>`to_char(sent_at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD')`;
	const rows = await db
		.selectFrom('mails')
		.select((select) => ['kind', day.as('day'), select.fn.countAll<string | number>().as('count')])
		.where('organisation_id', '=', organisationId)
		.where('sent_at', 'is not', null)
		.where('bounced_at', 'is', null)
		.groupBy(['kind', day])
		.orderBy('day', 'desc')
		.orderBy('kind')
		.execute();
	return rows.map((row) => ({ kind: row.kind, day: row.day, count: Number(row.count) }));
}

export type MailEntry = {
	readonly mailId: string;
	readonly kind: string;
	readonly recipient: string;
	readonly subject: string;
	readonly failure: string | null;
	readonly at: Date;
};

export async function listStuck(
	db: Kysely<Tables>,
	organisationId: string,
	choice: { readonly state: StuckState; readonly at: Date; readonly limit: number }
): Promise<MailEntry[]> {
	const rows = await stuckMails(db, organisationId, choice)
		.selectAll()
		.orderBy('attempted_at', 'desc')
		.orderBy('mail_id')
		.limit(choice.limit)
		.execute();
	return rows.map((row) => entryOf(row, row.attempted_at));
}

export async function countStuck(
	db: Kysely<Tables>,
	organisationId: string,
	choice: { readonly state: StuckState; readonly at: Date }
): Promise<number> {
	const row = await stuckMails(db, organisationId, choice)
		.select((select) => select.fn.countAll<string | number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

export type MailCounts = {
	readonly waiting: number;
	readonly sent: number;
	readonly failed: number;
	readonly uncertain: number;
	readonly bounced: number;
};

/** How the invitations of a round fare. */
export async function countInvitationMails(
	db: Kysely<Tables>,
	key: { readonly organisationId: string; readonly roundId: string },
	at: Date
): Promise<MailCounts> {
	const state = sql<keyof MailCounts>`case
		when bounced_at is not null then 'bounced'
		when sent_at is not null then 'sent'
		when attempted_at is null then 'waiting'
		when failure is not null then 'failed'
		when attempted_at <= ${uncertainBefore(at)} then 'uncertain'
		else 'waiting' end`;
	const rows = await db
		.selectFrom('mails')
		.select((select) => [state.as('state'), select.fn.countAll<string | number>().as('count')])
		.where('organisation_id', '=', key.organisationId)
		.where('kind', '=', 'invitation')
		.where('mail_id', 'like', `invitation:${key.roundId}:%`)
		.groupBy('state')
		.execute();
	const counts = Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]));
	return { waiting: 0, sent: 0, failed: 0, uncertain: 0, bounced: 0, ...counts };
}

/** Letters that came back, newest first. `failure` is the code of the other side, and its words after a colon. */
export async function listBounced(db: Kysely<Tables>, organisationId: string, limit: number): Promise<MailEntry[]> {
	const rows = await db
		.selectFrom('mails')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.where('bounced_at', 'is not', null)
		.orderBy('bounced_at', 'desc')
		.orderBy('mail_id')
		.limit(limit)
		.execute();
	return rows.map((row) => ({ ...entryOf(row, row.bounced_at), failure: row.bounce }));
}

/** Sent mails of kinds other than the unreadable, newest first; `search` is a part of an address or a subject. */
export async function listSent(
	db: Kysely<Tables>,
	organisationId: string,
	choice: { readonly search: string; readonly limit: number; readonly unreadable: readonly string[] }
): Promise<MailEntry[]> {
	const pattern = `%${choice.search.replace(/[\\%_]/g, '\\$&')}%`;
	const rows = await db
		.selectFrom('mails')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.where('sent_at', 'is not', null)
		.where('kind', 'not in', choice.unreadable)
		.where((where) => where.or([where('recipient', 'ilike', pattern), where('subject', 'ilike', pattern)]))
		.orderBy('sent_at', 'desc')
		.orderBy('mail_id')
		.limit(choice.limit)
		.execute();
	return rows.map((row) => entryOf(row, row.sent_at));
}

export async function findSentMail(
	db: Kysely<Tables>,
	organisationId: string,
	mailId: string
): Promise<MailEntry | null> {
	const row = await db
		.selectFrom('mails')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.where('mail_id', '=', mailId)
		.where('sent_at', 'is not', null)
		.executeTakeFirst();
	return row === undefined ? null : entryOf(row, row.sent_at);
}

function entryOf(row: Selectable<MailsTable>, at: Date | null): MailEntry {
	return {
		mailId: row.mail_id,
		kind: row.kind,
		recipient: row.recipient,
		subject: row.subject,
		failure: row.failure,
		at: at ?? row.intended_at
	};
}
