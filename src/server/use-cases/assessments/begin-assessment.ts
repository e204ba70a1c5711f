// A new workplace assessment begins with the texts of the last one, or of the one that was chosen.
import { partsInOrder } from '#domain/work-environment/workplace-assessment.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import {
	insertAssessment,
	listAssessments,
	listParts,
	writePart,
	type StoredAssessment
} from '#server/database/workplace-assessments.ts';
import { releasedRounds } from './assessment-facts.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type BeginProblem = { readonly code: 'title-missing' | 'title-too-long' | 'round-unknown' };

export type BeginAssessmentOutcome =
	| { readonly kind: 'begun'; readonly assessmentId: string }
	| { readonly kind: 'faulty'; readonly problems: readonly BeginProblem[] }
	| Forbidden;

/** `roundId`: empty for none. `basedOn`: empty for the last one that was finalised. */
export async function beginAssessment(
	context: Context,
	actor: Actor,
	input: { readonly title: string; readonly roundId: string; readonly basedOn: string }
): Promise<BeginAssessmentOutcome> {
	if (!isAllowed('begin-assessment', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	const title = input.title.trim();
	const rounds = await releasedRounds(context, organisationId);
	const problems: BeginProblem[] = [];
	if (title === '') problems.push({ code: 'title-missing' });
	if (title.length > 200) problems.push({ code: 'title-too-long' });
	if (input.roundId !== '' && !rounds.some((round) => round.id === input.roundId))
		problems.push({ code: 'round-unknown' });
	if (problems.length > 0) return { kind: 'faulty', problems };
	const assessmentId = context.randomId();
	await context.db.transaction().execute(async (db) => {
		const before = sourceOf(await listAssessments(db, organisationId), input.basedOn);
		const key = { organisationId, assessmentId };
		const by = actor.kind === 'person' ? actor.name : 'system';
		await insertAssessment(db, organisationId, {
			id: assessmentId,
			title,
			roundId: input.roundId === '' ? null : input.roundId,
			basedOn: before?.id ?? null,
			beganAt: context.now(),
			beganBy: by
		});
		if (before === null) return;
		const parts = await listParts(db, { organisationId, assessmentId: before.id });
		for (const part of partsInOrder) {
			const { content, revision } = parts[part];
			if (revision > 0) await writePart(db, key, part, { content, revision: 1, at: context.now(), by });
		}
	});
	return { kind: 'begun', assessmentId };
}

function sourceOf(assessments: readonly StoredAssessment[], basedOn: string): StoredAssessment | null {
	const chosen = assessments.find((one) => one.id === basedOn);
	return chosen ?? assessments.find((one) => one.final !== null) ?? null;
}
