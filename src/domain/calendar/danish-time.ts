// The clock on the wall in Denmark: days and hours as people there read them, also around the two nights when it is set.

export type WallClock = {
	/** Calendar day, YYYY-MM-DD. */
	readonly day: string;
	/** 0 to 23. */
	readonly hour: number;
};

const parts = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/Copenhagen',
	dateStyle: 'short',
	timeStyle: 'short'
});

export function wallClockOf(moment: Date): WallClock {
	const [day = '', time = ''] = parts.format(moment).split(' ');
	return { day, hour: Number(time.slice(0, 2)) };
}

/**
 * The first moment of an hour on a day. `hour`: 0 to 23. An hour that a night in March leaves out begins with the next one;
 * of an hour that a night in October has twice it is the first.
 */
export function momentOf({ day, hour }: WallClock): Date {
	const asUtc = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
	const hours = [-2, -1, 0].map((offset) => new Date(asUtc + offset * 3_600_000));
	const isReached = (moment: Date) => {
		const at = wallClockOf(moment);
		return at.day > day || (at.day === day && at.hour >= hour);
	};
	return hours.find(isReached) ?? new Date(asUtc);
}

/** `days` may be negative. */
export function addDays(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days from one to the other; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
