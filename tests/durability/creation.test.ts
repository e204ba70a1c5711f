import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '#server/log/log.ts';
import { DatabaseUnusable } from '#server/database/open-database.ts';
import { openRows, writeRows } from './rows-database.ts';
import { startWriter } from './run-writer.ts';

test('a creation that was cut off is set aside, said so, and begun again', async (t) => {
	const directory = directoryFor(t);
	const creating = join(directory, 'database/cluster.creating');
	const writer = startWriter({ dataDirectory: join(directory, 'database'), run: 'cut-off' });
	while (!existsSync(join(creating, 'PG_VERSION'))) await wait(5);
	await writer.kill();
	assert.deepEqual(writer.acknowledged(), []);

	const events: string[] = [];
	const database = await openRows(join(directory, 'database'), logInto(events));
	await writeRows(database, [{ row_id: 'first', answers: [1] }]);
	await database.close();
	const names = readdirSync(join(directory, 'database'));
	assert.equal(names.filter((name) => name.startsWith('cluster.interrupted-')).length, 1);
	assert.ok(!names.includes('cluster.creating'));
	assert.deepEqual(events, ['database-set-aside', 'database-created']);
});

test('a directory that nobody marked as complete is refused and left as it is', async (t) => {
	const directory = directoryFor(t);
	const cluster = join(directory, 'database/cluster');
	mkdirSync(cluster, { recursive: true });
	writeFileSync(join(cluster, 'PG_VERSION'), '18\n');
	await assert.rejects(
		openRows(join(directory, 'database')),
		(error) => error instanceof DatabaseUnusable && error.kind === 'foreign-directory'
	);
	assert.deepEqual(readdirSync(cluster), ['PG_VERSION']);
});

test('a directory made by another version of PostgreSQL is refused, naming both', async (t) => {
	const directory = directoryFor(t);
	const cluster = join(directory, 'database/cluster');
	mkdirSync(cluster, { recursive: true });
	writeFileSync(join(cluster, 'LEDERTRIVSEL_COMPLETE'), 'PostgreSQL 17\n');
	await assert.rejects(
		openRows(join(directory, 'database')),
		/made by PostgreSQL 17, and this version reads PostgreSQL 18/
	);
});

function directoryFor(t: TestContext): string {
	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-creation-'));
	t.after(() => rmSync(directory, { recursive: true, force: true }));
	return directory;
}

function logInto(events: string[]): Log {
	return { info: (event) => events.push(event), error: (event) => events.push(event), debug: () => {} };
}
