// A group's meeting pack, what has been planned, decided and held, and what the reader may do about it.
import { reportingGroupsOf } from '#domain/disclosure/reporting-groups-of.ts';
import { meetingLengths, type MeetingMinutes } from '#domain/dialogue/agenda.ts';
import { buildMeetingPack, type MeetingPack } from '#domain/dialogue/meeting-pack.ts';
import { dialogueState, isOverdue, type DialogueState } from '#domain/dialogue/state.ts';
import type { Factor } from '#domain/evidence/evidence.ts';
import type { ScalePoints } from '#domain/recommendation/scale-points.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import {
	listFacilitators,
	listGroupPeople,
	listPossibleFacilitators,
	type Facilitator
} from '#server/database/dialogue-people.ts';
import { findDialogue, type Dialogue } from '#server/database/dialogues.ts';
import type { Round } from '#server/database/rounds.ts';
import { findDialoguePlace } from './dialogue-place.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readGroupResult } from '../results/read-group-result.ts';

export type ReadDialogueOutcome =
	| {
			readonly kind: 'dialogue';
			readonly round: Round;
			readonly releasedAt: Date;
			readonly pack: MeetingPack;
			/** For the picture on the page. */
			readonly scales: readonly ScalePoints[];
			readonly factors: readonly Factor[];
			readonly isWhole: boolean;
			readonly dialogue: Dialogue;
			readonly state: DialogueState;
			readonly isOverdue: boolean;
			readonly facilitators: readonly Facilitator[];
			/** Who may be chosen; empty for a reader who may not choose. */
			readonly possibleFacilitators: readonly Facilitator[];
			/** How many leaders of the group have no mail address. */
			readonly withoutAddress: number;
			/** The group's plans of this round, for a proposal upward; empty for a reader of no plans. */
			readonly plans: readonly { readonly id: string; readonly title: string }[];
			readonly mayPlan: boolean;
			readonly mayWrite: boolean;
			readonly mayAssign: boolean;
			/** A plan for the group, from this round. */
			readonly mayDecide: boolean;
	  }
	| { readonly kind: 'unknown-group' }
	| Forbidden;

/** `minutes`: as asked for in the address; the planned meeting's length where it is none. */
export async function readDialogue(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string; readonly groupId: string; readonly minutes?: number }
): Promise<ReadDialogueOutcome> {
	if (!isAllowed('read-dialogue', actor) || actor.kind === 'visitor') return forbidden;
	const place = await findDialoguePlace(context, actor, input);
	const read = place === null ? null : await readGroupResult(context, actor, input);
	if (place === null || read === null || read.kind !== 'group-result') return { kind: 'unknown-group' };
	const dialogue = await findDialogue(context.db, place.key);
	const mayAssign = isAllowed('assign-facilitator', actor);
	const possible = await listPossibleFacilitators(context.db, actor.organisationId);
	const assigned = (await listFacilitators(context.db, place.key)).get(place.key.groupId) ?? [];
	const people = await listGroupPeople(context.db, {
		...place.key,
		reportingGroups: reportingGroupsOf(place.release, place.group)
	});
	const at = { releasedAt: place.releasedAt, now: context.now() };
	return {
		kind: 'dialogue',
		round: place.round,
		releasedAt: place.releasedAt,
		pack: buildMeetingPack({
			result: read.result,
			scales: read.scales,
			factors: context.evidence.factors,
			organisationSpread: spreadOf(read.reliability),
			suggestions: read.ranking.flatMap(({ level, recommendations }) =>
				recommendations.map(({ intervention, because }) => ({
					level,
					factor: because.factor,
					intervention: { id: intervention.id, name: intervention.name }
				}))
			),
			minutes: lengthOf(input.minutes) ?? dialogue.minutes
		}),
		scales: read.scales,
		factors: context.evidence.factors,
		isWhole: place.group.id === read.result.organisation.id,
		dialogue,
		state: dialogueState(dialogue),
		isOverdue: isOverdue(dialogue, at),
		facilitators: assigned.map((email) => possible.find((one) => one.email === email) ?? { email, name: email }),
		possibleFacilitators: mayAssign ? possible.filter(({ email }) => !assigned.includes(email)) : [],
		withoutAddress: people.leaders.filter(({ email }) => email === null).length,
		plans: read.plans.map(({ plan }) => ({ id: plan.id, title: plan.title })),
		mayPlan: isAllowed('plan-dialogue', actor),
		mayWrite: isAllowed('save-dialogue-notes', actor),
		mayAssign,
		mayDecide: read.may.plan
	};
}

function lengthOf(minutes: number | undefined): MeetingMinutes | null {
	return meetingLengths.find((length) => length === minutes) ?? null;
}

function spreadOf(
	cells: readonly {
		readonly scale: string;
		readonly statistic: string;
		readonly value: number;
		readonly bound?: string;
	}[]
): ReadonlyMap<string, number> {
	return new Map(
		cells
			.filter((cell) => cell.statistic === 'sd' && cell.bound === undefined)
			.map((cell) => [cell.scale, cell.value] as const)
	);
}
