// How long what is kept: the kinds that the clock removes, how many months when nobody chose otherwise, and from which day on.

export const retentionKinds = ['responses', 'mails', 'imports', 'events', 'left-leaders'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** Months; null: kept until somebody deletes it. */
export type RetentionRules = Readonly<Record<RetentionKind, number | null>>;

export const monthsAtLeast = 1;
export const monthsAtMost = 120;

/**
 * What holds where an organisation has chosen nothing. `responses`: counted from the release; two years span the next round
 * and the check of its release. `mails`: who was written to, from when it was sent. `imports`: what a roster file changed.
 * `events`: who saw or changed what; two years let a complaint be looked into. `left-leaders`: name, address and attributes of
 * a leader who has left; a year lets plans be handed over.
 */
export const defaultRetention: RetentionRules = {
	responses: 24,
	mails: 6,
	imports: 12,
	events: 24,
	'left-leaders': 12
};

/**
 * The moment before which something must have happened to be removed now: `months` calendar months earlier in UTC, on the last
 * day of that month where it has no such day. `months` at least 1. Throws RangeError for anything else.
 */
export function cutoffOf(now: Date, months: number): Date {
	if (!Number.isInteger(months) || months < 1) throw new RangeError(`${months} is no number of months`);
	return addMonths(now, -months);
}

/** When something that happened at `since` is removed: the first moment whose `cutoffOf` is not before it. */
export function dueAt(since: Date, months: number): Date {
	if (!Number.isInteger(months) || months < 1) throw new RangeError(`${months} is no number of months`);
	const due = addMonths(since, months);
	// Clamping to a shorter month may have put it a few days too early.
	while (cutoffOf(due, months).getTime() < since.getTime()) due.setUTCDate(due.getUTCDate() + 1);
	return due;
}

/** A whole number from 1 to 120, empty for "kept until somebody deletes it"; undefined where it is neither. */
export function parseMonths(text: string): number | null | undefined {
	const trimmed = text.trim();
	if (trimmed === '') return null;
	if (!/^\d{1,3}$/.test(trimmed)) return undefined;
	const months = Number(trimmed);
	return months >= monthsAtLeast && months <= monthsAtMost ? months : undefined;
}

function addMonths(from: Date, months: number): Date {
	const day = from.getUTCDate();
	const moved = new Date(from);
	moved.setUTCDate(1);
	moved.setUTCMonth(moved.getUTCMonth() + months);
	const daysInMonth = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
	moved.setUTCDate(Math.min(day, daysInMonth));
	return moved;
}
