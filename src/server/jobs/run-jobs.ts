// What runs without a person, through a queue in the database: one run of a job at a time over all processes, what fails is
// tried again with growing pauses, and what came due while nothing ran is caught up. Jobs carry no data: what there is to do
// stands in the tables, so a lost queue loses nothing.
import { PgBoss, type Queue } from 'pg-boss';
import { listUnfinishedRuns } from '#server/database/job-states.ts';
import type { Database } from '#server/database/open-database.ts';
import { queueStoreOf, whileNobodyElseStarts } from '#server/database/queue-store.ts';
import { withoutPersonalData, type Log } from '#server/log/log.ts';

export type Job = { readonly name: string; readonly run: () => Promise<unknown> } & (
	| {
			/** When it runs, in Danish time: minute, hour, day, month, weekday. */
			readonly cron: string;
			/** Also when a process starts. */
			readonly isRunAtStart?: boolean;
	  }
	| {
			/** Runs as soon as this is so; asked every few seconds, so it must be cheap. */
			readonly isWaiting: () => Promise<boolean>;
			/** How long after a run it is not asked again. */
			readonly restMilliseconds?: number;
	  }
);

export type Jobs = {
	/** Waits for what is under way. */
	readonly stop: () => Promise<void>;
};

/** How often the tables are asked whether something waits. */
const askEveryMilliseconds = 2000;
const stopMilliseconds = 30_000;

const rules: Omit<Queue, 'name'> = {
	// Queued or running: once, over all processes.
	policy: 'exclusive',
	// Whoever works says so; a process that died is noticed by that.
	heartbeatSeconds: 10,
	expireInSeconds: 60 * 60,
	retryLimit: 8,
	retryDelay: 2,
	retryDelayMax: 300,
	retryBackoff: true,
	deleteAfterSeconds: 7 * 24 * 60 * 60
};

type RunningJob = { readonly job: Job; readonly workerId: string; isRunning: boolean; endedAt: number };

/** Each job has its own turns: the keys of a large round do not hold up the mails. */
export async function startJobs(
	{ database, log }: { readonly database: Pick<Database, 'pool' | 'kind' | 'kysely'>; readonly log: Log },
	jobs: readonly Job[],
	everyMilliseconds = askEveryMilliseconds
): Promise<Jobs> {
	const boss = new PgBoss({
		db: queueStoreOf(database),
		backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
		superviseIntervalSeconds: 15,
		monitorIntervalSeconds: 15,
		// Not used here: asked as seldom as may be.
		flowIntervalSeconds: 3600,
		registerInstance: false,
		monitorVacuum: false,
		reindex: database.kind === 'server'
	});
	boss.on('error', (error) => log.error('job-queue', error));
	boss.on('warning', ({ message }) => log.info('job-queue-warning', { message }));
	const running = await whileNobodyElseStarts(database, async () => {
		await boss.start();
		// Nobody else uses an embedded database: what is still called running died with the process before.
		if (database.kind === 'embedded')
			for (const { name, id } of await listUnfinishedRuns(database.kysely)) await boss.fail(name, id);
		await dropOldSchedules(boss, jobs);
		const started: RunningJob[] = [];
		for (const job of jobs) started.push(await startJob(boss, job, log));
		return started;
	});
	const asking = keepAsking(boss, running, log, everyMilliseconds);
	return {
		stop: async () => {
			await asking.stop();
			await boss.stop({ graceful: true, timeout: stopMilliseconds });
		}
	};
}

async function startJob(boss: PgBoss, job: Job, log: Log): Promise<RunningJob> {
	await boss.createQueue(job.name, rules);
	const handler = async () => {
		running.isRunning = true;
		try {
			await job.run();
		} catch (error) {
			log.error(`job ${job.name}`, error);
			// The queue keeps the message for days, for the operator's page.
			throw new Error(withoutPersonalData(error instanceof Error ? error.message : String(error)));
		} finally {
			running.isRunning = false;
			running.endedAt = performance.now();
		}
	};
	const workerId = await boss.work(job.name, { pollingIntervalSeconds: 15 }, handler);
	const running: RunningJob = { job, workerId, isRunning: false, endedAt: -Infinity };
	if ('cron' in job) {
		await boss.schedule(job.name, job.cron, null, { tz: 'Europe/Copenhagen', missed: 'once' });
		if (job.isRunAtStart === true) await push(boss, running);
	}
	return running;
}

async function dropOldSchedules(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
	const kept = new Set(jobs.filter((job) => 'cron' in job).map((job) => job.name));
	for (const { name } of await boss.getSchedules()) if (!kept.has(name)) await boss.unschedule(name);
}

/** Where it is queued or running already, nothing is added; the own worker looks in any case. */
async function push(boss: PgBoss, { job, workerId }: RunningJob): Promise<void> {
	await boss.send(job.name);
	boss.notifyWorker(workerId);
}

function keepAsking(boss: PgBoss, running: readonly RunningJob[], log: Log, everyMilliseconds: number): Jobs {
	let isStopped = false;
	let timer: NodeJS.Timeout | undefined;
	let underWay: Promise<void> = Promise.resolve();
	const turn = async () => {
		for (const one of running) {
			const { job } = one;
			if (isStopped || one.isRunning || 'cron' in job) continue;
			if (performance.now() - one.endedAt < (job.restMilliseconds ?? 0)) continue;
			try {
				if (await job.isWaiting()) await push(boss, one);
			} catch (error) {
				log.error(`job ${job.name}`, error);
			}
		}
		if (!isStopped) timer = setTimeout(begin, everyMilliseconds);
	};
	const begin = () => {
		underWay = turn();
	};
	begin();
	return {
		stop: async () => {
			isStopped = true;
			clearTimeout(timer);
			await underWay;
		}
	};
}
