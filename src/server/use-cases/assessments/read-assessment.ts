// One workplace assessment for its page: the figures as they are now, what was written, and what can be entered.
import {
	setBranch,
	groupKey,
	leadersBelow,
	type SetBranch,
	type SetChoice
} from '#domain/work-environment/roster-sets.ts';
import { missingBeforeFinal, type MissingField } from '#domain/work-environment/workplace-assessment.ts';
import type { Factor } from '#domain/evidence/evidence.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { readOrganisation } from '#server/database/organisations.ts';
import { findAssessment, type StoredAssessment } from '#server/database/workplace-assessments.ts';
import { absenceRules } from './absence-rules.ts';
import { gatherAssessment, releasedRounds, type AssessmentFacts } from './assessment-facts.ts';
import { isIntact } from './document-hash.ts';
import { groupsOfLatestRound } from '../rounds/groups-of-latest-round.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, hasRole, isAllowed, type Forbidden } from '../permissions.ts';

export type ReadAssessmentOutcome =
	| {
			readonly kind: 'assessment';
			readonly assessment: Omit<StoredAssessment, 'final'> & {
				readonly final: {
					readonly at: Date;
					readonly by: string;
					readonly hash: string;
					/** False where the kept document does not fit its hash. */
					readonly isIntact: boolean;
				} | null;
			};
			readonly facts: AssessmentFacts;
			readonly missing: readonly MissingField[];
			readonly rounds: readonly { readonly id: string; readonly name: string }[];
			readonly factors: readonly Factor[];
			/** What absence can be entered for at one unit; null where there are no units. */
			readonly branch: SetBranch | null;
			/** Reporting groups of the latest round that lie in the branch. */
			readonly groups: readonly SetChoice[];
			/** Fewer leaders are never a set of their own. */
			readonly leastLeaders: number;
			readonly mayEdit: boolean;
	  }
	| { readonly kind: 'unknown-assessment' }
	| Forbidden;

/** `unitId`: the unit whose branch is shown for entering absence; empty for the top. */
export async function readAssessment(
	context: Context,
	actor: Actor,
	input: { readonly assessmentId: string; readonly unitId: string }
): Promise<ReadAssessmentOutcome> {
	if (!isAllowed('read-assessment', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	const key = { organisationId, assessmentId: input.assessmentId };
	const assessment = isUuid(input.assessmentId) ? await findAssessment(context.db, key) : null;
	if (assessment === null) return { kind: 'unknown-assessment' };
	const facts = await gatherAssessment(context, actor, assessment);
	const { units, leaders } = await readOrganisation(context.db, organisationId);
	const branch = setBranch(units, leadersBelow(units, leaders), input.unitId);
	const { final, ...rest } = assessment;
	const here = branch?.path.at(-1)?.id ?? '';
	const below = new Set(units.filter((unit) => unit.parentId === here || unit.id === here).map((unit) => unit.id));
	return {
		kind: 'assessment',
		assessment: {
			...rest,
			final: final === null ? null : { at: final.at, by: final.by, hash: final.hash, isIntact: isIntact(final) }
		},
		facts,
		missing: missingBeforeFinal(facts.forDocument.content, facts.participationsSinceLast),
		rounds: (await releasedRounds(context, organisationId)).map(({ id, name }) => ({ id, name })),
		factors: context.evidence.factors,
		branch,
		groups: (await groupsOfLatestRound(context, organisationId, leaders))
			.filter((group) => below.has(group.unitId))
			.map((group) => ({ key: groupKey(group.id), name: group.name, leaders: group.leaders.length })),
		leastLeaders: (await absenceRules(context, organisationId)).least,
		mayEdit: final === null && (actor.kind === 'system' || hasRole(actor, 'programme-lead'))
	};
}
