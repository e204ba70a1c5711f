// Which released groups a reader may open. Everybody reads the same released set; this only says which part is whose work.
import { groupsOfManager } from '#domain/disclosure/groups-of-manager.ts';
import type { Publishable } from '#domain/disclosure/publishable.ts';
import { readRelease } from '#domain/disclosure/read-release.ts';
import type { Release } from '#domain/disclosure/release.ts';
import type { Context } from '#server/context.ts';
import type { Actor } from '#server/actor.ts';
import { listGroupsOfFacilitator } from '#server/database/dialogue-people.ts';
import { findRelease, listReleaseGroups } from '#server/database/releases.ts';
import { listLeadershipGroups, listRoundUnits, type Round } from '#server/database/rounds.ts';
import { hasRole } from '../permissions.ts';

export type ReadRelease = { readonly release: Publishable<Release>; readonly releasedAt: Date };

/** The whole release of a round, or null where it has not been released. Throws where the stored text is not a release. */
export async function findReadRelease(context: Pick<Context, 'db'>, round: Round): Promise<ReadRelease | null> {
	const key = { organisationId: round.organisationId, roundId: round.id };
	const stored = await findRelease(context.db, key);
	if (stored === null || typeof stored.summary !== 'object' || stored.summary === null) return null;
	const groups = await listReleaseGroups(context.db, key);
	const read = readRelease({ ...stored.summary, groups: groups.map((group) => group.released) });
	if (read.kind === 'faulty') throw new Error(`the stored release of round ${round.id} cannot be read`);
	return { release: read.release, releasedAt: stored.releasedAt };
}

/**
 * The ids of the groups a reader may open: all for programme leads, committees and the system; for a manager the group that pools
 * the own leadership group, and everything released below the own unit (`groupsOfManager`); for a facilitator exactly
 * the groups whose dialogue they are assigned to, and nothing above, beside or below them.
 */
export async function readableGroupIds(
	context: Pick<Context, 'db'>,
	reader: Exclude<Actor, { kind: 'visitor' }>,
	round: Round,
	release: Release
): Promise<ReadonlySet<string>> {
	const all = release.groups.map((group) => group.id);
	if (reader.kind === 'system' || hasRole(reader, 'programme-lead') || hasRole(reader, 'committee'))
		return new Set(all);
	const key = { organisationId: round.organisationId, roundId: round.id };
	const managed = hasRole(reader, 'manager')
		? groupsOfManager({
				release,
				units: await listRoundUnits(context.db, key),
				leadershipGroups: await listLeadershipGroups(context.db, key),
				managerId: reader.leaderId
			})
		: new Set<string>();
	if (!hasRole(reader, 'facilitator')) return managed;
	const assigned = await listGroupsOfFacilitator(context.db, { ...key, email: reader.email });
	return managed.union(new Set(all.filter((id) => assigned.includes(id))));
}
