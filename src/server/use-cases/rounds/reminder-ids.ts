// Under which names the reminders of a round are recorded: each of a leader has its own, so that a mail program does not take
// the second for the first.
import { remindersAtMost } from '#domain/round/reminder-days.ts';

/** `number`: from 1. */
export function reminderId(roundId: string, leaderId: string, number: number): string {
	return number === 1 ? `reminder:${roundId}:${leaderId}` : `reminder:${roundId}:${leaderId}:${number}`;
}

/** All that there may be. */
export function reminderIds(roundId: string, leaderId: string): string[] {
	return Array.from({ length: remindersAtMost }, (_none, index) => reminderId(roundId, leaderId, index + 1));
}
