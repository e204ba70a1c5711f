// What people write in one part of a draft. Two who write at once: the second is told and loses nothing.
import { isFieldOf, mostCharacters, partOf, type PartContent } from '#domain/work-environment/workplace-assessment.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { holdAssessment, listParts, writePart, type StoredPart } from '#server/database/workplace-assessments.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type PartProblem = { readonly code: 'text-too-long'; readonly field: string };

export type SaveAssessmentPartOutcome =
	| { readonly kind: 'saved'; readonly revision: number }
	| { readonly kind: 'faulty'; readonly problems: readonly PartProblem[] }
	/** Somebody has saved since the form was opened. */
	| { readonly kind: 'changed-meanwhile'; readonly saved: StoredPart }
	| { readonly kind: 'already-final' }
	| { readonly kind: 'unknown-assessment' }
	| Forbidden;

/** `values`: by field; unknown fields are left out. `revision`: the one that the form was made from. */
export async function saveAssessmentPart(
	context: Context,
	actor: Actor,
	input: {
		readonly assessmentId: string;
		readonly part: string;
		readonly values: Readonly<Record<string, string>>;
		readonly revision: number;
	}
): Promise<SaveAssessmentPartOutcome> {
	if (!isAllowed('save-assessment-part', actor) || actor.kind === 'visitor') return forbidden;
	const part = partOf(input.part);
	if (part === null || !isUuid(input.assessmentId)) return { kind: 'unknown-assessment' };
	const factors = context.evidence.factors.map((factor) => factor.id);
	const content: PartContent = Object.fromEntries(
		Object.entries(input.values)
			.filter(([field]) => isFieldOf(part, field, factors))
			.map(([field, value]) => [field, value.replaceAll('\r\n', '\n').trim()])
	);
	const problems = Object.entries(content)
		.filter(([, value]) => value.length > mostCharacters)
		.map(([field]): PartProblem => ({ code: 'text-too-long', field }));
	if (problems.length > 0) return { kind: 'faulty', problems };
	const key = { organisationId: actor.organisationId, assessmentId: input.assessmentId };
	return context.db.transaction().execute(async (db): Promise<SaveAssessmentPartOutcome> => {
		const assessment = await holdAssessment(db, key);
		if (assessment === null) return { kind: 'unknown-assessment' };
		if (assessment.final !== null) return { kind: 'already-final' };
		const saved = (await listParts(db, key))[part];
		const isSame = JSON.stringify(saved.content) === JSON.stringify(content);
		if (saved.revision !== input.revision && !isSame) return { kind: 'changed-meanwhile', saved };
		const revision = saved.revision + 1;
		const by = actor.kind === 'person' ? actor.name : 'system';
		await writePart(db, key, part, { content, revision, at: context.now(), by });
		return { kind: 'saved', revision };
	});
}
