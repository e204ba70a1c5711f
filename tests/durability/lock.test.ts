import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DatabaseUnusable } from '#server/database/open-database.ts';
import { missingRows, openRows } from './rows-database.ts';
import { startWriter } from './run-writer.ts';

test('a second process is refused while the first lives, and takes over when it is dead', async (t) => {
	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-lock-'));
	t.after(() => rmSync(directory, { recursive: true, force: true }));
	const dataDirectory = join(directory, 'database');
	const writer = startWriter({ dataDirectory, run: 'first' });
	await writer.hasAcknowledged(100);

	await assert.rejects(openRows(dataDirectory), isInUseBy(writer.processId));
	await writer.hasAcknowledged(writer.acknowledged().length + 100);
	await writer.freeze();
	await assert.rejects(openRows(dataDirectory), isInUseBy(writer.processId), 'a process that stands still is not dead');
	await writer.kill();

	const database = await openRows(dataDirectory);
	assert.deepEqual(await missingRows(database, writer.acknowledged()), []);
	await assert.rejects(openRows(dataDirectory), isInUseBy(process.pid), 'nor may this process open it twice');
	await database.close();
	await (await openRows(dataDirectory)).close();
});

function isInUseBy(processId: number | undefined): (error: unknown) => boolean {
	return (error) =>
		error instanceof DatabaseUnusable && error.kind === 'in-use' && error.message.endsWith(`process ${processId}`);
}
