// A process to take down: fifty clients write rows, and each row that was acknowledged is printed, one id a line.
// Arguments: data directory, a name for this run, and `durable` or `as-shipped` (PGlite without the durability layer).
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { createWireEngine } from '#server/database/embedded/wire-engine.ts';
import { openOnEngine } from '#server/database/open-database.ts';
import { silentLog } from '#server/log/log.ts';
import { createRowQueue, openRows, type RowsDatabase } from './rows-database.ts';

const [dataDirectory = '', run = '', mode = 'durable'] = process.argv.slice(2);

const database: RowsDatabase =
	mode === 'durable' ? await openRows(dataDirectory) : await openAsShipped(join(dataDirectory, 'cluster'));
const queue = createRowQueue(database);
await Promise.all([...Array.from({ length: 50 }, (_, client) => keepWriting(client)), keepDisturbing()]);

async function openAsShipped(cluster: string): Promise<RowsDatabase> {
	return openOnEngine(
		createWireEngine(await PGlite.create(cluster), () => process.exit(1)),
		silentLog
	);
}

async function keepWriting(client: number): Promise<never> {
	for (let number = 0; ; number++) {
		const acknowledged = await queue.submit({
			row_id: `${run}-${client}-${number}`,
			answers: Array.from({ length: 45 }, (_, item) => 1 + ((item + number) % 5))
		});
		if (typeof acknowledged !== 'string') throw new Error('the queue was full');
		process.stdout.write(`${acknowledged}\n`);
	}
}

// Checkpoints and new log files are where a missing sync would show.
async function keepDisturbing(): Promise<never> {
	for (;;) {
		await wait(150);
		await database.pool.query('select pg_switch_wal()');
		await wait(150);
		await database.pool.query('checkpoint');
	}
}
