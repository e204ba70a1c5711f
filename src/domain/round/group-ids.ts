// What a group is called in its round: as before where it is the same group, else as no group was ever called. Ids are built from
// units and numbers, never from a person, because everybody can read them in the manifest.
import { sameGroups } from '#domain/effect/same-groups.ts';
import type { PreviousGroup } from './keep-groups.ts';
import type { LeadershipGroup } from './leadership-groups.ts';

type Named = { readonly id: string; readonly unitId: string; readonly leadershipGroups: readonly LeadershipGroup[] };

export type GroupNames = {
	/** The ids of a round's groups, in their order. */
	readonly ofGroups: (groups: readonly Named[]) => readonly string[];
	/** The id of a group that some of these were put together in; `parts` then bear theirs no more. */
	readonly ofMerged: (merged: Omit<Named, 'id'>, parts: readonly Named[]) => string;
};

/**
 * A group keeps the id of the last round's group that it is the same as (`sameGroups`: at least 70 % of the leaders of the larger one
 * were in both). Where it is not known who was asked, the same managers at the same unit stand for them. Every other group gets an id
 * that is neither in `previous` nor in `usedIds`: its own smallest leadership group's, or the next free number at that unit. So an id
 * may be given up, and never passes to another group. What is put together from groups of the last round is called after the one with
 * the smallest id, whatever else is put together or taken apart.
 *
 * `usedIds`: of any round before. The answer to each call counts as used in those that follow.
 */
export function groupNames(previous: readonly PreviousGroup[], usedIds: Iterable<string> = []): GroupNames {
	const used = new Set([...previous.map((group) => group.id), ...usedIds]);
	const isKnown = previous.some((group) => group.leaderIds.length > 0);
	const earlier = previous.map((group) => ({
		group: group.id,
		leaders: isKnown ? group.leaderIds : group.managerIds.map((id) => `${id} at ${group.unitId}`)
	}));
	const membership = ({ unitId, leadershipGroups }: Omit<Named, 'id'>, group: string) => ({
		group,
		leaders: leadershipGroups.flatMap((own) =>
			isKnown ? own.leaderIds : own.managerId === null ? [] : [`${own.managerId} at ${unitId}`]
		)
	});
	// By unit.
	const lastNumber = new Map<string, number>();
	const fresh = (leadershipGroups: readonly LeadershipGroup[]): string => {
		const [least] = leadershipGroups.toSorted((a, b) => (a.id < b.id ? -1 : 1));
		if (least === undefined) throw new RangeError('A group holds no leadership group');
		let id = least.id;
		for (let number = lastNumber.get(least.unitId) ?? 1; used.has(id);) {
			number += 1;
			lastNumber.set(least.unitId, number);
			id = `${least.unitId}:leaders-${number}`;
		}
		used.add(id);
		return id;
	};
	return {
		ofGroups: (groups) => {
			const kept = sameGroups(
				earlier,
				groups.map((group) => membership(group, group.id))
			);
			const ids = new Map(kept);
			for (const group of groups.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
				if (!ids.has(group.id)) ids.set(group.id, fresh(group.leadershipGroups));
			return groups.map((group) => ids.get(group.id) ?? group.id);
		},
		ofMerged: (merged, parts) => {
			const own = parts.map((part) => part.id).sort();
			const before = earlier.filter(({ group }) => own.includes(group));
			const [kept] = sameGroups(before, [membership(merged, '')]).values();
			const isOfLastRound = new Set(before.map(({ group }) => group));
			const id = kept ?? own.find((one) => !isOfLastRound.has(one)) ?? freeBehind(own[0] ?? '', used);
			used.add(id);
			return id;
		}
	};
}

function freeBehind(id: string, used: ReadonlySet<string>): string {
	const stem = id.replace(/-with-\d+$/, '');
	let number = 1;
	while (used.has(`${stem}-with-${number}`)) number += 1;
	return `${stem}-with-${number}`;
}
