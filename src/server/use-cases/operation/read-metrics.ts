// Numbers for a monitoring system that shows the token of METRICS_TOKEN. None of them counts what leaders do in a questionnaire,
// and what grows with each answer is told in steps so coarse that nobody can see one.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { countMailsByState, readDatabaseBytes } from '#server/database/health.ts';
import { eventGauges } from '#server/metrics/event-counts.ts';
import { metrics, type GaugeValue } from '#server/metrics/request-metrics.ts';
import { readBackupRecord } from '#server/backup/backup-record.ts';
import { listJobStates } from './list-job-states.ts';

export type ReadMetricsOutcome =
	| { readonly kind: 'metrics'; readonly text: string; readonly contentType: string }
	/** METRICS_TOKEN is not set. */
	| { readonly kind: 'off' }
	| { readonly kind: 'wrong-token' };

/** A sealed answer takes about 8 KiB: some thousand of them fit in a step. */
const sizeStepBytes = 64 * 1024 * 1024;

/** `token`: from the header `authorization: Bearer …`, or null. */
export async function readMetrics(
	context: Pick<Context, 'db' | 'now'> & {
		readonly settings: Pick<Context['settings'], 'metricsToken' | 'dataDirectory'>;
	},
	_actor: Actor,
	input: { readonly token: string | null }
): Promise<ReadMetricsOutcome> {
	const { metricsToken, dataDirectory } = context.settings;
	if (metricsToken === null) return { kind: 'off' };
	if (input.token === null || !isSame(input.token, metricsToken)) return { kind: 'wrong-token' };
	const { db } = context;
	const mails = await countMailsByState(db);
	const jobs = await listJobStates({ db }, { kind: 'system', organisationId: '' });
	const backup = readBackupRecord(dataDirectory);
	const values: readonly GaugeValue[] = [
		...eventGauges(),
		...Object.entries(mails).map(([state, value]) => ({
			...{ name: 'ledertrivsel_mails', help: 'Letters that are not simply sent, by state, without reminders' },
			...{ labels: { state }, value }
		})),
		...(jobs.kind === 'jobs' ? jobs.jobs : []).map(({ name, failuresInARow }) => ({
			...{ name: 'ledertrivsel_job_failures_in_a_row', help: 'Runs that failed since the last that went well' },
			...{ labels: { job: name }, value: failuresInARow }
		})),
		{
			name: 'ledertrivsel_database_bytes',
			help: 'Size of the database, rounded up to 64 MiB so that no answer can be seen to arrive',
			value: Math.ceil((await readDatabaseBytes(db)) / sizeStepBytes) * sizeStepBytes
		},
		...(backup === null
			? []
			: [
					{
						name: 'ledertrivsel_last_backup_seconds',
						help: 'When the last backup from this data directory was written',
						value: new Date(backup.finishedAt).getTime() / 1000
					}
				])
	];
	return { kind: 'metrics', text: await metrics.text(values), contentType: metrics.contentType };
}

/** Takes as long for a token that is nearly right. */
function isSame(given: string, wanted: string): boolean {
	const hashOf = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(hashOf(given), hashOf(wanted));
}
