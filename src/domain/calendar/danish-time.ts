// The clock on the wall in Denmark: days and times as people there read them, whatever the server's own clock is set to, and also
// around the two nights when it is set.

export type WallTime = {
	/** Calendar day, YYYY-MM-DD. */
	readonly day: string;
	/** Time of day, HH:MM. */
	readonly time: string;
};

const parts = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/Copenhagen',
	dateStyle: 'short',
	timeStyle: 'short'
});

/** What a clock in Denmark shows. Throws RangeError for a moment that is none. */
export function wallTimeOf(moment: Date): WallTime {
	const [day = '', time = ''] = parts.format(moment).split(' ');
	return { day, time };
}

/** The calendar day in Denmark, YYYY-MM-DD. Throws RangeError for a moment that is none. */
export function dayOf(moment: Date): string {
	return wallTimeOf(moment).day;
}

/** The hour that a clock in Denmark shows, 0 to 23. Throws RangeError for a moment that is none. */
export function hourOf(moment: Date): number {
	return Number(wallTimeOf(moment).time.slice(0, 2));
}

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
		.map((hours) => new Date(asUtc - hours * 3_600_000))
		.find((moment) => {
			const wall = wallTimeOf(moment);
			return wall.day === day && wall.time === time;
		});
	return found ?? null;
}

/** `days` may be negative. */
export function addDays(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days from one to the other; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
