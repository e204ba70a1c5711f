// A large organisation has thousands of groups: they are shown unit by unit, always those that could be put together.
import { indexTree } from '#domain/disclosure/tree-index.ts';
import type { RosterUnit } from './leadership-groups.ts';

export type UnitLink = { readonly id: string; readonly name: string };

export type Branch = {
	/** From the root to the unit itself. */
	readonly path: readonly UnitLink[];
	/** Units directly below that have groups further down, and how many groups are in them altogether. */
	readonly below: readonly (UnitLink & { readonly groups: number })[];
	/** Groups at the unit and directly below it: those that are neighbours there. */
	readonly groupIds: ReadonlySet<string>;
};

/** `unitId`: the unit to look at; null or an unknown one means the root. Throws RangeError for units without one root. */
export function branchOf(input: {
	readonly groups: readonly { readonly id: string; readonly unitId: string }[];
	readonly units: readonly RosterUnit[];
	readonly unitId: string | null;
}): Branch {
	const { groups, units } = input;
	const tree = indexTree(units);
	const root = tree.bottomUp.at(-1);
	if (root === undefined) throw new RangeError('There are no units');
	const here = tree.placeOf.get(input.unitId ?? '') ?? root;
	const within = new Int32Array(units.length);
	const groupIds = new Set<string>();
	const hasMore = new Uint8Array(units.length);
	for (const group of groups) {
		const place = tree.placeOf.get(group.unitId);
		if (place === undefined) throw new RangeError(`Unknown unit "${group.unitId}"`);
		if (place === here || tree.parentOf[place] === here) groupIds.add(group.id);
		for (let at = place; at >= 0; at = tree.parentOf[at]!) {
			within[at]! += 1;
			if (at !== place) hasMore[at] = 1;
		}
	}
	const link = (place: number): UnitLink => ({ id: units[place]!.id, name: units[place]!.name });
	const path: UnitLink[] = [];
	for (let at = here; at >= 0; at = tree.parentOf[at]!) path.push(link(at));
	const below = Array.from(units.keys())
		.filter((place) => tree.parentOf[place] === here && hasMore[place] === 1)
		.map((place) => ({ ...link(place), groups: within[place]! }));
	return { path: path.reverse(), below, groupIds };
}
