// Jobs through the queue, on both databases: once at a time over all processes, tried again, taken over, told of.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { listJobStates } from '#server/database/job-states.ts';
import { openDatabase, type Database } from '#server/database/open-database.ts';
import { silentLog } from '#server/log/log.ts';
import { forEachDatabase, server } from '../../../tests/support/each-database.ts';
import { migrate } from '#server/database/migrate.ts';
import { createTestDatabase, projectMigrations } from '../../../tests/support/test-database.ts';
import { whileNobodyElseStarts } from '#server/database/queue-store.ts';
import { startJobs, type Job } from './run-jobs.ts';

const everyMilliseconds = 20;

forEachDatabase('jobs', (open) => {
	test('run when something waits, within moments, and rest when nothing does', async () => {
		const database = await open();
		let waiting = 0;
		let runs = 0;
		const run = async () => {
			runs += 1;
			waiting = 0;
		};
		const jobs = await start(database, [{ name: 'work', isWaiting: async () => waiting > 0, run }]);
		await wait(200);
		assert.equal(runs, 0);
		waiting = 1;
		const began = performance.now();
		await until(() => runs > 0);
		assert.ok(performance.now() - began < 2000);
		await wait(200);
		assert.equal(runs, 1);
		await jobs.stop();
		waiting = 1;
		await wait(200);
		assert.equal(runs, 1);
	});

	test('that fail are told of, tried again after a pause, and shown', async () => {
		const database = await open();
		const told: string[] = [];
		const log = { ...silentLog, error: (event: string) => told.push(event) };
		let isBroken = true;
		let isDone = false;
		const run = async () => {
			if (isBroken) throw new Error('the disk is full for lone@example.org');
			isDone = true;
		};
		const isWaiting = async () => !isDone;
		const jobs = await startJobs({ database, log }, [{ name: 'work', isWaiting, run }], everyMilliseconds);
		await until(() => told.length > 0);
		await wait(100);
		const [state] = (await listJobStates(database.kysely)) ?? [];
		assert.deepEqual(
			[told, state?.name, state?.failure, state?.failuresInARow, state?.succeededAt],
			[['job work'], 'work', 'the disk is full for <address>', 1, null]
		);
		assert.ok(state?.nextAt && state.nextAt > new Date());
		isBroken = false;
		await until(() => isDone);
		await jobs.stop();
		const [later] = (await listJobStates(database.kysely)) ?? [];
		assert.equal(later?.failuresInARow, 0);
		assert.notEqual(later?.succeededAt, null);
	});

	test('by the clock have their place in the table, and one that is gone leaves it', async () => {
		const database = await open();
		let runs = 0;
		const run = async () => void (runs += 1);
		const first = await start(database, [
			{ name: 'yearly', cron: '0 3 1 1 *', run },
			{ name: 'at-start', cron: '0 3 1 1 *', isRunAtStart: true, run }
		]);
		await until(() => runs === 1);
		await first.stop();
		const second = await start(database, [{ name: 'yearly', cron: '0 4 1 1 *', run }]);
		await second.stop();
		const states = (await listJobStates(database.kysely)) ?? [];
		assert.deepEqual(
			states.map((state) => [state.name, state.cron]),
			[
				['at-start', null],
				['yearly', '0 4 1 1 *']
			]
		);
		assert.equal(runs, 1);
	});
});

test('before the first start there is no queue to read', async () => {
	assert.equal(await listJobStates((await createTestDatabase()).kysely), null);
});

test('a run that died with its process is begun again at the next start of an embedded database', async () => {
	const database = await createTestDatabase();
	let runs = 0;
	const { promise: never, resolve: end } = Promise.withResolvers<void>();
	const dead = await start(database, [{ name: 'work', cron: '0 3 1 1 *', isRunAtStart: true, run: () => never }]);
	await until(async () => (await listJobStates(database.kysely))?.[0]?.runningSince !== null);
	const run = async () => void (runs += 1);
	const next = await start(database, [{ name: 'work', isWaiting: async () => runs === 0, run }]);
	await until(() => runs === 1);
	end();
	await next.stop();
	await dead.stop();
});

test('of two processes on one server only one runs a job at a time', async (t) => {
	if (server.kind === 'unavailable') return t.skip(server.reason);
	const databaseUrl = await server.cluster.createDatabase();
	const open = () => openDatabase({ dataDirectory: '', databaseUrl, log: silentLog });
	const databases = [await open(), await open()];
	t.after(() => Promise.all(databases.map((database) => database.close())));
	if (databases[0] !== undefined) await migrate(databases[0], projectMigrations);
	let [running, most, runs] = [0, 0, 0];
	const run = async () => {
		running += 1;
		most = Math.max(most, running);
		await wait(60);
		running -= 1;
		runs += 1;
	};
	const job: Job = { name: 'work', isWaiting: async () => runs < 12, run };
	await Promise.all(databases.map((database) => start(database, [job])));
	await until(() => runs >= 12);
	assert.equal(most, 1);
});

test('of two processes that start in the same moment one waits, also where the other fails', async (t) => {
	if (server.kind === 'unavailable') return t.skip(server.reason);
	const databaseUrl = await server.cluster.createDatabase();
	const open = () => openDatabase({ dataDirectory: '', databaseUrl, log: silentLog });
	const databases = await Promise.all([open(), open(), open()]);
	t.after(() => Promise.all(databases.map((database) => database.close())));
	let [inside, most] = [0, 0];
	const outcomes = await Promise.allSettled(
		databases.map((database, index) =>
			whileNobodyElseStarts(database, async () => {
				inside += 1;
				most = Math.max(most, inside);
				await wait(50);
				inside -= 1;
				if (index === 0) throw new Error('no room for its tables');
			})
		)
	);
	assert.deepEqual([outcomes.map(({ status }) => status), most], [['rejected', 'fulfilled', 'fulfilled'], 1]);
});

async function start(database: Database, jobs: readonly Job[]) {
	const started = await startJobs({ database, log: silentLog }, jobs, everyMilliseconds);
	// Also where the test fails before it has stopped them: what goes on asking keeps the process alive.
	let isStopped = false;
	const stop = async () => {
		if (isStopped) return;
		isStopped = true;
		await started.stop();
	};
	after(stop);
	return { stop };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
	const end = performance.now() + 20_000;
	while (!(await isSo())) {
		assert.ok(performance.now() < end, 'it did not happen within 20 seconds');
		await wait(5);
	}
}
