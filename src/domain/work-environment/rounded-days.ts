/**
 * Days of absence per leader as they are kept: to the half day, and at least half a day.
 *
 * `days`: of all leaders together, 0 or more; `leaders`: how many, at least 1. A sum of nothing would say of each leader that
 * he or she was never ill, so nothing lower than "at most half a day" is ever kept (`isLowest`). Throws RangeError for anything else.
 */
export function roundedDays(days: number, leaders: number): number {
	if (!(days >= 0) || !(leaders >= 1) || !Number.isFinite(days)) throw new RangeError(`${days} days of ${leaders}`);
	return Math.max(lowestDays, Math.round((2 * days) / leaders) / 2);
}

/** True where the figure is only known to be at most this. */
export function isLowest(daysPerLeader: number): boolean {
	return daysPerLeader <= lowestDays;
}

const lowestDays = 0.5;
