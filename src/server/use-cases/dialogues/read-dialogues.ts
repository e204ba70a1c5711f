// How far the leadership groups of a round are with their dialogue: not planned, planned, held. Everybody sees own groups.
import { dialogueState, isOverdue, type DialogueState } from '#domain/dialogue/state.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listFacilitators, listPossibleFacilitators, type Facilitator } from '#server/database/dialogue-people.ts';
import { listDialogues, noDialogue } from '#server/database/dialogues.ts';
import { findRound, type Round } from '#server/database/rounds.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { findReadRelease, readableGroupIds } from '../results/readable-groups.ts';

export type GroupDialogue = {
	readonly groupId: string;
	readonly name: string;
	readonly kind: 'leaf' | 'union';
	readonly parentName: string | null;
	readonly path: readonly string[];
	readonly pools: readonly string[];
	readonly state: DialogueState;
	/** Six weeks after the release and neither held nor ahead. */
	readonly isOverdue: boolean;
	readonly plannedFor: Date | null;
	readonly place: string;
	/** Calendar day YYYY-MM-DD. */
	readonly heldOn: string | null;
	readonly tookPart: number | null;
	readonly representativeTookPart: boolean | null;
	readonly facilitators: readonly Facilitator[];
	/** Ids of factors that the group chose to work on. */
	readonly themes: readonly string[];
};

export type ReadDialoguesOutcome =
	| {
			readonly kind: 'dialogues';
			readonly round: Round;
			readonly releasedAt: Date;
			/** Every leadership or reporting group that the reader may open, in the release's order. */
			readonly groups: readonly GroupDialogue[];
			readonly counts: Readonly<Record<DialogueState, number>>;
			readonly overdue: number;
	  }
	| { readonly kind: 'not-released'; readonly round: Round }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function readDialogues(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<ReadDialoguesOutcome> {
	if (!isAllowed('read-dialogues', actor) || actor.kind === 'visitor') return forbidden;
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const round = isUuid(input.roundId) ? await findRound(context.db, key) : null;
	if (round === null) return { kind: 'unknown-round' };
	const read = await findReadRelease(context, round);
	if (read === null) return { kind: 'not-released', round };
	const { release, releasedAt } = read;
	const readable = await readableGroupIds(context, actor, round, release);
	const dialogues = await listDialogues(context.db, key);
	const assigned = await listFacilitators(context.db, key);
	const people = await listPossibleFacilitators(context.db, actor.organisationId);
	const groups = release.groups.flatMap((group): readonly GroupDialogue[] => {
		// A union meets only where somebody planned that it should.
		if (!readable.has(group.id) || group.kind === 'dimension') return [];
		if (group.kind === 'union' && !dialogues.has(group.id)) return [];
		const dialogue = dialogues.get(group.id) ?? noDialogue(group.id);
		return [
			{
				groupId: group.id,
				name: group.name,
				kind: group.kind,
				parentName: release.groups.find((one) => one.id === group.parent)?.name ?? null,
				path: group.path,
				pools: group.pools,
				state: dialogueState(dialogue),
				isOverdue: round.followsRoundId === null && isOverdue(dialogue, { releasedAt, now: context.now() }),
				plannedFor: dialogue.plannedFor,
				place: dialogue.place,
				heldOn: dialogue.heldOn,
				tookPart: dialogue.tookPart,
				representativeTookPart: dialogue.representativeTookPart,
				facilitators: (assigned.get(group.id) ?? []).map(
					(email) => people.find((one) => one.email === email) ?? { email, name: email }
				),
				themes: dialogue.notes.themes
			}
		];
	});
	const countOf = (state: DialogueState) => groups.filter((group) => group.state === state).length;
	return {
		kind: 'dialogues',
		round,
		releasedAt,
		groups,
		counts: { 'not-planned': countOf('not-planned'), planned: countOf('planned'), held: countOf('held') },
		overdue: groups.filter((group) => group.isOverdue).length
	};
}
