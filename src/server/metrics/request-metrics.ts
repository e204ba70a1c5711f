// Numbers about this process for a monitoring system. What leaders do in the answer house, and what they read on the way to it,
// is not counted at all, not even in a sum: a counter that is read every few seconds is a clock, and a clock beside the list of
// invitations would say who answered.
import { isRecorded } from '#server/audit-log/event-of-request.ts';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export type RequestFacts = {
	/** Of the program, such as `/rounds/[round]`; null where no route was found. */
	readonly routeId: string | null;
	readonly status: number;
	readonly seconds: number;
};

export type Metrics = {
	readonly observe: (request: RequestFacts) => void;
	/** Prometheus' text, with the values given put beside those of the process. */
	readonly text: (values: readonly GaugeValue[]) => Promise<string>;
	readonly contentType: string;
};

export type GaugeValue = {
	readonly name: string;
	readonly help: string;
	readonly value: number;
	readonly labels?: Readonly<Record<string, string>>;
};

/** Only pages behind a sign-in, whose visits are recorded in any case, and what the monitoring itself asks. */
function isCounted(routeId: string): boolean {
	return routeId === '/health' || isRecorded(routeId);
}

export function createMetrics(): Metrics {
	const registry = new Registry();
	// Handles and requests under way would show a leader's connection; memory, CPU and delays show the load of the whole machine.
	collectDefaultMetrics({ register: registry });
	for (const name of shownHandles) registry.removeSingleMetric(name);
	const requests = new Counter({
		name: 'ledertrivsel_requests_total',
		help: 'Requests of pages behind a sign-in, by route and class of status',
		labelNames: ['route', 'status'],
		registers: [registry]
	});
	const durations = new Histogram({
		name: 'ledertrivsel_request_seconds',
		help: 'How long requests of pages behind a sign-in took',
		labelNames: ['route'],
		buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
		registers: [registry]
	});
	return {
		observe: ({ routeId, status, seconds }) => {
			// What has no route is answered before anybody knows what it was; a wrong address may be a leader's.
			if (routeId === null || !isCounted(routeId)) return;
			requests.inc({ route: routeId, status: `${Math.floor(status / 100)}xx` });
			durations.observe({ route: routeId }, seconds);
		},
		text: async (values) => {
			const own = new Registry();
			for (const [name, same] of Map.groupBy(values, (value) => value.name)) {
				const labelNames = [...new Set(same.flatMap(({ labels }) => Object.keys(labels ?? {})))];
				const gauge = new Gauge({ name, help: same[0]?.help ?? '', labelNames, registers: [own] });
				for (const { labels, value } of same) gauge.set(labels ?? {}, value);
			}
			return Registry.merge([registry, own]).metrics();
		},
		contentType: registry.contentType
	};
}

const shownHandles = [
	'nodejs_active_handles',
	'nodejs_active_handles_total',
	'nodejs_active_requests',
	'nodejs_active_requests_total',
	'nodejs_active_resources',
	'nodejs_active_resources_total',
	'process_open_fds'
];

/** Of this process. */
export const metrics: Metrics = createMetrics();
