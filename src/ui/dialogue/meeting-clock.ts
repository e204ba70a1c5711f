// The clock of a meeting as plain values: which step, how long it has run, whether it runs. Who shows it brings the time.

export type MeetingClock = {
	/** Index of the step, from 0. */
	readonly step: number;
	/** How long this step ran before it was last stopped. */
	readonly ranMilliseconds: number;
	/** Since when it runs, or null while it stands still. */
	readonly runsSince: number | null;
};

export type Announcement = 'one-left' | 'time-up';

export const stoppedClock: MeetingClock = { step: 0, ranMilliseconds: 0, runsSince: null };

export function elapsedMilliseconds(clock: MeetingClock, now: number): number {
	return clock.ranMilliseconds + (clock.runsSince === null ? 0 : Math.max(0, now - clock.runsSince));
}

/** A clock that runs goes on running. */
export function startClock(clock: MeetingClock, now: number): MeetingClock {
	return clock.runsSince === null ? { ...clock, runsSince: now } : clock;
}

export function pauseClock(clock: MeetingClock, now: number): MeetingClock {
	return { ...clock, ranMilliseconds: elapsedMilliseconds(clock, now), runsSince: null };
}

/** Another step begins with its whole time; the clock runs on if it ran. Beyond the ends it stays where it is. */
export function goToStep(clock: MeetingClock, step: number, count: number, now: number): MeetingClock {
	const within = Math.min(count - 1, Math.max(0, step));
	return { step: within, ranMilliseconds: 0, runsSince: clock.runsSince === null ? null : now };
}

/** "4:05", however long it is; seconds are rounded up, so that "0:00" means that the time is up. */
export function readClock(milliseconds: number): string {
	const seconds = Math.ceil(Math.abs(milliseconds) / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What is said aloud between two looks at the clock: a minute before the end, and at the end. Never each second. */
export function announcementBetween(before: number, after: number, stepMilliseconds: number): Announcement | null {
	if (before < stepMilliseconds && after >= stepMilliseconds) return 'time-up';
	const oneLeft = stepMilliseconds - 60_000;
	return oneLeft > 0 && before < oneLeft && after >= oneLeft ? 'one-left' : null;
}

/** A clock as it was kept; a stopped one where nothing can be read from it. `count`: how many steps there are. */
export function readKept(text: string | null, count: number): MeetingClock {
	try {
		const kept: unknown = JSON.parse(text ?? 'null');
		if (typeof kept !== 'object' || kept === null) return stoppedClock;
		const fields = new Map<string, unknown>(Object.entries(kept));
		const [step, ran, since] = [fields.get('step'), fields.get('ranMilliseconds'), fields.get('runsSince')];
		const isStep = typeof step === 'number' && Number.isInteger(step) && step >= 0 && step < count;
		if (!isStep || typeof ran !== 'number' || !(ran >= 0)) return stoppedClock;
		return { step, ranMilliseconds: ran, runsSince: typeof since === 'number' ? since : null };
	} catch {
		return stoppedClock;
	}
}
