// What a way of pooling is worth: the measure that the pooling maximises, and by which tests compare it with the optimum.
import { indexTree } from './tree-index.ts';
import type { TreeNode } from './tree-index.ts';

/** All worth is in hundredths, so that sums are whole numbers and do not depend on their order. */
export const GROUP_WORTH = 100;

/**
 * A unit that can be shown by itself counts 1 + ln(size / minimum), in hundredths: as much as a group where it just holds
 * the minimum, 4.6 groups where it holds 300 and the minimum is 8. The same weights as for released figures.
 */
export function unitWorth(size: number, minimum: number): number {
	return Math.round(GROUP_WORTH * (1 + Math.log(Math.max(size, minimum) / minimum)));
}

/**
 * The number of groups plus the worth of every unit that holds the minimum and that no group reaches out of, in
 * hundredths of a group. `groups`: the node of each atom and its size, group by group. Throws RangeError for an unknown
 * node.
 */
export function poolingValue(input: {
	readonly nodes: readonly TreeNode[];
	readonly groups: readonly (readonly { readonly nodeId: string; readonly size: number }[])[];
	readonly minimum: number;
}): number {
	const units = unitsWithoutResult(input);
	return input.groups.length * GROUP_WORTH + units.able.reduce((sum, unit) => sum + unit.worth, 0) - units.lost;
}

/** The units that hold the minimum, and those of them that a group reaches out of: they have no result of their own. */
export function unitsWithoutResult(input: {
	readonly nodes: readonly TreeNode[];
	readonly groups: readonly (readonly { readonly nodeId: string; readonly size: number }[])[];
	readonly minimum: number;
}): {
	readonly able: readonly { readonly id: string; readonly worth: number }[];
	readonly broken: readonly string[];
	readonly lost: number;
} {
	const { nodes, groups, minimum } = input;
	const tree = indexTree(nodes);
	const totals = new Float64Array(nodes.length);
	const isBroken = new Uint8Array(nodes.length);
	for (const group of groups) {
		const inside = new Map<number, number>();
		for (const atom of group) {
			const place = tree.placeOf.get(atom.nodeId);
			if (place === undefined) throw new RangeError(`Unknown node "${atom.nodeId}"`);
			totals[place]! += atom.size;
			for (let at = place; at >= 0; at = tree.parentOf[at]!) inside.set(at, (inside.get(at) ?? 0) + 1);
		}
		for (const [place, count] of inside) if (count < group.length) isBroken[place] = 1;
	}
	for (const node of tree.bottomUp) {
		const parent = tree.parentOf[node]!;
		if (parent >= 0) totals[parent]! += totals[node]!;
	}
	const places = Array.from(tree.ids, (_, place) => place).filter((place) => totals[place]! >= minimum);
	const able = places.map((place) => ({ id: tree.ids[place]!, worth: unitWorth(totals[place]!, minimum) }));
	const broken = able.filter((_, index) => isBroken[places[index]!] === 1);
	return {
		able,
		broken: broken.map((unit) => unit.id).sort(),
		lost: broken.reduce((sum, unit) => sum + unit.worth, 0)
	};
}
