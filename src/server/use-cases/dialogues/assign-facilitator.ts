// Somebody with the role of facilitator is put on a group's dialogue, and may from then on open that group and no other.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { addFacilitator, listPossibleFacilitators } from '#server/database/dialogue-people.ts';
import { holdDialogueRow, writeMeeting } from '#server/database/dialogues.ts';
import { queueMails } from '#server/database/mails.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { dialogueMails } from './dialogue-mails.ts';
import { findDialoguePlace } from './dialogue-place.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type AssignFacilitatorOutcome =
	| { readonly kind: 'assigned' }
	/** The address has not been given the role by the programme lead. */
	| { readonly kind: 'not-a-facilitator' }
	| { readonly kind: 'unknown-group' }
	| Forbidden;

export async function assignFacilitator(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string; readonly groupId: string; readonly email: string }
): Promise<AssignFacilitatorOutcome> {
	if (!isAllowed('assign-facilitator', actor) || actor.kind === 'visitor') return forbidden;
	const place = await findDialoguePlace(context, actor, input);
	if (place === null) return { kind: 'unknown-group' };
	const email = input.email.trim().toLowerCase();
	const possible = await listPossibleFacilitators(context.db, actor.organisationId);
	if (!possible.some((one) => one.email === email)) return { kind: 'not-a-facilitator' };
	return context.db.transaction().execute(async (db): Promise<AssignFacilitatorOutcome> => {
		const dialogue = await holdDialogueRow(db, place.key);
		const by = actor.kind === 'person' ? actor.name : 'system';
		const isNew = await addFacilitator(db, place.key, { email, by, at: context.now() });
		const organisation = await findOrganisation(db, actor.organisationId);
		const isPlanned = dialogue.plannedFor !== null && dialogue.plannedFor > context.now();
		if (isNew && isPlanned && !dialogue.invited.includes(email)) {
			await writeMeeting(db, place.key, { ...dialogue, invited: [...dialogue.invited, email].toSorted() });
		}
		if (isNew && organisation?.isDemonstration !== true) {
			const mails = await dialogueMails({ ...context, db }, place, {
				kind: 'assigned',
				recipients: [email],
				meeting: isPlanned ? dialogue : null,
				// Whoever is taken off and put on again is asked again: taking off has changed the meeting.
				reason: `facilitator-${dialogue.meetingVersion}`,
				hosts: [email]
			});
			await queueMails(db, mails);
		}
		return { kind: 'assigned' };
	});
}
