// The programme lead moves or switches off what an open round does by itself.
import { areReminderDays, remindersAtMost } from '#domain/round/reminder-days.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findRoundClock, writeRoundClock } from '#server/database/round-clocks.ts';
import { holdRound } from '#server/database/rounds.ts';
import { dayOf, isDay } from '../calendar-day.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { periodOf } from './round-clock.ts';

/** In the order of the form. */
export type RoundClockProblem =
	/** Not days, outside the round, or too many, with the reminders that have gone out. */
	| 'wrong-reminder-days'
	/** Leaders were told until when they can answer: it can be later, not earlier. */
	| 'closes-too-early';

export type ChangeRoundClockOutcome =
	| { readonly kind: 'changed' }
	| { readonly kind: 'faulty'; readonly problems: readonly RoundClockProblem[] }
	| { readonly kind: 'not-open' }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function changeRoundClock(
	context: Pick<Context, 'db' | 'now'>,
	actor: Actor,
	input: {
		readonly roundId: string;
		/** Days still to come, in any order; none: no more reminders. */
		readonly reminderDays: readonly string[];
		readonly closesByItself: boolean;
		readonly closesAfter: string;
	}
): Promise<ChangeRoundClockOutcome> {
	if (!isAllowed('change-round-clock', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.roundId)) return { kind: 'unknown-round' };
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	return context.db.transaction().execute(async (db): Promise<ChangeRoundClockOutcome> => {
		const round = await holdRound(db, key);
		if (round === null || round.source !== 'ballots') return { kind: 'unknown-round' };
		if (round.openedAt === null || round.closingAt !== null || round.closedAt !== null) return { kind: 'not-open' };
		const clock = await findRoundClock(db, key);
		const today = dayOf(context.now());
		const { closesAfter, closesByItself } = input;
		const isEarly = !isDay(closesAfter) || closesAfter < round.closesOn || (closesByItself && closesAfter < today);
		// Where the last day is at fault, reminders are held against the one that stands.
		const changed = { ...clock, closesByItself, ...(isEarly ? {} : { closesAfter }) };
		const days = input.reminderDays.toSorted();
		const isPast = days.some((day) => day < today || (clock.remindedThrough !== null && day <= clock.remindedThrough));
		const reminders = clock.reminders + (clock.isReminderWanted ? 1 : 0);
		const areDays = days.every(isDay) && areReminderDays(days, periodOf(round, changed));
		const areWrong = !areDays || isPast || reminders + days.length > remindersAtMost;
		const problems = [
			...(areWrong ? (['wrong-reminder-days'] as const) : []),
			...(isEarly ? (['closes-too-early'] as const) : [])
		];
		if (problems.length > 0) return { kind: 'faulty', problems };
		await writeRoundClock(db, key, { ...changed, reminderDays: days });
		return { kind: 'changed' };
	});
}
