// The limit that the law sets: a workplace assessment is looked at again when work changes, and every third year at the latest
// (bekendtgørelse om systematisk arbejdsmiljøarbejde).

export const mostYears = 3;
/** So long before the limit the programme lead is told. */
export const warnMonths = 6;

export type AssessmentClock =
	/** None has been made that we know of. */
	| { readonly kind: 'never' }
	| {
			readonly kind: 'in-time' | 'soon' | 'overdue';
			/** Calendar days, YYYY-MM-DD. */
			readonly lastOn: string;
			/** The last day on which the next one is in time. */
			readonly latestOn: string;
			readonly warnFrom: string;
			/** Below zero where it has passed. */
			readonly daysLeft: number;
	  };

/**
 * Where an organisation stands between two assessments.
 *
 * `lastOn`: the day the last one was finalised, or null; `today`: both calendar days YYYY-MM-DD. It is overdue from the day after
 * the limit. 29 February counts from the last day of the month. Throws RangeError for what is no day.
 */
export function assessmentClock(input: { readonly lastOn: string | null; readonly today: string }): AssessmentClock {
	const { lastOn, today } = input;
	if (lastOn === null) return { kind: 'never' };
	const latestOn = monthsLater(lastOn, 12 * mostYears);
	const warnFrom = monthsLater(latestOn, -warnMonths);
	const kind = today > latestOn ? 'overdue' : today >= warnFrom ? 'soon' : 'in-time';
	return { kind, lastOn, latestOn, warnFrom, daysLeft: (numberOf(latestOn) - numberOf(today)) / 86_400_000 };
}

/** `day` moved by whole months (also back), kept within the month. */
export function monthsLater(day: string, months: number): string {
	const at = new Date(numberOf(day));
	const month = at.getUTCMonth() + months;
	const last = new Date(Date.UTC(at.getUTCFullYear(), month + 1, 0)).getUTCDate();
	const moved = new Date(Date.UTC(at.getUTCFullYear(), month, Math.min(at.getUTCDate(), last)));
	return moved.toISOString().slice(0, 10);
}

function numberOf(day: string): number {
	const at = Date.parse(`${day}T00:00:00Z`);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(at)) throw new RangeError(`"${day}" is no day`);
	return at;
}
