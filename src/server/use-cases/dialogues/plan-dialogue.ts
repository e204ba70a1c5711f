// A dialogue meeting is planned or moved: everybody who should come is asked by mail, with the meeting for the calendar.
import { reportingGroupsOf } from '#domain/disclosure/reporting-groups-of.ts';
import { meetingLengths } from '#domain/dialogue/agenda.ts';
import { momentOf } from '#domain/calendar/danish-time.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listFacilitators, listGroupPeople } from '#server/database/dialogue-people.ts';
import { holdDialogueRow, writeMeeting, type Dialogue } from '#server/database/dialogues.ts';
import { queueMails } from '#server/database/mails.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { dialogueMails } from './dialogue-mails.ts';
import { findDialoguePlace } from './dialogue-place.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type MeetingProblem = 'when-missing' | 'when-past' | 'minutes-unknown' | 'place-too-long';

export type PlanDialogueOutcome =
	| { readonly kind: 'planned'; readonly invited: number }
	| { readonly kind: 'faulty'; readonly problems: readonly MeetingProblem[] }
	/** Somebody else has changed the meeting since this form was opened. */
	| { readonly kind: 'changed' }
	| { readonly kind: 'unknown-group' }
	| Forbidden;

export type MeetingInput = {
	readonly roundId: string;
	readonly groupId: string;
	/** Calendar day YYYY-MM-DD and time of day as typed (13:30 or 13.30), by the clock in Denmark. */
	readonly day: string;
	readonly time: string;
	readonly minutes: number;
	readonly place: string;
	/** The version that the form was filled in from. */
	readonly basedOn: number;
};

const longestPlace = 200;

export async function planDialogue(context: Context, actor: Actor, input: MeetingInput): Promise<PlanDialogueOutcome> {
	if (!isAllowed('plan-dialogue', actor) || actor.kind === 'visitor') return forbidden;
	const found = await findDialoguePlace(context, actor, input);
	if (found === null) return { kind: 'unknown-group' };
	const plannedFor = momentOf({ day: input.day, time: timeOf(input.time) });
	const minutes = meetingLengths.find((length) => length === input.minutes);
	const place = input.place.trim();
	const problems: MeetingProblem[] = [];
	if (plannedFor === null) problems.push('when-missing');
	else if (plannedFor <= context.now()) problems.push('when-past');
	if (minutes === undefined) problems.push('minutes-unknown');
	if (place.length > longestPlace) problems.push('place-too-long');
	if (problems.length > 0 || plannedFor === null || minutes === undefined) return { kind: 'faulty', problems };

	return context.db.transaction().execute(async (db): Promise<PlanDialogueOutcome> => {
		const before = await holdDialogueRow(db, found.key);
		if (before.meetingVersion !== input.basedOn) return { kind: 'changed' };
		const people = await listGroupPeople(db, {
			...found.key,
			reportingGroups: reportingGroupsOf(found.release, found.group)
		});
		const facilitators = (await listFacilitators(db, found.key)).get(found.key.groupId) ?? [];
		const addresses = [...people.leaders, ...people.managers].flatMap(({ email }) => email ?? []);
		const invited = [...new Set([...addresses, ...facilitators])].toSorted();
		const after: Dialogue = {
			...before,
			plannedFor,
			minutes,
			place,
			calledOffAt: null,
			meetingVersion: before.meetingVersion + 1,
			invited
		};
		await writeMeeting(db, found.key, after);
		const organisation = await findOrganisation(db, actor.organisationId);
		if (organisation?.isDemonstration !== true) {
			const hosts = [...people.managers.flatMap(({ email }) => email ?? []), ...facilitators];
			await tellAbout({ ...context, db }, found, { before, after, hosts });
		}
		return { kind: 'planned', invited: invited.length };
	});
}

/** "9.30" and "9:30" as "09:30"; anything else as it stands. */
function timeOf(typed: string): string {
	return typed
		.trim()
		.replace(
			/^(\d{1,2})[.:](\d{2})$/,
			(_whole, hours: string, minutes: string) => `${hours.padStart(2, '0')}:${minutes}`
		);
}

/** Who is new is asked, who was asked is told of the change, and who is no longer in the group is released from it. */
async function tellAbout(
	context: Context,
	place: Parameters<typeof dialogueMails>[1],
	meeting: { readonly before: Dialogue; readonly after: Dialogue; readonly hosts: readonly string[] }
): Promise<void> {
	const { before, after, hosts } = meeting;
	const wasAsked = new Set(before.plannedFor === null ? [] : before.invited);
	const reason = `${after.meetingVersion}`;
	const asked = { kind: 'invitation', meeting: after, reason, hosts } as const;
	const told = { kind: 'changed', meeting: after, reason, hosts } as const;
	const released = {
		kind: 'released',
		meeting: { ...before, meetingVersion: after.meetingVersion },
		reason
	} as const;
	await queueMails(context.db, [
		...(await dialogueMails(context, place, {
			...asked,
			recipients: after.invited.filter((one) => !wasAsked.has(one))
		})),
		...(await dialogueMails(context, place, { ...told, recipients: after.invited.filter((one) => wasAsked.has(one)) })),
		...(await dialogueMails(context, place, {
			...released,
			recipients: [...wasAsked].filter((one) => !after.invited.includes(one))
		}))
	]);
}
