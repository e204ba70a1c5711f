import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { silentLog, type Log } from '#server/log/log.ts';
import { createRowQueue, missingRows, openRows } from './rows-database.ts';

const place = mkdtempSync(join(tmpdir(), 'ledertrivsel-full-'));
const skip = whyNoSmallDisk();

test('a full disk gives an error, loses nothing, and is forgotten when there is room again', { skip }, async (t) => {
	t.after(() => {
		execFileSync('umount', [place]);
		rmSync(place, { recursive: true });
	});
	const events: string[] = [];
	const log: Log = { ...silentLog, info: (event) => events.push(event), error: (event) => events.push(event) };
	const database = await openRows(join(place, 'database'), log);
	const queue = createRowQueue(database);
	const acknowledged: string[] = [];
	const write = async (id: string) =>
		acknowledged.push(String(await queue.submit({ row_id: id, answers: Array.from({ length: 45 }, () => 3) })));

	for (const round of [1, 2, 3]) {
		const ballast = join(place, 'ballast');
		const { bavail, bsize } = statfsSync(place);
		writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - round * 300_000)));
		let refusals = 0;
		for (let batch = 0; refusals === 0; batch++) {
			const results = await Promise.allSettled(
				Array.from({ length: 200 }, (_, number) => write(`full-${round}-${batch}-${number}`))
			);
			refusals = results.filter((result) => result.status === 'rejected').length;
			assert.ok(batch < 2000, 'the disk never became full');
			// A new file for the log is what PostgreSQL cannot do without: here it gives up and is started anew.
			if (round > 1) await database.pool.query('select pg_switch_wal()').catch(() => (refusals += 1));
		}
		await assert.rejects(write(`refused-${round}`), 'while it is full, rows are refused');
		rmSync(ballast);
		await write(`after-${round}`);
	}
	assert.deepEqual(await missingRows(database, acknowledged), []);
	assert.ok(
		events.includes('database-died') && events.includes('database-restarts'),
		'one round was of the worst kind'
	);
	await database.close();

	const again = await openRows(join(place, 'database'));
	assert.deepEqual(await missingRows(again, acknowledged), []);
	t.diagnostic(`${acknowledged.length} acknowledged rows, none lost`);
	await again.close();
});

function whyNoSmallDisk(): string | false {
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', place], { stdio: ['ignore', 'ignore', 'pipe'] });
		return false;
	} catch (error) {
		rmSync(place, { recursive: true });
		return `a small disk needs Linux and root (${error instanceof Error ? error.message.split('\n')[0] : error})`;
	}
}
