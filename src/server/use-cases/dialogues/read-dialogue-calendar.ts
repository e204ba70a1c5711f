// A planned dialogue meeting as a file for the reader's own calendar.
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findDialogue } from '#server/database/dialogues.ts';
import { calendarOf } from './dialogue-mails.ts';
import { findDialoguePlace } from './dialogue-place.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ReadDialogueCalendarOutcome =
	| { readonly kind: 'calendar'; readonly text: string }
	| { readonly kind: 'not-planned' }
	| { readonly kind: 'unknown-group' }
	| Forbidden;

export async function readDialogueCalendar(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string; readonly groupId: string; readonly language: Language }
): Promise<ReadDialogueCalendarOutcome> {
	if (!isAllowed('read-dialogue-calendar', actor) || actor.kind === 'visitor') return forbidden;
	const place = await findDialoguePlace(context, actor, input);
	if (place === null) return { kind: 'unknown-group' };
	const meeting = await findDialogue(context.db, place.key);
	const text = calendarOf(context, place, {
		meeting,
		language: input.language,
		method: 'publish',
		attendee: null,
		isHost: true
	});
	return text === null ? { kind: 'not-planned' } : { kind: 'calendar', text };
}
