// When no letter is sent: evenings, nights, weekends and holidays. Whoever is asked how work strains them is not written to
// at a time of rest.
import { addDays, dayOf, hourOf, momentOf } from './danish-time.ts';
import { isDayOff, workingDayFrom } from './days-off.ts';

/** Hours on the wall clock in Denmark, 0 to 23: quiet from `from` o'clock to `to` o'clock, over midnight where `from` is later. */
export type QuietHours = { readonly from: number; readonly to: number };

/**
 * Until when it is quiet at a moment, or null where it is not. Days off are quiet as a whole.
 * The two nights when the clock is set change nothing but the length of the night.
 */
export function quietUntil(hours: QuietHours | null, moment: Date): Date | null {
	if (hours === null || !isQuiet(hours, moment)) return null;
	const day = dayOf(moment);
	const isBeforeEnd = hourOf(moment) < hours.to && !isDayOff(day);
	const next = workingDayFrom(isBeforeEnd ? day : addDays(day, 1));
	// Clocks are set on Sundays, so a working day has every hour.
	return momentOf({ day: next, time: `${String(firstOpenHour(hours, next === day)).padStart(2, '0')}:00` });
}

function isQuiet({ from, to }: QuietHours, moment: Date): boolean {
	if (isDayOff(dayOf(moment))) return true;
	const hour = hourOf(moment);
	return from > to ? hour >= from || hour < to : hour >= from && hour < to;
}

/** On a later day that begins loud, midnight. */
function firstOpenHour({ from, to }: QuietHours, isSameDay: boolean): number {
	return from > to || isSameDay ? to : from === 0 ? to : 0;
}
