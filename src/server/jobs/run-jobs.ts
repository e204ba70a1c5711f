// What runs without a person. Each job calls a use case; what goes wrong is logged and tried again at the next turn.
import type { Log } from '#server/log/log.ts';
import type { Context } from '#server/context.ts';
import { checkRoundKeys } from '#server/use-cases/check-round-keys.ts';
import { continueOpenings } from '#server/use-cases/continue-opening.ts';
import { openDueBallotBoxes } from '#server/use-cases/open-ballot-box.ts';
import { sendMailsOfAll } from '#server/use-cases/send-mails.ts';

export type Jobs = {
	/** Waits for what is under way. */
	readonly stop: () => Promise<void>;
};

export type Job = { readonly name: string; readonly everyMilliseconds: number; readonly run: () => Promise<unknown> };

const day = 86_400_000;

export function jobsOf(context: Context, everyMilliseconds = 3000): readonly Job[] {
	const anywhere = { kind: 'system', organisationId: '' } as const;
	return [
		{ name: 'send-mails', everyMilliseconds, run: () => sendMailsOfAll(context) },
		{ name: 'continue-openings', everyMilliseconds, run: () => continueOpenings(context) },
		{ name: 'open-ballot-boxes', everyMilliseconds, run: () => openDueBallotBoxes(context) },
		{ name: 'check-round-keys', everyMilliseconds: day, run: () => checkRoundKeys(context, anywhere) }
	];
}

/** Each job has its own turns: the keys of a large round do not hold up the mails. */
export function startJobs(log: Log, jobs: readonly Job[]): Jobs {
	const stops = jobs.map((job) => keepRunning(job, log));
	return { stop: async () => void (await Promise.all(stops.map((stop) => stop()))) };
}

function keepRunning(job: Job, log: Log): () => Promise<void> {
	let isStopped = false;
	let timer: NodeJS.Timeout | undefined;
	let underWay: Promise<void> = Promise.resolve();
	const turn = async () => {
		try {
			await job.run();
		} catch (error) {
			log.error(`job ${job.name}`, error);
		}
		if (!isStopped) timer = setTimeout(begin, job.everyMilliseconds);
	};
	const begin = () => {
		underWay = turn();
	};
	begin();
	return async () => {
		isStopped = true;
		clearTimeout(timer);
		await underWay;
	};
}
