import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { DatabaseUnusable } from './database-unusable.ts';
import { DurableNodeFS, durableStartParameters } from './durable-files.ts';
import { refuseUnlessDurable } from './self-test.ts';

const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-self-test-'));
after(() => rmSync(directory, { recursive: true, force: true }));
const isNotDurable = (error: unknown) => error instanceof DatabaseUnusable && error.kind === 'not-durable';
const startParams = [...durableStartParameters];
const die = (reason: string) => assert.fail(reason);

test('a database that syncs its commits passes', async () => {
	const fs = new DurableNodeFS(join(directory, 'cluster'), die);
	const database = await PGlite.create({ fs, startParams });
	await refuseUnlessDurable(database, () => fs.syncCount);
	await database.close();
});

test('a database that is told to sync and has no sync to call is refused', async () => {
	const database = await PGlite.create({ fs: new NodeFS(join(directory, 'cluster')), startParams });
	await assert.rejects(
		refuseUnlessDurable(database, () => 0),
		isNotDurable
	);
	await database.close();
});

test('a database whose sync is hooked and which is not told to use it is refused, naming the setting', async () => {
	for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
		const fs = new DurableNodeFS(join(directory, 'cluster'), die);
		const database = await PGlite.create({ fs, startParams: [...startParams, '-c', `${setting}=off`] });
		await assert.rejects(
			refuseUnlessDurable(database, () => fs.syncCount),
			(error) => isNotDurable(error) && String(error).includes(setting)
		);
		await database.close();
	}
});
