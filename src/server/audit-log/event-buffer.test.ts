import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AuditEvent } from '#server/database/audit-events.ts';
import { createLog } from '#server/log/log.ts';
import { createEventBuffer } from './event-buffer.ts';

test('events are written together, in their order, and a stop waits for the last of them', async () => {
	const { buffer, written } = arrange();
	buffer.add(event('a'));
	buffer.add(event('b'));
	assert.deepEqual(written(), []);
	await buffer.stop();
	assert.deepEqual(written(), ['a', 'b']);
	assert.deepEqual(buffer.counts(), { waiting: 0, failures: 0, lost: 0 });
});

test('what cannot be written is logged, counted and written later; nobody who adds is stopped', async () => {
	const { buffer, written, world, lines } = arrange();
	world.isBroken = true;
	buffer.add(event('a'));
	await buffer.flush();
	buffer.add(event('b'));
	await buffer.flush();
	assert.deepEqual(buffer.counts(), { waiting: 2, failures: 2, lost: 0 });
	assert.ok(lines.some((line) => line.includes('could not be written') && line.includes('no space left')));
	world.isBroken = false;
	await buffer.stop();
	assert.deepEqual(written(), ['a', 'b']);
});

test('a disk that stays full costs the oldest, which is counted and logged, and never the memory', async () => {
	const { buffer, written, world, lines } = arrange(3);
	world.isBroken = true;
	for (const id of ['a', 'b', 'c', 'd', 'e']) {
		buffer.add(event(id));
		await buffer.flush();
	}
	assert.deepEqual([buffer.counts().waiting, buffer.counts().lost], [3, 2]);
	assert.ok(lines.some((line) => line.includes('were dropped')));
	world.isBroken = false;
	await buffer.stop();
	assert.deepEqual(written(), ['c', 'd', 'e']);
});

test('events that come while others are written are written after them', async () => {
	const { buffer, written, world } = arrange();
	buffer.add(event('a'));
	const first = buffer.flush();
	world.isBroken = false;
	buffer.add(event('b'));
	await Promise.all([first, buffer.stop()]);
	assert.deepEqual(written(), ['a', 'b']);
});

test('what must not be lost is written when its answer comes, many in one write, and does not wait for the others', async () => {
	const { buffer, written, writes } = arrange();
	buffer.add(event('seen'));
	assert.equal(await buffer.record(event('changed')), true);
	assert.deepEqual(written(), ['changed'], 'what was only seen still waits');
	const ids = Array.from({ length: 50 }, (_none, index) => `change-${index}`);
	const before = writes();
	const recorded = await Promise.all(ids.map((id) => buffer.record(event(id))));
	assert.ok(recorded.every((one) => one));
	assert.deepEqual(written(), ['changed', ...ids]);
	assert.ok(writes() - before <= 2, `${writes() - before} writes`);
	await buffer.stop();
	assert.deepEqual(written().at(-1), 'seen');
});

test('where it cannot be written, that is said, counted and logged, and it is written later', async () => {
	const { buffer, written, world, lines } = arrange();
	world.isBroken = true;
	assert.deepEqual(await Promise.all([buffer.record(event('a')), buffer.record(event('b'))]), [false, false]);
	assert.equal(buffer.counts().waiting, 2);
	assert.ok(buffer.counts().failures > 0);
	assert.ok(lines.some((line) => line.includes('could not be written at once')));
	world.isBroken = false;
	await buffer.stop();
	assert.deepEqual(written(), ['a', 'b']);
});

function arrange(most?: number) {
	const world = { isBroken: false };
	const written: string[] = [];
	let writes = 0;
	const lines: string[] = [];
	const buffer = createEventBuffer({
		write: async (events) => {
			writes += 1;
			await Promise.resolve();
			if (world.isBroken) throw new Error('no space left on device');
			written.push(...events.map((own) => own.eventId));
		},
		log: createLog('error', (line) => lines.push(line)),
		everyMilliseconds: 3_600_000,
		most
	});
	return { buffer, world, lines, written: () => written, writes: () => writes };
}

function event(eventId: string): AuditEvent {
	return {
		organisationId: 'o',
		eventId,
		at: new Date('2026-03-02T09:00:00Z'),
		actor: 'a@example.org',
		action: 'GET /rounds',
		subject: null,
		outcome: 'done'
	};
}
