// How the jobs fare that run without a person, for whoever runs the system.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listJobStates as readJobStates, type JobState } from '#server/database/job-states.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type { JobState } from '#server/database/job-states.ts';

export type ListJobStatesOutcome =
	| { readonly kind: 'jobs'; readonly jobs: readonly JobState[] }
	/** No process has started the queue on this database. */
	| { readonly kind: 'never-started' }
	| Forbidden;

export async function listJobStates(context: Pick<Context, 'db'>, actor: Actor): Promise<ListJobStatesOutcome> {
	if (!isAllowed('list-job-states', actor)) return forbidden;
	const jobs = await readJobStates(context.db);
	return jobs === null ? { kind: 'never-started' } : { kind: 'jobs', jobs };
}
