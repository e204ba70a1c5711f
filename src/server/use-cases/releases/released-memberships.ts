// Who belongs to the released groups of a round, from the identity house: to find a group again in a later round, nothing else.
import type { Release, ReleasedGroup } from '#domain/disclosure/release.ts';
import type { Membership } from '#domain/effect/match-groups.ts';
import type { Context } from '#server/context.ts';
import { listAsked } from '#server/database/invitations.ts';
import { listLeadershipGroups, type Round } from '#server/database/rounds.ts';

export type ReleasedMemberships = {
	/** `leaders`: those who were asked. `leadership-groups`: where it is not known whom, each manager at a unit stands for a team. */
	readonly kind: 'leaders' | 'leadership-groups';
	readonly leaders: readonly Membership[];
	readonly leadershipGroups: readonly Membership[];
};

export async function readReleasedMemberships(
	context: Pick<Context, 'db'>,
	round: Round,
	release: Release
): Promise<ReleasedMemberships> {
	const key = { organisationId: round.organisationId, roundId: round.id };
	const asked = await listAsked(context.db, key);
	const leadership = (await listLeadershipGroups(context.db, key)).map(({ managerId, unitId, groupId }) => ({
		// With the unit: a manager who has gone elsewhere has not taken the team along.
		leaderId: `${managerId ?? 'nobody'} at ${unitId}`,
		groupId
	}));
	return {
		kind: asked.length > 0 ? 'leaders' : 'leadership-groups',
		leaders: membershipsOf(release, asked),
		leadershipGroups: membershipsOf(release, leadership)
	};
}

function membershipsOf(
	release: Release,
	members: readonly { readonly leaderId: string; readonly groupId: string }[]
): readonly Membership[] {
	const ofGroup = Map.groupBy(members, ({ groupId }) => groupId);
	const children = Map.groupBy(release.groups, ({ parent }) => parent);
	const reportingGroupsOf = (group: ReleasedGroup): readonly string[] =>
		group.kind === 'union'
			? (children.get(group.id) ?? []).filter(({ kind }) => kind !== 'dimension').flatMap(reportingGroupsOf)
			: group.reportingGroups;
	return release.groups
		.filter(({ kind }) => kind !== 'dimension')
		.map((group) => ({
			group: group.id,
			leaders: reportingGroupsOf(group).flatMap((id) => (ofGroup.get(id) ?? []).map(({ leaderId }) => leaderId))
		}));
}
