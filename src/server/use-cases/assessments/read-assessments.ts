// The workplace assessments of an organisation, how long there is to the next, and how the committee has taken part.
import { assessmentClock, type AssessmentClock } from '#domain/work-environment/assessment-clock.ts';
import { readLog, type LoggedParticipation } from '#domain/work-environment/participation-log.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listParticipations } from '#server/database/participations.ts';
import {
	findEarlierAssessment,
	findLastAssessmentDay,
	listAssessments,
	type StoredAssessment
} from '#server/database/workplace-assessments.ts';
import { releasedRounds, todayOf } from './assessment-facts.ts';
import { forbidden, hasRole, isAllowed, type Forbidden } from '../permissions.ts';

export type AssessmentSummary = Pick<StoredAssessment, 'id' | 'title' | 'beganAt' | 'beganBy'> & {
	readonly finalisedAt: Date | null;
	readonly finalisedBy: string | null;
};

export type ReadAssessmentsOutcome =
	| {
			readonly kind: 'assessments';
			/** The newest first. */
			readonly assessments: readonly AssessmentSummary[];
			readonly clock: AssessmentClock;
			readonly earlierOn: string | null;
			/** Those that asked about everything first, the newest of them first. */
			readonly rounds: readonly { readonly id: string; readonly name: string }[];
			readonly log: readonly LoggedParticipation[];
			readonly mayEdit: boolean;
	  }
	| Forbidden;

export async function readAssessments(context: Context, actor: Actor): Promise<ReadAssessmentsOutcome> {
	if (!isAllowed('read-assessments', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	const stored = await listAssessments(context.db, organisationId);
	return {
		kind: 'assessments',
		assessments: stored.map(({ id, title, beganAt, beganBy, final }) => ({
			id,
			title,
			beganAt,
			beganBy,
			finalisedAt: final?.at ?? null,
			finalisedBy: final?.by ?? null
		})),
		clock: assessmentClock({
			lastOn: await findLastAssessmentDay(context.db, organisationId),
			today: todayOf(context)
		}),
		earlierOn: await findEarlierAssessment(context.db, organisationId),
		rounds: (await releasedRounds(context, organisationId))
			.toSorted((one, other) => Number(one.followsRoundId !== null) - Number(other.followsRoundId !== null))
			.map(({ id, name }) => ({ id, name })),
		log: readLog(await listParticipations(context.db, organisationId)),
		mayEdit: actor.kind === 'system' || hasRole(actor, 'programme-lead')
	};
}
