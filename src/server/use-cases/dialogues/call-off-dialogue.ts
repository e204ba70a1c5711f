// A planned dialogue meeting is called off; it disappears from the calendars of all who were asked.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { holdDialogueRow, writeMeeting } from '#server/database/dialogues.ts';
import { queueMails } from '#server/database/mails.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { dialogueMails } from './dialogue-mails.ts';
import { findDialoguePlace } from './dialogue-place.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type CallOffDialogueOutcome =
	{ readonly kind: 'called-off' } | { readonly kind: 'not-planned' } | { readonly kind: 'unknown-group' } | Forbidden;

export async function callOffDialogue(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string; readonly groupId: string }
): Promise<CallOffDialogueOutcome> {
	if (!isAllowed('call-off-dialogue', actor) || actor.kind === 'visitor') return forbidden;
	const place = await findDialoguePlace(context, actor, input);
	if (place === null) return { kind: 'unknown-group' };
	return context.db.transaction().execute(async (db): Promise<CallOffDialogueOutcome> => {
		const before = await holdDialogueRow(db, place.key);
		if (before.plannedFor === null) return { kind: 'not-planned' };
		const meetingVersion = before.meetingVersion + 1;
		await writeMeeting(db, place.key, {
			...before,
			plannedFor: null,
			calledOffAt: context.now(),
			meetingVersion,
			invited: []
		});
		const organisation = await findOrganisation(db, actor.organisationId);
		if (organisation?.isDemonstration !== true) {
			const meeting = { ...before, meetingVersion };
			await queueMails(
				db,
				await dialogueMails({ ...context, db }, place, {
					kind: 'calledOff',
					recipients: before.invited,
					meeting,
					reason: `${meetingVersion}`
				})
			);
		}
		return { kind: 'called-off' };
	});
}
