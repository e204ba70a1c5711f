// What the job queue knows of its jobs, read from the queue's own tables (schema pgboss), which are no part of ours.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

export type JobState = {
	readonly name: string;
	/** In Danish time; null for a job that runs when something waits. */
	readonly cron: string | null;
	readonly runningSince: Date | null;
	/** When the next attempt is due; null where none is queued. */
	readonly nextAt: Date | null;
	readonly succeededAt: Date | null;
	/** The last run that went wrong within the last week, also where a later attempt went well. */
	readonly failedAt: Date | null;
	readonly failure: string | null;
	/** In a row, since the last run that went well. */
	readonly failuresInARow: number;
};

type Row = {
	readonly name: string;
	readonly cron: string | null;
	readonly running_since: Date | null;
	readonly next_at: Date | null;
	readonly succeeded_at: Date | null;
	readonly failed_at: Date | null;
	readonly failure: string | null;
	readonly failures: string | number;
};

/** Null where no queue was ever started on this database. */
export async function listJobStates(db: Kysely<Tables>): Promise<JobState[] | null> {
	if (!(await hasQueue(db))) return null;
	const { rows } = await sql<Row>`
		select q.name, s.cron,
			(select min(j.started_on) from pgboss.job j where j.name = q.name and j.state = 'active') as running_since,
			(select min(j.start_after) from pgboss.job j where j.name = q.name and j.state in ('created', 'retry')) as next_at,
			(select max(j.completed_on) from pgboss.job j where j.name = q.name and j.state = 'completed') as succeeded_at,
			f.at as failed_at, f.failure,
			(select count(*) + coalesce(sum(j.retry_count), 0) from pgboss.job j
				where j.name = q.name and j.state in ('failed', 'retry') and j.created_on > coalesce(
					(select max(c.completed_on) from pgboss.job c where c.name = q.name and c.state = 'completed'), '-infinity'))
				as failures
		from pgboss.queue q
		left join pgboss.schedule s on s.name = q.name
		left join lateral (
			select coalesce(j.completed_on, j.started_on, j.created_on) as at, j.output ->> 'message' as failure
			from pgboss.job j
			where j.name = q.name and j.state in ('failed', 'retry')
			order by 1 desc limit 1
		) f on true
		where q.name not like '\\_\\_pgboss\\_\\_%'
		order by q.name`.execute(db);
	return rows.map((row) => ({
		name: row.name,
		cron: row.cron,
		runningSince: row.running_since,
		nextAt: row.next_at,
		succeededAt: row.succeeded_at,
		failedAt: row.failed_at,
		failure: row.failure,
		failuresInARow: Number(row.failures)
	}));
}

export async function listUnfinishedRuns(
	db: Kysely<Tables>
): Promise<readonly { readonly name: string; readonly id: string }[]> {
	const { rows } = await sql<{
		name: string;
		id: string;
	}>`select name, id::text from pgboss.job where state = 'active'`.execute(db);
	return rows;
}

async function hasQueue(db: Kysely<Tables>): Promise<boolean> {
	const { rows } = await sql<{ found: boolean }>`select to_regclass('pgboss.queue') is not null as found`.execute(db);
	return rows[0]?.found === true;
}
