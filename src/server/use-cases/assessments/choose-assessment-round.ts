// Which released round a draft maps.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { holdAssessment, setAssessmentRound } from '#server/database/workplace-assessments.ts';
import { releasedRounds } from './assessment-facts.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ChooseAssessmentRoundOutcome =
	| { readonly kind: 'chosen' }
	| { readonly kind: 'unknown-round' }
	| { readonly kind: 'already-final' }
	| { readonly kind: 'unknown-assessment' }
	| Forbidden;

/** `roundId`: empty for none. */
export async function chooseAssessmentRound(
	context: Context,
	actor: Actor,
	input: { readonly assessmentId: string; readonly roundId: string }
): Promise<ChooseAssessmentRoundOutcome> {
	if (!isAllowed('choose-assessment-round', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.assessmentId)) return { kind: 'unknown-assessment' };
	const key = { organisationId: actor.organisationId, assessmentId: input.assessmentId };
	const rounds = await releasedRounds(context, actor.organisationId);
	if (input.roundId !== '' && !rounds.some((round) => round.id === input.roundId)) return { kind: 'unknown-round' };
	return context.db.transaction().execute(async (db): Promise<ChooseAssessmentRoundOutcome> => {
		const assessment = await holdAssessment(db, key);
		if (assessment === null) return { kind: 'unknown-assessment' };
		if (assessment.final !== null) return { kind: 'already-final' };
		await setAssessmentRound(db, key, input.roundId === '' ? null : input.roundId);
		return { kind: 'chosen' };
	});
}
