// Who may open a group follows from the managers that its round froze; plans and fit answers belong to the group of today. So
// they are only taken from the newest round that has the group, and nobody reaches a group of today through an old round.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listReleaseGroups } from '#server/database/releases.ts';
import { listRounds, type Round } from '#server/database/rounds.ts';

/**
 * The newest released round after this one that has the group too, or null. A light round, which looks back on another,
 * takes nothing over: it asked about a few factors only, and work goes on from the round that it looks back on.
 */
export async function findNewerRound(
	context: Pick<Context, 'db'>,
	round: Pick<Round, 'organisationId' | 'id'>,
	groupId: string
): Promise<Round | null> {
	const { organisationId } = round;
	const rounds = await listRounds(context.db, organisationId);
	const newer = rounds.slice(
		0,
		rounds.findIndex(({ id }) => id === round.id)
	);
	for (const one of newer) {
		if (one.releasedAt === null || one.followsRoundId !== null) continue;
		const found = await listReleaseGroups(context.db, { organisationId, roundId: one.id }, [groupId]);
		if (found.length > 0) return one;
	}
	return null;
}

/** Jobs and the command line have no rights that a round could have frozen. */
export async function isOutdatedFor(
	context: Pick<Context, 'db'>,
	actor: Actor,
	round: Pick<Round, 'organisationId' | 'id'>,
	groupId: string
): Promise<boolean> {
	return actor.kind === 'person' && (await findNewerRound(context, round, groupId)) !== null;
}
