// Under which names the reminders of a round are recorded: each of a leader has its own, so that a mail program does not take
// the second for the first.
import { reminderDaysAtMost } from '#domain/round/reminder-days.ts';

/** `number`: from 1. */
export function reminderId(roundId: string, leaderId: string, number: number): string {
	return number === 1 ? `reminder:${roundId}:${leaderId}` : `reminder:${roundId}:${leaderId}:${number}`;
}

/** All that there may be: those of the clock, and one that a person asked for. */
export function reminderIds(roundId: string, leaderId: string): string[] {
	return Array.from({ length: reminderDaysAtMost + 1 }, (_none, index) => reminderId(roundId, leaderId, index + 1));
}
