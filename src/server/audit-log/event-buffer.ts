// What was only seen waits here for a moment and is written together, so that no page waits for the record of it. What changed
// something or was handed out is written before it is answered, all that come at once in one commit. What cannot be written is
// kept and tried again; beyond a bound the oldest are dropped, counted and logged.
import type { AuditEvent } from '#server/database/audit-events.ts';
import { groupCommit } from '#server/database/group-commit.ts';
import type { Log } from '#server/log/log.ts';

export type EventBuffer = {
	readonly add: (event: AuditEvent) => void;
	/**
	 * True once the event is on disk. False where it could not be written now: it then waits with the others, and the failure has
	 * been logged. Never throws.
	 */
	readonly record: (event: AuditEvent) => Promise<boolean>;
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

/** In one commit; a table's row takes eight values. */
const mostAtOnce = 500;

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
	const durably = groupCommit<AuditEvent, 'written'>({
		commit: async (batch) => {
			await write(batch);
			return batch.map(() => 'written' as const);
		},
		maximumBatch: mostAtOnce
	});
	const add = (event: AuditEvent) => {
		waiting.push(event);
		drop();
	};
	const record = async (event: AuditEvent): Promise<boolean> => {
		try {
			if ((await durably.submit(event)) === 'written') return true;
			log.error('an audit event could not be written at once', 'too many wait');
		} catch (error) {
			failures += 1;
			log.error('an audit event could not be written at once', error);
		}
		add(event);
		return false;
	};
	const flush = () => {
		underWay = underWay.then(writeWaiting);
		return underWay;
	};
	const timer = setInterval(() => void flush(), everyMilliseconds);
	timer.unref();

	return {
		add,
		record,
		flush,
		stop: () => {
			clearInterval(timer);
			return flush();
		},
		counts: () => ({ waiting: waiting.length, failures, lost })
	};
}
