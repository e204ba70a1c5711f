// Who saw or changed what in the organisation: for the programme lead and the operator. Never an answer, and never who answered.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { readEvents as find, type AuditEvent } from '#server/database/audit-events.ts';
import { findSubjectNames } from '#server/database/subject-names.ts';
import { dayOf, isDay } from '../calendar-day.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ReadEventsOutcome =
	| {
			readonly kind: 'events';
			readonly events: readonly AuditEvent[];
			/** What the subjects are called, by their id; those that have no name, or whose name the reader may not see, are missing. */
			readonly names: ReadonlyMap<string, string>;
			readonly total: number;
			readonly page: number;
			readonly pages: number;
	  }
	| { readonly kind: 'not-a-day' }
	| Forbidden;

const eventsAPage = 50;
const hourMilliseconds = 3_600_000;

/** `day`: `2026-03-02`, or empty for all; `subjectId`: a round, group, plan or address, or empty. */
export async function readEvents(
	context: Pick<Context, 'db'>,
	actor: Actor,
	input: { readonly person: string; readonly day: string; readonly subjectId: string; readonly page: number }
): Promise<ReadEventsOutcome> {
	if (!isAllowed('read-events', actor) || actor.kind === 'visitor') return forbidden;
	if (input.day !== '' && !isDay(input.day)) return { kind: 'not-a-day' };
	const from = input.day === '' ? null : startOfDay(input.day);
	const page = Math.max(1, Math.trunc(input.page) || 1);
	const { events, total } = await find(context.db, {
		organisationId: actor.organisationId,
		actor: input.person.trim().toLowerCase() || null,
		from,
		// 36 hours on it is tomorrow, also where the day has 23 or 25.
		before: from === null ? null : startOfDay(dayOf(new Date(from.getTime() + 36 * hourMilliseconds))),
		subjectId: input.subjectId.trim() || null,
		most: eventsAPage,
		skip: (page - 1) * eventsAPage
	});
	// The operator sees which plan, not what it is about.
	const named = events.flatMap(({ subject }) =>
		subject === null || (subject.kind === 'plan' && !isAllowed('read-plans', actor)) ? [] : [subject]
	);
	const names = await findSubjectNames(context.db, actor.organisationId, named);
	return { kind: 'events', events, names, total, page, pages: Math.max(1, Math.ceil(total / eventsAPage)) };
}

/** The moment at which the day begins in Denmark, in winter or in summer time. */
function startOfDay(day: string): Date {
	const summer = new Date(`${day}T00:00:00+02:00`);
	return dayOf(summer) === day ? summer : new Date(`${day}T00:00:00+01:00`);
}
