// Whether the system works, for a monitor without a password: words for each part, no number, name or address.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { isMailPaused, isRoundKeyMissing, listAppliedMigrations } from '#server/database/health.ts';
import { projectRoot } from '#server/project-root.ts';
import { listJobStates } from './list-job-states.ts';

export type PartHealth = 'ok' | 'degraded' | 'down';

export type HealthOutcome = {
	readonly kind: 'health';
	/** The worst of what a visitor would notice: a paused mail server degrades, an unreachable database is down. */
	readonly status: PartHealth;
	readonly parts: Readonly<Record<'database' | 'migrations' | 'jobs' | 'mail' | 'roundKeys', PartHealth>>;
};

const databaseMilliseconds = 5000;
const jobFailuresInARow = 5;

export async function readHealth(context: Pick<Context, 'db' | 'now'>, _actor: Actor): Promise<HealthOutcome> {
	const applied = await within(databaseMilliseconds, listAppliedMigrations(context.db)).catch(() => null);
	if (applied === null) {
		const unknown = 'down';
		return {
			kind: 'health',
			status: 'down',
			parts: { database: 'down', migrations: unknown, jobs: unknown, mail: unknown, roundKeys: unknown }
		};
	}
	const parts = {
		database: 'ok',
		migrations: applied.join() === ownMigrations().join() ? 'ok' : 'down',
		jobs: await jobHealth(context),
		mail: (await isMailPaused(context.db, context.now())) ? 'degraded' : 'ok',
		roundKeys: (await isRoundKeyMissing(context.db)) ? 'degraded' : 'ok'
	} as const;
	const values: readonly PartHealth[] = Object.values(parts);
	const status = values.includes('down') ? 'down' : values.includes('degraded') ? 'degraded' : 'ok';
	return { kind: 'health', status, parts };
}

/** Degraded where a job has failed again and again, or no queue was ever started. */
async function jobHealth(context: Pick<Context, 'db'>): Promise<PartHealth> {
	const states = await listJobStates(context, { kind: 'system', organisationId: '' });
	if (states.kind !== 'jobs') return 'degraded';
	return states.jobs.some(({ failuresInARow }) => failuresInARow >= jobFailuresInARow) ? 'degraded' : 'ok';
}

function ownMigrations(): readonly string[] {
	return readdirSync(join(projectRoot, 'src/server/database/migrations'))
		.filter((name) => name.endsWith('.sql'))
		.sort();
}

async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds);
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
