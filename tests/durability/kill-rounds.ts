// kill -9 in the middle of concurrent submissions, again and again, on one database.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingRows, openRows } from './rows-database.ts';
import { startWriter } from './run-writer.ts';

/** Returns how many rows were acknowledged in all. */
export async function killRounds(rounds: number): Promise<number> {
	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-kill-'));
	const acknowledged: string[] = [];
	try {
		for (let round = 0; round < rounds; round++) {
			const writer = startWriter({ dataDirectory: join(directory, 'database'), run: `round${round}` });
			await writer.hasWrittenFor(round);
			await writer.kill();
			acknowledged.push(...writer.acknowledged());
			const database = await openRows(join(directory, 'database'));
			assert.deepEqual(await missingRows(database, acknowledged), [], `lost in round ${round}`);
			await database.close();
		}
	} finally {
		rmSync(directory, { recursive: true, force: true });
	}
	return acknowledged.length;
}
