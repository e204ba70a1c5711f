// Meetings are held by the clock on the wall in Denmark, whatever the server's own.

const zone = 'Europe/Copenhagen';
const hourMilliseconds = 3_600_000;

export type WallTime = {
	/** Calendar day YYYY-MM-DD. */
	readonly day: string;
	/** Time of day HH:MM. */
	readonly time: string;
};

/**
 * The moment at which a clock in Denmark shows this day and time.
 *
 * In the hour that is skipped in March there is none: null. In the hour that comes twice in October it is the first.
 * Null also for what is no day or no time. Throws nothing.
 */
export function momentOf({ day, time }: WallTime): Date | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
	const asUtc = new Date(`${day}T${time}:00Z`).getTime();
	if (Number.isNaN(asUtc)) return null;
	// Denmark is one or two hours ahead; summer time first, since the first of two equal hours is that.
	const found = [2, 1]
		.map((hours) => new Date(asUtc - hours * hourMilliseconds))
		.find((moment) => {
			const wall = wallTimeOf(moment);
			return wall.day === day && wall.time === time;
		});
	return found ?? null;
}

/** What a clock in Denmark shows. Throws RangeError for a moment that is none. */
export function wallTimeOf(moment: Date): WallTime {
	const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
		moment
	);
	const [day = '', time = ''] = parts.split(' ');
	return { day, time };
}
