// Which released groups a reader may open. Everybody reads the same released set; this only says which part is whose work.
import { groupsOfManager } from '#domain/disclosure/groups-of-manager.ts';
import type { Publishable } from '#domain/disclosure/publishable.ts';
import { readRelease } from '#domain/disclosure/read-release.ts';
import type { Release } from '#domain/disclosure/release.ts';
import type { Context } from '#server/context.ts';
import type { Person } from '#server/actor.ts';
import { listGroupsOfFacilitator } from '#server/database/dialogue-people.ts';
import { findRelease, listReleaseGroups } from '#server/database/releases.ts';
import { listLeadershipGroups, listRoundUnits, type Round } from '#server/database/rounds.ts';
import { hasRole } from './permissions.ts';

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
 * The ids of the groups a person may open: all for programme leads and committees; for a manager the group that pools
 * the own leadership group, and everything released below the own unit (`groupsOfManager`); for a facilitator exactly
 * the groups whose dialogue they are assigned to, and nothing above, beside or below them.
 */
export async function readableGroupIds(
	context: Pick<Context, 'db'>,
	person: Person,
	round: Round,
	release: Release
): Promise<ReadonlySet<string>> {
	const all = release.groups.map((group) => group.id);
	if (hasRole(person, 'programme-lead') || hasRole(person, 'committee')) return new Set(all);
	const key = { organisationId: round.organisationId, roundId: round.id };
	const managed = hasRole(person, 'manager')
		? groupsOfManager({
				release,
				units: await listRoundUnits(context.db, key),
				leadershipGroups: await listLeadershipGroups(context.db, key),
				managerId: person.leaderId
			})
		: new Set<string>();
	if (!hasRole(person, 'facilitator')) return managed;
	const assigned = await listGroupsOfFacilitator(context.db, { ...key, email: person.email });
	return managed.union(new Set(all.filter((id) => assigned.includes(id))));
}
