// The committee's remarks on a draft: only ever added.
import { mostCharacters, partOf } from '#domain/work-environment/workplace-assessment.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { holdAssessment, insertRemark } from '#server/database/workplace-assessments.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, hasRole, isAllowed, type Forbidden } from '../permissions.ts';

export type RemarkOnAssessmentOutcome =
	| { readonly kind: 'remarked' }
	| { readonly kind: 'faulty'; readonly problems: readonly { readonly code: 'remark-missing' | 'text-too-long' }[] }
	| { readonly kind: 'already-final' }
	| { readonly kind: 'unknown-assessment' }
	| Forbidden;

export async function remarkOnAssessment(
	context: Context,
	actor: Actor,
	input: { readonly assessmentId: string; readonly part: string; readonly remark: string }
): Promise<RemarkOnAssessmentOutcome> {
	if (!isAllowed('remark-on-assessment', actor) || actor.kind === 'visitor') return forbidden;
	const part = partOf(input.part);
	if (part === null || !isUuid(input.assessmentId)) return { kind: 'unknown-assessment' };
	const remark = input.remark.replaceAll('\r\n', '\n').trim();
	if (remark === '') return { kind: 'faulty', problems: [{ code: 'remark-missing' }] };
	if (remark.length > mostCharacters) return { kind: 'faulty', problems: [{ code: 'text-too-long' }] };
	const key = { organisationId: actor.organisationId, assessmentId: input.assessmentId };
	return context.db.transaction().execute(async (db): Promise<RemarkOnAssessmentOutcome> => {
		const assessment = await holdAssessment(db, key);
		if (assessment === null) return { kind: 'unknown-assessment' };
		if (assessment.final !== null) return { kind: 'already-final' };
		await insertRemark(db, key, {
			id: context.randomId(),
			part,
			remark,
			writtenAt: context.now(),
			writtenBy: actor.kind === 'person' ? actor.name : 'system',
			writtenAs: actor.kind === 'system' ? 'system' : hasRole(actor, 'committee') ? 'committee' : 'programme-lead'
		});
		return { kind: 'remarked' };
	});
}
