// The programme lead moves or switches off what an open round does by itself.
import { areReminderDays } from '#domain/round/reminder-days.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findRoundClock, writeRoundClock } from '#server/database/round-clocks.ts';
import { holdRound } from '#server/database/rounds.ts';
import { dayOf, isDay } from './calendar-day.ts';
import { isUuid } from './is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';
import { periodOf } from './round-clock.ts';

export type ChangeRoundClockOutcome =
	| { readonly kind: 'changed' }
	/** Not days, outside the round, or too many. */
	| { readonly kind: 'wrong-reminder-days' }
	/** Leaders were told until when they can answer: it can be later, not earlier. */
	| { readonly kind: 'closes-too-early' }
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
		const isTooEarly = input.closesAfter < round.closesOn || (input.closesByItself && input.closesAfter < today);
		if (!isDay(input.closesAfter) || isTooEarly) return { kind: 'closes-too-early' };
		const changed = { ...clock, closesByItself: input.closesByItself, closesAfter: input.closesAfter };
		const days = input.reminderDays.toSorted();
		if (!days.every(isDay) || !areReminderDays(days, periodOf(round, changed))) return { kind: 'wrong-reminder-days' };
		const isPast = days.some((day) => day < today || (clock.remindedThrough !== null && day <= clock.remindedThrough));
		if (isPast) return { kind: 'wrong-reminder-days' };
		await writeRoundClock(db, key, { ...changed, reminderDays: days });
		return { kind: 'changed' };
	});
}
