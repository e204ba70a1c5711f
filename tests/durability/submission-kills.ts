// kill -9 while leaders collect and hand in through the use cases, again and again, on one database.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase } from '../support/prepared-database.ts';
import { missingAcknowledged } from './acknowledged-ballots.ts';
import { startWriter } from './run-writer.ts';

/** Returns how many ballots were acknowledged in all. */
export async function killSubmissions(rounds: number): Promise<number> {
	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-submissions-'));
	const acknowledged: string[] = [];
	try {
		await prepareDatabase(join(directory, 'database'));
		for (let round = 0; round < rounds; round++) {
			const writer = startWriter({ program: 'submission-writer.ts', dataDirectory: directory, run: `round${round}` });
			await writer.hasWrittenFor(round);
			await writer.kill();
			acknowledged.push(...writer.acknowledged());
			assert.deepEqual(await missingAcknowledged(directory, acknowledged), [], `lost in round ${round}`);
		}
	} finally {
		rmSync(directory, { recursive: true, force: true });
	}
	return acknowledged.filter((line) => line.startsWith('ballot')).length;
}
