// Which released groups a reader may open. Everybody reads the same released set; this only says which part is whose work.
import type { Publishable } from '#domain/disclosure/publishable.ts';
import { readRelease } from '#domain/disclosure/read-release.ts';
import type { Release, ReleasedGroup } from '#domain/disclosure/release.ts';
import type { Context } from '#server/context.ts';
import type { Person } from '#server/actor.ts';
import { findRelease, listReleaseGroups } from '#server/database/releases.ts';
import { listLeadershipGroups, type Round } from '#server/database/rounds.ts';
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
 * the own leadership group, and everything released below the own unit.
 */
export async function readableGroupIds(
	context: Pick<Context, 'db'>,
	person: Person,
	round: Round,
	release: Release
): Promise<ReadonlySet<string>> {
	const all = release.groups.map((group) => group.id);
	if (hasRole(person, 'programme-lead') || hasRole(person, 'committee')) return new Set(all);
	const leadershipGroups = await listLeadershipGroups(context.db, {
		organisationId: round.organisationId,
		roundId: round.id
	});
	const own = leadershipGroups.filter((group) => group.managerId !== null && group.managerId === person.leaderId);
	const ownReportingGroups = new Set(own.map((group) => group.groupId));
	const ownUnits = new Set(own.map((group) => group.unitId));
	const isOwn = (group: ReleasedGroup) =>
		group.units.some((unit) => ownUnits.has(unit)) || group.reportingGroups.some((id) => ownReportingGroups.has(id));
	const readable = new Set<string>();
	// Parents stand before their children.
	for (const group of release.groups) {
		if (isOwn(group) || (group.parent !== null && readable.has(group.parent))) readable.add(group.id);
	}
	return readable;
}
