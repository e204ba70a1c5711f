// Which reporting groups' leaders belong to a released group: only leaves and groups of a dimension say so themselves.
import type { Release, ReleasedGroup } from './release.ts';

/** Ids of reporting groups, as the round froze them. A union holds those of all leaves below it. */
export function reportingGroupsOf(
	release: Pick<Release, 'groups'>,
	group: Pick<ReleasedGroup, 'id' | 'kind' | 'reportingGroups'>
): readonly string[] {
	if (group.kind !== 'union') return group.reportingGroups;
	const parents = new Map(release.groups.map((one) => [one.id, one.parent]));
	const isBelow = (id: string | null | undefined): boolean =>
		typeof id === 'string' && (id === group.id || isBelow(parents.get(id)));
	return release.groups.flatMap((one) => (one.kind === 'leaf' && isBelow(one.id) ? one.reportingGroups : []));
}
