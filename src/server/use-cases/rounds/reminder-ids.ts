// Under which names the reminders of a round are recorded: each of a leader has its own, so that a mail program does not take
// the second for the first.
import { remindersAtMost } from '#domain/round/reminder-days.ts';

/** `number`: from 1. */
export function reminderId(roundId: string, leaderId: string, number: number): string {
	return number === 1 ? `reminder:${roundId}:${leaderId}` : `reminder:${roundId}:${leaderId}:${number}`;
}

/**
 * Whom a reminder is for; null where the name is of no reminder. Two possible leaders where an id of the roster itself ends like a
 * number of a reminder.
 */
export function readReminderId(
	mailId: string
): { readonly roundId: string; readonly leaderIds: readonly string[] } | null {
	const [, roundId, rest] = /^reminder:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(.+)$/.exec(mailId) ?? [];
	if (roundId === undefined || rest === undefined) return null;
	const [, leaderId, number] = /^(.+):([1-9])$/.exec(rest) ?? [];
	const isNumbered = leaderId !== undefined && reminderIds(roundId, leaderId).includes(mailId) && number !== '1';
	return { roundId, leaderIds: isNumbered ? [leaderId, rest] : [rest] };
}

/** All that there may be. */
export function reminderIds(roundId: string, leaderId: string): string[] {
	return Array.from({ length: remindersAtMost }, (_none, index) => reminderId(roundId, leaderId, index + 1));
}
