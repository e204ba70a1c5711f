import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { migrate } from '#server/database/migrate.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { silentLog } from '#server/log/log.ts';
import { prepareDatabase } from '../support/prepared-database.ts';
import { startPrivateCluster } from '../support/private-cluster.ts';
import { projectMigrations } from '../support/test-database.ts';
import { killMailWorkers } from './mail-kills.ts';

test('two workers on one server, killed ten times while they send: no letter twice, none missing unnoticed', async (t) => {
	const outcome = await startPrivateCluster();
	if (outcome.kind === 'unavailable') return t.skip(outcome.reason);
	t.after(() => outcome.cluster.stop());
	const databaseUrl = await outcome.cluster.createDatabase();
	const open = () => openDatabase({ dataDirectory: '', databaseUrl, log: silentLog });
	const first = await open();
	await migrate(first, projectMigrations);
	await first.close();
	const found = await killMailWorkers({ letters: 900, kills: 10, workers: 2, dataDirectory: '', databaseUrl, open });
	t.diagnostic(JSON.stringify(found));
	assert.ok(found.uncertainArrived + found.uncertainLost > 0, 'nobody was killed in the middle of a letter');
	assert.equal(found.waiting, 0);
});

test('one worker on the embedded database, killed twice while it sends, likewise', async (t) => {
	const dataDirectory = mkdtempSync(join(tmpdir(), 'ledertrivsel-mail-kills-'));
	t.after(() => rmSync(dataDirectory, { recursive: true, force: true }));
	await prepareDatabase(dataDirectory);
	const open = () => openDatabase({ dataDirectory, databaseUrl: null, log: silentLog });
	const found = await killMailWorkers({ letters: 120, kills: 2, workers: 1, dataDirectory, databaseUrl: null, open });
	t.diagnostic(JSON.stringify(found));
	assert.ok(found.uncertainArrived + found.uncertainLost > 0, 'nobody was killed in the middle of a letter');
	assert.equal(found.waiting, 0);
});
