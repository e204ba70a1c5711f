// kill -9 while leaders submit through the use cases, again and again, on one database.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#server/database/open-database.ts';
import { silentLog } from '#server/log/log.ts';
import { startWriter } from './run-writer.ts';

/** Returns how many responses were acknowledged in all. */
export async function killSubmissions(rounds: number): Promise<number> {
	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-submissions-'));
	const acknowledged: string[] = [];
	try {
		for (let round = 0; round < rounds; round++) {
			const writer = startWriter({ program: 'submission-writer.ts', dataDirectory: directory, run: `round${round}` });
			await writer.hasWrittenFor(round);
			await writer.kill();
			acknowledged.push(...writer.acknowledged());
			const database = await openDatabase({
				dataDirectory: join(directory, 'database'),
				databaseUrl: null,
				log: silentLog
			});
			const { rows } = await database.pool.query<{ key: string }>(
				"select encode(response_key, 'hex') as key from responses where cardinality(answers) = 51"
			);
			const stored = new Set(rows.map((row) => row.key));
			assert.deepEqual(
				acknowledged.filter((key) => !stored.has(key)),
				[],
				`lost in round ${round}`
			);
			await database.close();
		}
	} finally {
		rmSync(directory, { recursive: true, force: true });
	}
	return acknowledged.length;
}
