// A draft becomes the assessment: kept word for word in both languages, with a hash, and never changed again.
import { assessmentClock } from '#domain/work-environment/assessment-clock.ts';
import { missingBeforeFinal, type MissingField } from '#domain/work-environment/workplace-assessment.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { finaliseAssessmentRow, holdAssessment } from '#server/database/workplace-assessments.ts';
import { apvDocument } from '#server/documents/written/apv-document.ts';
import { writeKept } from '#server/documents/written/read-written.ts';
import { gatherAssessment, todayOf } from './assessment-facts.ts';
import { documentHash } from './document-hash.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type FinaliseAssessmentOutcome =
	| { readonly kind: 'finalised'; readonly hash: string }
	| { readonly kind: 'incomplete'; readonly missing: readonly MissingField[] }
	| { readonly kind: 'already-final' }
	| { readonly kind: 'unknown-assessment' }
	| Forbidden;

export async function finaliseAssessment(
	context: Context,
	actor: Actor,
	input: { readonly assessmentId: string }
): Promise<FinaliseAssessmentOutcome> {
	if (!isAllowed('finalise-assessment', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.assessmentId)) return { kind: 'unknown-assessment' };
	const key = { organisationId: actor.organisationId, assessmentId: input.assessmentId };
	return context.db.transaction().execute(async (db): Promise<FinaliseAssessmentOutcome> => {
		const assessment = await holdAssessment(db, key);
		if (assessment === null) return { kind: 'unknown-assessment' };
		if (assessment.final !== null) return { kind: 'already-final' };
		const facts = await gatherAssessment({ ...context, db }, actor, assessment);
		const missing = missingBeforeFinal(facts.forDocument.content, facts.participationsSinceLast);
		if (missing.length > 0) return { kind: 'incomplete', missing };
		const day = todayOf(context);
		const by = actor.kind === 'person' ? actor.name : 'system';
		const clock = assessmentClock({ lastOn: day, today: day });
		const latestOn = clock.kind === 'never' ? day : clock.latestOn;
		const apv = { ...facts.forDocument, day, final: { by, latestOn } };
		const document = writeKept({ da: apvDocument(apv, 'da'), en: apvDocument(apv, 'en') });
		const hash = documentHash(document);
		await finaliseAssessmentRow(db, key, { at: context.now(), on: day, by, document, hash });
		return { kind: 'finalised', hash };
	});
}
