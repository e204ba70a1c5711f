// When no letter is sent: evenings, nights, weekends and holidays. Whoever is asked how work strains them is not written to
// at a time of rest.
import { addDays, momentOf, wallClockOf } from './danish-time.ts';
import { isDayOff, workingDayFrom } from './days-off.ts';

/** Hours on the wall clock in Denmark, 0 to 23: quiet from `from` o'clock to `to` o'clock, over midnight where `from` is later. */
export type QuietHours = { readonly from: number; readonly to: number };

/**
 * Until when it is quiet at a moment, or null where it is not. Days off are quiet as a whole.
 * The two nights when the clock is set change nothing but the length of the night.
 */
export function quietUntil(hours: QuietHours | null, moment: Date): Date | null {
	if (hours === null || !isQuiet(hours, moment)) return null;
	const { day, hour } = wallClockOf(moment);
	const isBeforeEnd = hour < hours.to && !isDayOff(day);
	const next = workingDayFrom(isBeforeEnd ? day : addDays(day, 1));
	return momentOf({ day: next, hour: firstOpenHour(hours, next === day) });
}

function isQuiet({ from, to }: QuietHours, moment: Date): boolean {
	const { day, hour } = wallClockOf(moment);
	if (isDayOff(day)) return true;
	return from > to ? hour >= from || hour < to : hour >= from && hour < to;
}

/** On a later day that begins loud, midnight. */
function firstOpenHour({ from, to }: QuietHours, isSameDay: boolean): number {
	return from > to || isSameDay ? to : from === 0 ? to : 0;
}
