// The group that a dialogue is about, where the reader may open it. A part of several groups that have something in common
// never meets as such, so it has no dialogue.
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { Release, ReleasedGroup } from '#domain/disclosure/release.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import type { DialogueKey } from '#server/database/dialogues.ts';
import { findRound, type Round } from '#server/database/rounds.ts';
import { isUuid } from '../is-uuid.ts';
import { findReadRelease, readableGroupIds } from '../results/readable-groups.ts';

export type DialoguePlace = {
	readonly key: DialogueKey;
	readonly round: Round;
	readonly releasedAt: Date;
	readonly release: Publishable<Release>;
	readonly group: ReleasedGroup;
	readonly parentName: string | null;
};

/** Null where there is no such released group, or the reader may not open it: the two look the same. */
export async function findDialoguePlace(
	context: Pick<Context, 'db'>,
	actor: Exclude<Actor, { readonly kind: 'visitor' }>,
	input: { readonly roundId: string; readonly groupId: string }
): Promise<DialoguePlace | null> {
	const { organisationId } = actor;
	const round = isUuid(input.roundId) ? await findRound(context.db, { organisationId, roundId: input.roundId }) : null;
	const read = round === null ? null : await findReadRelease(context, round);
	const group = read?.release.groups.find((one) => one.id === input.groupId && one.kind !== 'dimension');
	if (round === null || read === null || group === undefined) return null;
	if (actor.kind === 'person') {
		const readable = await readableGroupIds(context, actor, round, read.release);
		if (!readable.has(group.id)) return null;
	}
	return {
		key: { organisationId, roundId: round.id, groupId: group.id },
		round,
		...read,
		group,
		parentName: read.release.groups.find((one) => one.id === group.parent)?.name ?? null
	};
}
