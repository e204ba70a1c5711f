// How the record of what was seen and changed gets on: whoever watches the machine learns of events that wait, or are lost.
// All of them are of pages behind a sign-in, so none of them is a leader who answers.
import type { EventBuffer } from '#server/audit-log/event-buffer.ts';
import type { GaugeValue } from './request-metrics.ts';

export type EventCounts = ReturnType<EventBuffer['counts']>;

let read: EventBuffer['counts'] | null = null;

/** From now on the counts of this buffer are told. */
export function watchEvents(buffer: Pick<EventBuffer, 'counts'>): void {
	read = buffer.counts;
}

/** Nothing before there is a buffer. */
export function eventGauges(): readonly GaugeValue[] {
	if (read === null) return [];
	const { waiting, failures, lost } = read();
	return [
		{ name: 'ledertrivsel_audit_events_waiting', help: 'Events that are not written to the log yet', value: waiting },
		{
			name: 'ledertrivsel_audit_write_failures',
			help: 'Writes of the log that failed since the start',
			value: failures
		},
		{ name: 'ledertrivsel_audit_events_lost', help: 'Events that were dropped since the start', value: lost }
	];
}
