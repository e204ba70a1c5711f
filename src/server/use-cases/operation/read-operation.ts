// What whoever runs the system needs to see: where the data lies, whether mail leaves, and which versions run.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { readBackupRecord } from '#server/backup/backup-record.ts';
import { listAppliedMigrations } from '#server/database/health.ts';
import { countStuck, countWaiting } from '#server/database/outbox.ts';
import { listRetentionRuns } from '#server/database/retention-runs.ts';
import { listRounds } from '#server/database/rounds.ts';
import { programVersion } from '#server/project-root.ts';
import { listJobStates, type JobState } from './list-job-states.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ReadOperationOutcome =
	| {
			readonly kind: 'operation';
			readonly publicUrl: string;
			readonly database: 'embedded' | 'server';
			readonly dataDirectory: string;
			readonly hasMailServer: boolean;
			readonly mailFrom: string;
			readonly mailsWaiting: number;
			readonly mailsFailed: number;
			readonly mailsUncertain: number;
			readonly evidenceVersion: string;
			readonly instruments: readonly string[];
			readonly openRounds: number;
			readonly runtime: string;
			readonly program: string;
			/** The last migration that the database has run. */
			readonly schema: string;
			/** Written from this data directory; null where none was, or nobody can tell. */
			readonly lastBackup: { readonly file: string; readonly bytes: number; readonly finishedAt: Date } | null;
			/** Null where no queue was ever started. */
			readonly jobs: readonly JobState[] | null;
			/** When the clock last removed what had been kept long enough; null: not yet. */
			readonly retentionRanAt: Date | null;
			/** Whether GET /metrics answers. */
			readonly hasMetrics: boolean;
	  }
	| Forbidden;

export async function readOperation(context: Context, actor: Actor): Promise<ReadOperationOutcome> {
	if (!isAllowed('read-operation', actor) || actor.kind === 'visitor') return forbidden;
	const { settings, db } = context;
	const at = context.now();
	const waiting = await countWaiting(db, actor.organisationId, at);
	const backup = readBackupRecord(settings.dataDirectory);
	const jobs = await listJobStates(context, actor);
	const [lastRun] = await listRetentionRuns(db, actor.organisationId);
	const rounds = await listRounds(db, actor.organisationId);
	return {
		kind: 'operation',
		publicUrl: settings.publicUrl,
		database: settings.databaseUrl === null ? 'embedded' : 'server',
		dataDirectory: settings.dataDirectory,
		hasMailServer: context.mailer.hasServer,
		mailFrom: settings.mailFrom,
		mailsWaiting: waiting.reduce((sum, row) => sum + row.count, 0),
		mailsFailed: await countStuck(db, actor.organisationId, { state: 'failed', at }),
		mailsUncertain: await countStuck(db, actor.organisationId, { state: 'uncertain', at }),
		evidenceVersion: context.evidence.version,
		instruments: context.instruments.map((instrument) => `${instrument.id}, ${instrument.version}`),
		openRounds: rounds.filter((round) => round.openedAt !== null && round.closedAt === null).length,
		runtime: `Node ${process.versions.node}`,
		program: programVersion(),
		schema: (await listAppliedMigrations(db)).at(-1) ?? '',
		lastBackup: backup === null ? null : { ...backup, finishedAt: new Date(backup.finishedAt) },
		jobs: jobs.kind === 'jobs' ? jobs.jobs : null,
		retentionRanAt: lastRun?.ranAt ?? null,
		hasMetrics: settings.metricsToken !== null
	};
}
