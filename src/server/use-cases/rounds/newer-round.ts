// Who may open a group follows from the managers that its round froze; plans and fit answers belong to the group of today. So
// they are only taken from the newest round that asked there, and nobody reaches a group of today through an old round. What the
// groups are called does not count: a reorganisation gives the people of one group to others.
import { reportingGroupsOf } from '#domain/disclosure/reporting-groups-of.ts';
import type { Release } from '#domain/disclosure/release.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { isAskedThere } from '#server/database/asked-there.ts';
import { listRounds, type Round } from '#server/database/rounds.ts';

/** A group of a round, with that round's release. */
export type GroupOfRound = {
	readonly round: Pick<Round, 'organisationId' | 'id'>;
	readonly release: Pick<Release, 'groups'>;
	readonly groupId: string;
};

/**
 * The newest released round after the group's that asked about its units, or its leaders where the units are gone; null where none
 * has. A light round, which looks back on another, takes nothing over: it asked about a few factors only, and work goes on from
 * the round that it looks back on.
 */
export async function findNewerRound(context: Pick<Context, 'db'>, of: GroupOfRound): Promise<Round | null> {
	const { organisationId, id } = of.round;
	const group = of.release.groups.find((one) => one.id === of.groupId);
	if (group === undefined) return null;
	const groupIds = reportingGroupsOf(of.release, group);
	const rounds = await listRounds(context.db, organisationId);
	const newer = rounds.slice(
		0,
		rounds.findIndex((round) => round.id === id)
	);
	for (const one of newer) {
		if (one.releasedAt === null || one.followsRoundId !== null) continue;
		const asked = { organisationId, roundId: id, groupIds, laterRoundId: one.id };
		if (await isAskedThere(context.db, asked)) return one;
	}
	return null;
}

/** Jobs and the command line have no rights that a round could have frozen. */
export async function isOutdatedFor(context: Pick<Context, 'db'>, actor: Actor, of: GroupOfRound): Promise<boolean> {
	return actor.kind === 'person' && (await findNewerRound(context, of)) !== null;
}
