// When a round reminds and closes by itself, from what was chosen and what the program proposes.
import { proposedReminderDays } from '#domain/round/reminder-days.ts';
import type { RoundClock } from '#server/database/round-clocks.ts';
import type { Round } from '#server/database/rounds.ts';
import { dayOf } from '../calendar-day.ts';

/** The last day to answer: later than the letters told where somebody gave more time. */
export function lastDayOf(round: Pick<Round, 'closesOn'>, clock: RoundClock): string {
	return clock.closesAfter ?? round.closesOn;
}

/** From when to when it runs; a round that was opened late counts from then. */
export function periodOf(round: Pick<Round, 'opensOn' | 'closesOn' | 'openedAt'>, clock: RoundClock) {
	const opened = round.openedAt === null ? round.opensOn : dayOf(round.openedAt);
	return { opensOn: opened > round.opensOn ? opened : round.opensOn, closesOn: lastDayOf(round, clock) };
}

export function reminderDaysOf(
	round: Pick<Round, 'opensOn' | 'closesOn' | 'openedAt'>,
	clock: RoundClock
): readonly string[] {
	return clock.reminderDays ?? proposedReminderDays(periodOf(round, clock));
}
