// Which group of a later round is the one that a plan was made for: the one with the same leaders, whatever it is called now.

export type Membership = { readonly group: string; readonly leaders: readonly string[] };

export type GroupMatch = {
	readonly group: string;
	/** 0-1: of the leaders of both groups taken together, those who were in both; the smaller of the two shares. */
	readonly sameMembers: number;
};

/**
 * Finds for each earlier group the later one that shares most leaders with it.
 *
 * The share is |both| / the larger of the two groups, so a group that was swallowed by a large one does not match it. A later
 * group may be the match of several; the share then says that it is not the same. Earlier groups of which nobody is found
 * again are left out. Leaders are any ids; each is in a group once. Of equal shares the one listed first.
 */
export function matchGroups(
	earlier: readonly Membership[],
	later: readonly Membership[]
): ReadonlyMap<string, GroupMatch> {
	const placesOfLeader = new Map<string, number[]>();
	later.forEach(({ leaders }, place) => {
		for (const leader of new Set(leaders)) {
			const places = placesOfLeader.get(leader);
			if (places === undefined) placesOfLeader.set(leader, [place]);
			else places.push(place);
		}
	});
	const matches = new Map<string, GroupMatch>();
	for (const { group, leaders } of earlier) {
		const own = new Set(leaders);
		const shared = new Map<number, number>();
		for (const leader of own)
			for (const place of placesOfLeader.get(leader) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
		let best: GroupMatch | null = null;
		for (const [place, count] of [...shared].sort(([one], [other]) => one - other)) {
			const other = later[place];
			if (other === undefined) continue;
			const sameMembers = count / Math.max(own.size, new Set(other.leaders).size);
			if (best === null || sameMembers > best.sameMembers) best = { group: other.group, sameMembers };
		}
		if (best !== null) matches.set(group, best);
	}
	return matches;
}
