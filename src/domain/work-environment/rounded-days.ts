/**
 * Days of absence per leader as they are kept: to the half day, and neither next to nothing nor next to everything.
 *
 * `days`: of all leaders together, 0 or more; `leaders`: how many, at least 1; `daysInPeriod`: 1 or more. A sum of nothing would
 * say of each leader that he or she was never ill, so nothing lower than "at most half a day" is ever kept (`isLowest`). A sum
 * of everything would say of each that he or she was ill all the time, so nothing higher than "at least three fifths of the
 * days" is (`isHighest`): who counts working days only comes to no more than about two thirds. Throws RangeError for anything else.
 */
export function roundedDays(days: number, leaders: number, daysInPeriod: number): number {
	if (!(days >= 0) || !(leaders >= 1) || !(daysInPeriod >= 1) || !Number.isFinite(days))
		throw new RangeError(`${days} days of ${leaders} in ${daysInPeriod}`);
	const rounded = Math.round((2 * days) / leaders) / 2;
	return Math.max(lowestDays, Math.min(highestDays(daysInPeriod), rounded));
}

/** True where the figure is only known to be at most this. */
export function isLowest(daysPerLeader: number): boolean {
	return daysPerLeader <= lowestDays;
}

/** True where the figure is only known to be at least this. */
export function isHighest(daysPerLeader: number, daysInPeriod: number): boolean {
	return daysPerLeader >= highestDays(daysInPeriod);
}

const lowestDays = 0.5;
const highestShare = 0.6;

/** To the half day below, so that it is a figure like the others. */
function highestDays(daysInPeriod: number): number {
	return Math.floor(2 * highestShare * daysInPeriod) / 2;
}
