// The day of an assessment from before this program was used: the limit of three years counts from it.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { noteEarlierAssessmentDay } from '#server/database/workplace-assessments.ts';
import { todayOf } from './assessment-facts.ts';
import { isDay } from '../calendar-day.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type NoteEarlierAssessmentOutcome =
	| { readonly kind: 'noted' }
	| { readonly kind: 'faulty'; readonly problems: readonly { readonly code: 'day-missing' | 'day-in-future' }[] }
	| Forbidden;

export async function noteEarlierAssessment(
	context: Context,
	actor: Actor,
	input: { readonly madeOn: string }
): Promise<NoteEarlierAssessmentOutcome> {
	if (!isAllowed('note-earlier-assessment', actor) || actor.kind === 'visitor') return forbidden;
	if (!isDay(input.madeOn)) return { kind: 'faulty', problems: [{ code: 'day-missing' }] };
	if (input.madeOn > todayOf(context)) return { kind: 'faulty', problems: [{ code: 'day-in-future' }] };
	await noteEarlierAssessmentDay(context.db, actor.organisationId, {
		on: input.madeOn,
		at: context.now(),
		by: actor.kind === 'person' ? actor.name : 'system'
	});
	return { kind: 'noted' };
}
