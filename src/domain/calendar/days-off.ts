// Days on which most people in Denmark are off: weekends, public holidays (without store bededag, which ended in 2024), and
// three days on which workplaces are closed by custom.
import { addDays } from './danish-time.ts';

/** Days from Easter Sunday: Maundy Thursday to Easter Monday, Ascension Day, Whit Sunday and Monday. */
const aroundEaster = [-3, -2, 0, 1, 39, 49, 50];
/** New Year, Constitution Day, Christmas Eve and both days of Christmas, New Year's Eve. */
const everyYear = ['01-01', '06-05', '12-24', '12-25', '12-26', '12-31'];

/** `day`: calendar day, YYYY-MM-DD. */
export function isDayOff(day: string): boolean {
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	if (weekday === 0 || weekday === 6 || everyYear.includes(day.slice(5))) return true;
	const easter = easterSunday(Number(day.slice(0, 4)));
	return aroundEaster.some((days) => addDays(easter, days) === day);
}

/** The first working day on or after a day. */
export function workingDayFrom(day: string): string {
	return isDayOff(day) ? workingDayFrom(addDays(day, 1)) : day;
}

/** The last working day on or before a day. */
export function workingDayUntil(day: string): string {
	return isDayOff(day) ? workingDayUntil(addDays(day, -1)) : day;
}

/** Calendar day, YYYY-MM-DD, in the Gregorian calendar (Meeus, Jones and Butcher's rule). Checked against published tables. */
export function easterSunday(year: number): string {
	const a = year % 19;
	const century = Math.floor(year / 100);
	const inCentury = year % 100;
	const moon =
		(19 * a + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) %
		30;
	const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
	const late = Math.floor((a + 11 * moon + 22 * weekday) / 451);
	const sum = moon + weekday - 7 * late + 114;
	return `${year}-${String(Math.floor(sum / 31)).padStart(2, '0')}-${String((sum % 31) + 1).padStart(2, '0')}`;
}
