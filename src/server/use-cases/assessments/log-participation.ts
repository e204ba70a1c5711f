// One line in the log of how the work environment organisation took part. A line is never changed: a new one puts it right.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { insertParticipation, listParticipations } from '#server/database/participations.ts';
import { todayOf } from './assessment-facts.ts';
import { isDay } from '../calendar-day.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ParticipationInput = {
	readonly heldOn: string;
	readonly what: string;
	readonly who: string;
	/** The entry that this one puts right; empty for none. */
	readonly corrects: string;
};

export type ParticipationProblem = {
	readonly code: 'day-missing' | 'day-in-future' | 'what-missing' | 'who-missing' | 'text-too-long' | 'unknown-entry';
	readonly field: 'heldOn' | 'what' | 'who' | null;
};

export type LogParticipationOutcome =
	| { readonly kind: 'logged' }
	| { readonly kind: 'faulty'; readonly problems: readonly ParticipationProblem[] }
	| Forbidden;

export async function logParticipation(
	context: Context,
	actor: Actor,
	input: ParticipationInput
): Promise<LogParticipationOutcome> {
	if (!isAllowed('log-participation', actor) || actor.kind === 'visitor') return forbidden;
	const [what, who] = [input.what.trim(), input.who.trim()];
	const problems: ParticipationProblem[] = [];
	if (!isDay(input.heldOn)) problems.push({ code: 'day-missing', field: 'heldOn' });
	else if (input.heldOn > todayOf(context)) problems.push({ code: 'day-in-future', field: 'heldOn' });
	if (what === '') problems.push({ code: 'what-missing', field: 'what' });
	if (what.length > 2000) problems.push({ code: 'text-too-long', field: 'what' });
	if (who === '') problems.push({ code: 'who-missing', field: 'who' });
	if (who.length > 200) problems.push({ code: 'text-too-long', field: 'who' });
	const known = input.corrects === '' ? [] : await listParticipations(context.db, actor.organisationId);
	if (input.corrects !== '' && !known.some((entry) => entry.id === input.corrects))
		problems.push({ code: 'unknown-entry', field: null });
	if (problems.length > 0) return { kind: 'faulty', problems };
	await insertParticipation(context.db, actor.organisationId, {
		id: context.randomId(),
		heldOn: input.heldOn,
		what,
		who,
		writtenAt: context.now(),
		writtenBy: actor.kind === 'person' ? actor.name : 'system',
		corrects: input.corrects === '' ? null : input.corrects
	});
	return { kind: 'logged' };
}
