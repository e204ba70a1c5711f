import assert from 'node:assert/strict';
import { test } from 'node:test';
import { migrate } from '#server/database/migrate.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { silentLog } from '#server/log/log.ts';
import { startPrivateCluster } from '../support/private-cluster.ts';
import { projectMigrations } from '../support/test-database.ts';
import { killMailWorkers } from './mail-kills.ts';

test('two workers on one server, killed a hundred times over five thousand letters', async (t) => {
	const outcome = await startPrivateCluster();
	if (outcome.kind === 'unavailable') return t.skip(outcome.reason);
	t.after(() => outcome.cluster.stop());
	const databaseUrl = await outcome.cluster.createDatabase();
	const open = () => openDatabase({ dataDirectory: '', databaseUrl, log: silentLog });
	const first = await open();
	await migrate(first, projectMigrations);
	await first.close();
	const found = await killMailWorkers({
		...{ letters: 5000, kills: 100, workers: 2 },
		...{ dataDirectory: '', databaseUrl, open }
	});
	t.diagnostic(JSON.stringify(found));
	assert.ok(found.uncertainArrived > 0 && found.waiting === 0);
});
