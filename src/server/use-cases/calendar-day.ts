// Calendar days as forms and letters use them: those in Denmark.
export { dayOf } from '#domain/calendar/danish-time.ts';

/** True for a day that exists, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const moment = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
