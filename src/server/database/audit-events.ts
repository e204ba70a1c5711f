// Who saw or changed what. Rows are added and, after the time that the operator keeps them, forgotten; none is ever changed.
import type { Kysely } from 'kysely';
import { slices } from '#server/database/slices.ts';
import type { Tables } from '#server/database/tables.ts';

export type EventOutcome = 'done' | 'refused' | 'not-found' | 'failed';

export type AuditEvent = {
	readonly organisationId: string;
	readonly eventId: string;
	readonly at: Date;
	/** An address, or null for a job or the command line. */
	readonly actor: string | null;
	/** `GET /rounds/[round]`, `POST /rounds/[round] open`, or the name of what a job or a command did. */
	readonly action: string;
	readonly subject: { readonly kind: string; readonly id: string } | null;
	readonly outcome: EventOutcome;
};

export type EventFilter = {
	readonly organisationId: string;
	/** Exactly this address; null for everybody. */
	readonly actor: string | null;
	/** From this moment on, and before that one; null for open ends. */
	readonly from: Date | null;
	readonly before: Date | null;
	readonly subjectId: string | null;
	readonly most: number;
	readonly skip: number;
};

/** Records one event, inside the caller's transaction where there is one. */
export async function recordEvent(db: Kysely<Tables>, event: AuditEvent): Promise<void> {
	await recordEvents(db, [event]);
}

/** An event that is there already stays as it is. */
export async function recordEvents(db: Kysely<Tables>, events: readonly AuditEvent[]): Promise<void> {
	for (const part of slices(events)) {
		await db
			.insertInto('audit_events')
			.values(
				part.map((event) => ({
					organisation_id: event.organisationId,
					event_id: event.eventId,
					at: event.at,
					actor: event.actor,
					action: event.action,
					subject_kind: event.subject?.kind ?? null,
					subject_id: event.subject?.id ?? null,
					outcome: event.outcome
				}))
			)
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
}

/** Newest first, with how many there are in all. */
export async function readEvents(
	db: Kysely<Tables>,
	filter: EventFilter
): Promise<{ readonly events: readonly AuditEvent[]; readonly total: number }> {
	const chosen = db
		.selectFrom('audit_events')
		.where('organisation_id', '=', filter.organisationId)
		.$if(filter.actor !== null, (query) => query.where('actor', '=', filter.actor))
		.$if(filter.from !== null, (query) => query.where('at', '>=', filter.from))
		.$if(filter.before !== null, (query) => query.where('at', '<', filter.before))
		.$if(filter.subjectId !== null, (query) => query.where('subject_id', '=', filter.subjectId));
	const { count } = await chosen
		.select((select) => select.fn.countAll<string | number>().as('count'))
		.executeTakeFirstOrThrow();
	const rows = await chosen
		.selectAll()
		.orderBy('at', 'desc')
		.orderBy('event_id')
		.limit(filter.most)
		.offset(filter.skip)
		.execute();
	return { total: Number(count), events: rows.map(toEvent) };
}

/** Deletes what is older than the operator keeps; returns how many. */
export async function forgetEventsBefore(db: Kysely<Tables>, organisationId: string, before: Date): Promise<number> {
	const result = await db
		.deleteFrom('audit_events')
		.where('organisation_id', '=', organisationId)
		.where('at', '<', before)
		.executeTakeFirst();
	return Number(result.numDeletedRows);
}

const outcomes: readonly EventOutcome[] = ['done', 'refused', 'not-found', 'failed'];

function toEvent(row: {
	readonly organisation_id: string;
	readonly event_id: string;
	readonly at: Date;
	readonly actor: string | null;
	readonly action: string;
	readonly subject_kind: string | null;
	readonly subject_id: string | null;
	readonly outcome: string;
}): AuditEvent {
	return {
		organisationId: row.organisation_id,
		eventId: row.event_id,
		at: row.at,
		actor: row.actor,
		action: row.action,
		subject:
			row.subject_kind === null || row.subject_id === null ? null : { kind: row.subject_kind, id: row.subject_id },
		outcome: outcomes.find((known) => known === row.outcome) ?? 'failed'
	};
}
