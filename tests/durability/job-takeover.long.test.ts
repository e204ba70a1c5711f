import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { migrate } from '#server/database/migrate.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { silentLog } from '#server/log/log.ts';
import { startPrivateCluster } from '../support/private-cluster.ts';
import { projectMigrations } from '../support/test-database.ts';

test('a job whose process is killed is taken over by another within a minute, and not before', async (t) => {
	const outcome = await startPrivateCluster();
	if (outcome.kind === 'unavailable') return t.skip(outcome.reason);
	t.after(() => outcome.cluster.stop());
	const databaseUrl = await outcome.cluster.createDatabase();
	const database = await openDatabase({ dataDirectory: '', databaseUrl, log: silentLog });
	await migrate(database, projectMigrations);
	await database.close();
	const workers = ['first', 'second'].map((word) => startWorker(t, databaseUrl, word));
	const holder = async () => {
		for (;;) {
			const index = workers.findIndex((worker) => worker.hasBegun());
			if (index >= 0) return index;
			await wait(20);
		}
	};
	const first = await holder();
	await wait(15_000);
	assert.equal(workers.filter((worker) => worker.hasBegun()).length, 1, 'it runs once, for longer than a heartbeat');
	workers[first]?.kill();
	const killedAt = performance.now();
	while (workers[1 - first]?.hasBegun() !== true && performance.now() < killedAt + 60_000) await wait(50);
	assert.ok(workers[1 - first]?.hasBegun());
	t.diagnostic(`taken over after ${((performance.now() - killedAt) / 1000).toFixed(1)} s`);
});

function startWorker(t: TestContext, databaseUrl: string, word: string) {
	const program = join(import.meta.dirname, 'job-worker.ts');
	const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, databaseUrl, word], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let said = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
	const kill = () => void child.kill('SIGKILL');
	t.after(kill);
	return { hasBegun: () => said.includes(word), kill };
}
