// Fifty people at once, as a benchmark plays them, and what they waited.
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { quantile } from '#domain/statistics/quantile.ts';
import type { SeededRandom } from '#server/demonstration/seeded-random.ts';

export type Waited = {
	readonly medianMilliseconds: number;
	readonly p95Milliseconds: number;
	readonly questions: number;
	readonly perSecond: number;
};

type Ask = () => unknown;

const people = 50;

/** Each asks, waits for the answer, and reads and thinks half a second to one and a half before the next question. */
export function thinkingPeople(seconds: number, random: SeededRandom, ask: Ask): Promise<Waited> {
	return playPeople(seconds, async (end, note) => {
		for (;;) {
			const due = performance.now() + 500 + random.next() * 1000;
			if (due > end) return;
			await wait(due - performance.now());
			const sent = performance.now();
			await ask();
			note(sent);
		}
	});
}

/** Nobody thinks: each asks again as soon as the answer is there, so that everybody waits for everybody. */
export function hastyPeople(seconds: number, ask: Ask): Promise<Waited> {
	return playPeople(seconds, async (end, note) => {
		while (performance.now() < end) {
			const sent = performance.now();
			await setImmediate();
			await ask();
			note(sent);
		}
	});
}

async function playPeople(
	seconds: number,
	person: (end: number, note: (sent: number) => void) => Promise<void>
): Promise<Waited> {
	const waited: number[] = [];
	const start = performance.now();
	const note = (sent: number) => void waited.push(performance.now() - sent);
	await Promise.all(Array.from({ length: people }, () => person(start + seconds * 1000, note)));
	return {
		medianMilliseconds: quantile(waited, 0.5),
		p95Milliseconds: quantile(waited, 0.95),
		questions: waited.length,
		perSecond: (waited.length * 1000) / (performance.now() - start)
	};
}
