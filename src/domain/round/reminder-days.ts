// On which days a round reminds those who have not fetched their questionnaire: half way, and two days before the close.
import { addDays, daysBetween } from '#domain/calendar/danish-time.ts';
import { workingDayUntil } from '#domain/calendar/days-off.ts';

type Period = {
	/** Calendar days, YYYY-MM-DD: when it opened, and the last day to answer. */
	readonly opensOn: string;
	readonly closesOn: string;
};

/** Whoever programmes a round may choose so many. */
export const reminderDaysAtMost = 3;

/** Of one round, however often its days are moved: those of the clock, and one that a person asks for. */
export const remindersAtMost = reminderDaysAtMost + 1;

/**
 * Working days, in order, after the opening and before the last day: at most two, and at least two days between any two of
 * opening, reminders and last day. None for a round too short for that.
 */
export function proposedReminderDays({ opensOn, closesOn }: Period): string[] {
	const last = workingDayUntil(addDays(closesOn, -2));
	const half = workingDayUntil(addDays(opensOn, Math.floor(daysBetween(opensOn, closesOn) / 2)));
	const isApart = (earlier: string, later: string) => daysBetween(earlier, later) >= 2;
	if (!isApart(opensOn, last)) return [];
	return isApart(opensOn, half) && isApart(half, last) ? [half, last] : [last];
}

/** True for days that may be chosen: after the opening, not after the last day, in order, each once. */
export function areReminderDays(days: readonly string[], { opensOn, closesOn }: Period): boolean {
	return (
		days.length <= reminderDaysAtMost &&
		days.every((day, index) => day > (days[index - 1] ?? opensOn) && day <= closesOn)
	);
}

/**
 * The reminder day that is due, or null: the latest one that has come and was not dealt with. Where several have passed while
 * nothing ran, they are one reminder. `remindedThrough`: the last day that was dealt with, or null.
 */
export function dueReminderDay(
	days: readonly string[],
	{ today, remindedThrough }: { readonly today: string; readonly remindedThrough: string | null }
): string | null {
	return days.findLast((day) => day <= today && (remindedThrough === null || day > remindedThrough)) ?? null;
}
