// The group that fit answers are about, and whether somebody may give them.
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { Release, ReleasedGroup } from '#domain/disclosure/release.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findLastingId } from '#server/database/lasting-groups.ts';
import { findRound } from '#server/database/rounds.ts';
import { isUuid } from '../is-uuid.ts';
import { isOutdatedFor } from '../rounds/newer-round.ts';
import { hasRole } from '../permissions.ts';
import { findReadRelease, readableGroupIds } from './readable-groups.ts';

export type FitGroup = {
	readonly kind: 'group';
	readonly group: Pick<ReleasedGroup, 'id' | 'name'>;
	/** What it is called over all rounds. */
	readonly lastingId: string;
	/** The whole organisation, as this round asked it. */
	readonly isWhole: boolean;
};

/** A later round has the group, and its answers are given from there. */
export type FitGroupOfOldRound = { readonly kind: 'newer-round' };

/**
 * A released group that this person may answer for: any for a programme lead, the own ones for a manager and for a
 * facilitator. Whoever also sits in the committee answers for no more groups by it. Null where there is none.
 */
export async function findGroupToAnswerFor(
	context: Context,
	actor: Exclude<Actor, { kind: 'visitor' }>,
	input: { readonly roundId: string; readonly groupId: string }
): Promise<FitGroup | FitGroupOfOldRound | null> {
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const round = isUuid(input.roundId) ? await findRound(context.db, key) : null;
	const read = round === null ? null : await findReadRelease(context, round);
	if (round === null || read === null) return null;
	const release: Publishable<Release> = read.release;
	const group = release.groups.find((one) => one.id === input.groupId);
	if (group === undefined) return null;
	if (actor.kind === 'person') {
		const answering = { ...actor, roles: actor.roles.filter((role) => role !== 'committee') };
		if (!(await readableGroupIds(context, answering, round, release)).has(group.id)) return null;
	}
	if (await isOutdatedFor(context, actor, { round, release, groupId: group.id })) return { kind: 'newer-round' };
	return {
		kind: 'group',
		group: { id: group.id, name: group.name },
		lastingId: await findLastingId(context.db, { ...key, groupId: group.id }),
		isWhole: group.id === release.groups[0]?.id
	};
}

/** True for whoever answers for all groups at once: what is asked about the organisation and its surroundings. */
export function mayAnswerForAll(actor: Actor): boolean {
	return actor.kind === 'system' || (actor.kind === 'person' && hasRole(actor, 'programme-lead'));
}

/** The name that stands beside an answer. */
export function nameBeside(actor: Exclude<Actor, { kind: 'visitor' }>): string {
	return actor.kind === 'person' ? actor.name.slice(0, 200) : 'system';
}
