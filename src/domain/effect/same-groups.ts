// Which group of one round is the same as which of another: what was said of a group may follow it, and never pass to another.
import { leastSameMembers } from './effect.ts';
import type { Membership } from './match-groups.ts';

/**
 * Tells for each later group the earlier one that it is: at least 70 % (`leastSameMembers`) of the larger of the two were in both.
 *
 * Each group is the same as one other at most. Groups that lie within each other, as a unit and a department that is nearly all of
 * it, can both be like one: the pair with the larger share goes first, of equal ones the one listed first. Later groups that are none
 * of the earlier ones are left out, and so are groups without anybody. Leaders are any ids; each may be in several groups.
 */
export function sameGroups(earlier: readonly Membership[], later: readonly Membership[]): ReadonlyMap<string, string> {
	const sizes = earlier.map(({ leaders }) => new Set(leaders).size);
	const placesOf = new Map<string, number[]>();
	earlier.forEach(({ leaders }, place) => {
		for (const leader of new Set(leaders)) {
			const places = placesOf.get(leader);
			if (places === undefined) placesOf.set(leader, [place]);
			else places.push(place);
		}
	});
	const pairs: { readonly place: number; readonly laterPlace: number; readonly share: number }[] = [];
	later.forEach(({ leaders }, laterPlace) => {
		const own = new Set(leaders);
		const shared = new Map<number, number>();
		for (const leader of own)
			for (const place of placesOf.get(leader) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
		for (const [place, count] of shared) {
			const share = count / Math.max(own.size, sizes[place] ?? 0);
			if (share >= leastSameMembers - 1e-9) pairs.push({ place, laterPlace, share });
		}
	});
	pairs.sort((a, b) => b.share - a.share || a.place - b.place || a.laterPlace - b.laterPlace);
	const same = new Map<string, string>();
	const taken = new Set<number>();
	for (const { place, laterPlace } of pairs) {
		const [one, other] = [earlier[place], later[laterPlace]];
		if (one === undefined || other === undefined || taken.has(place) || same.has(other.group)) continue;
		taken.add(place);
		same.set(other.group, one.group);
	}
	return same;
}
