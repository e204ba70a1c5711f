// When a round is released, its groups are found again in the rounds before it, by their leaders: what was said of a group, and the
// plans that run for it, follow it under one name.
import type { Release } from '#domain/disclosure/release.ts';
import { sameGroups } from '#domain/effect/same-groups.ts';
import type { Context } from '#server/context.ts';
import { listLastingIds, ownLastingId } from '#server/database/lasting-groups.ts';
import { listRounds, type Round } from '#server/database/rounds.ts';
import { findReadRelease } from '../results/readable-groups.ts';
import { readReleasedMemberships } from './released-memberships.ts';

/** What the groups that an earlier release had are called over all rounds, by their id in this one; a new group is left out. */
export async function findLastingGroups(
	context: Pick<Context, 'db'>,
	round: Round,
	release: Release
): Promise<ReadonlyMap<string, string>> {
	const own = await readReleasedMemberships(context, round, release);
	const names = await listLastingIds(context.db, round.organisationId);
	const found = new Map<string, string>();
	const taken = new Set<string>();
	for (const other of await listRounds(context.db, round.organisationId)) {
		if (other.id === round.id || other.releasedAt === null) continue;
		const read = await findReadRelease(context, other);
		if (read === null) continue;
		const before = await readReleasedMemberships(context, other, read.release);
		const known = own.kind === 'leaders' && before.kind === 'leaders' ? 'leaders' : 'leadershipGroups';
		for (const [group, was] of sameGroups(before[known], own[known])) {
			const id = ownLastingId(other.id, was);
			const lasting = names.get(id) ?? id;
			if (found.has(group) || taken.has(lasting)) continue;
			found.set(group, lasting);
			taken.add(lasting);
		}
		if (found.size === own[known].length) break;
	}
	return found;
}
