// The periods that sickness absence is entered for: whole calendar quarters, so that no two of them differ by a few days.

export type AbsencePeriod = {
	/** Calendar days YYYY-MM-DD, both included. */
	readonly from: string;
	readonly to: string;
};

/**
 * Which end does not lie on the edge of a calendar quarter; null where both do.
 *
 * The law asks for an overview of a workplace, not of days. A short period would tell who was ill when, and so would two long
 * ones that differ by a day: five leaders and five days more is five who were ill that day. Whatever is added or subtracted of
 * whole quarters (quarters, halves, years, any year that begins with a quarter) tells of whole quarters again.
 */
export function offQuarter({ from, to }: AbsencePeriod): 'from' | 'to' | null {
	if (!/-(01|04|07|10)-01$/.test(from)) return 'from';
	return /-(03-31|06-30|09-30|12-31)$/.test(to) ? null : 'to';
}

/** Days in the period, 1 or more. Throws RangeError for one that ends before it begins, or that is no period. */
export function daysIn({ from, to }: AbsencePeriod): number {
	const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000 + 1;
	if (!(days >= 1)) throw new RangeError(`a period from ${from} to ${to}`);
	return days;
}
