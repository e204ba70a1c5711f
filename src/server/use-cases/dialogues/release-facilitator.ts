// Somebody leads the talk in a group no more: the assignment goes, and with it the meeting in their calendar.
import { reportingGroupsOf } from '#domain/disclosure/reporting-groups-of.ts';
import type { Context } from '#server/context.ts';
import { dropFacilitator, listGroupPeople } from '#server/database/dialogue-people.ts';
import { holdDialogueRow, writeMeeting } from '#server/database/dialogues.ts';
import { queueMails } from '#server/database/mails.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { dialogueMails } from './dialogue-mails.ts';
import type { DialoguePlace } from './dialogue-place.ts';

/**
 * Runs inside the caller's transaction. Whoever also belongs to the group stays invited; of a meeting that has been nobody is
 * told.
 */
export async function releaseFacilitator(
	context: Pick<Context, 'db' | 'now' | 'settings'>,
	place: DialoguePlace,
	email: string
): Promise<void> {
	const { db } = context;
	const { key } = place;
	const dialogue = await holdDialogueRow(db, key);
	if (!(await dropFacilitator(db, key, email)) || !dialogue.invited.includes(email)) return;
	const reportingGroups = reportingGroupsOf(place.release, place.group);
	const { managers, leaders } = await listGroupPeople(db, { ...key, reportingGroups });
	if ([...managers, ...leaders].some((person) => person.email === email)) return;
	if (dialogue.plannedFor === null || dialogue.plannedFor <= context.now()) return;
	const meetingVersion = dialogue.meetingVersion + 1;
	const invited = dialogue.invited.filter((one) => one !== email);
	await writeMeeting(db, key, { ...dialogue, meetingVersion, invited });
	if ((await findOrganisation(db, key.organisationId))?.isDemonstration === true) return;
	const mails = await dialogueMails(context, place, {
		kind: 'released',
		recipients: [email],
		meeting: { ...dialogue, meetingVersion },
		reason: `${meetingVersion}`
	});
	await queueMails(db, mails);
}
