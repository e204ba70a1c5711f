// Events wait here for a moment and are written together, so that no page waits for the record of having been seen. What
// cannot be written is kept and tried again; beyond a bound the oldest are dropped, counted and logged.
import type { AuditEvent } from '#server/database/audit-events.ts';
import type { Log } from '#server/log/log.ts';

export type EventBuffer = {
	readonly add: (event: AuditEvent) => void;
	/** Writes what waits; never throws. */
	readonly flush: () => Promise<void>;
	/** Writes what waits, and takes no more turns. */
	readonly stop: () => Promise<void>;
	/** How many wait, how often writing failed, and how many events were dropped since the start. */
	readonly counts: () => { readonly waiting: number; readonly failures: number; readonly lost: number };
};

export type EventBufferOptions = {
	readonly write: (events: readonly AuditEvent[]) => Promise<void>;
	readonly log: Log;
	readonly everyMilliseconds?: number;
	/** So many wait at most. */
	readonly most?: number;
};

export function createEventBuffer({
	write,
	log,
	everyMilliseconds = 2000,
	most = 20_000
}: EventBufferOptions): EventBuffer {
	let waiting: AuditEvent[] = [];
	let failures = 0;
	let lost = 0;
	let underWay: Promise<void> = Promise.resolve();

	const writeWaiting = async () => {
		if (waiting.length === 0) return;
		const batch = waiting;
		waiting = [];
		try {
			await write(batch);
		} catch (error) {
			failures += 1;
			waiting = [...batch, ...waiting];
			log.error('audit events could not be written', error, { waiting: waiting.length });
			drop();
		}
	};
	const drop = () => {
		if (waiting.length <= most) return;
		const surplus = waiting.length - most;
		waiting = waiting.slice(surplus);
		lost += surplus;
		log.error('audit events were dropped', 'too many wait', { dropped: surplus });
	};
	const flush = () => {
		underWay = underWay.then(writeWaiting);
		return underWay;
	};
	const timer = setInterval(() => void flush(), everyMilliseconds);
	timer.unref();

	return {
		add: (event) => {
			waiting.push(event);
			drop();
		},
		flush,
		stop: () => {
			clearInterval(timer);
			return flush();
		},
		counts: () => ({ waiting: waiting.length, failures, lost })
	};
}
