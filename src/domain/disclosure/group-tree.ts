// From units, reporting groups and responses to the groups that a release shows: leaves, and unions of whole units.
import { poolInTree } from './pool-in-tree.ts';
import { indexTree } from './tree-index.ts';
import type { TreeIndex } from './tree-index.ts';

export type ReleaseUnit = { readonly id: string; readonly name: string; readonly parentId: string | null };

/** A reporting group as the release needs it; see `planReportingGroups`. */
export type ReleaseReportingGroup = {
	readonly id: string;
	readonly name: string;
	/** Lowest unit that contains all of it. */
	readonly unitId: string;
	readonly path: readonly string[];
	readonly pools: readonly string[];
	/** Units whose leaders are in it; just `unitId` where absent. */
	readonly memberUnitIds?: readonly string[];
	readonly invited: number | null;
	/** What all its leaders have in common: `{ level: 'L2' }`. */
	readonly attributes?: Readonly<Record<string, string>>;
};

export type GroupNode = {
	readonly id: string;
	readonly name: string;
	readonly path: readonly string[];
	readonly pools: readonly string[];
	readonly invited: number | null;
	readonly responses: number;
	readonly kind: 'leaf' | 'union';
	readonly units: readonly string[];
	readonly reportingGroups: readonly string[];
};

/** Groups from the whole organisation down: each parent before its children. */
export type GroupTree = {
	readonly groups: readonly GroupNode[];
	readonly parentOf: Int32Array;
	readonly bottomUp: Int32Array;
	/** The leaf of each reporting group, by its place in the input. */
	readonly leafOf: Int32Array;
};

/** A unit's place among the groups, while they are being found. */
const NOBODY = -1;
const SEVERAL = -2;

/**
 * Pools reporting groups with fewer than `k` responses with neighbours, and finds the units that are exact unions.
 *
 * A unit is shown as a union where no leaf reaches out of it and it holds at least two leaves; a unit with the same
 * leaves as the one above it refers to that. Returns null where the whole organisation has fewer than `k` responses.
 * `responses`: by place in `reportingGroups`. Throws RangeError where units have several roots, or ids clash.
 */
export function buildGroupTree(input: {
	readonly units: readonly ReleaseUnit[];
	readonly reportingGroups: readonly ReleaseReportingGroup[];
	readonly responses: Int32Array;
	readonly k: number;
}): GroupTree | null {
	const { units, reportingGroups, responses, k } = input;
	const tree = indexTree(units);
	const root = tree.bottomUp.at(-1);
	if (root === undefined || tree.parentOf.filter((parent) => parent < 0).length > 1) {
		throw new RangeError('A release needs units with one root');
	}
	const atoms = reportingGroups.map(({ id, unitId }, place) => ({ id, nodeId: unitId, size: responses[place]! }));
	const { pools } = poolInTree({ nodes: units, atoms, minimum: k });
	if (pools.length === 0) return null;

	const placeOfGroup = new Map(reportingGroups.map((group, place) => [group.id, place]));
	const members = pools.map((pool) => pool.atoms.map((id) => placeOfGroup.get(id)!));
	const anchors = pools.map((pool) => tree.placeOf.get(pool.anchorNodeId)!);
	const { touched, isBroken } = unitsTouched(tree, reportingGroups, members, anchors);
	const { unionOf, unionUnits } = findUnions(tree, anchors, isBroken);

	const order = unionUnits.toSorted((a, b) => tree.depthOf[a]! - tree.depthOf[b]!);
	const placeOfUnion = new Map(order.map((unit, place) => [unit, place]));
	const size = order.length + pools.length;
	const parentOf = new Int32Array(size).fill(-1);
	order.forEach((unit, place) => {
		const above = tree.parentOf[unit]!;
		if (above >= 0) parentOf[place] = placeOfUnion.get(unionOf[above]!) ?? -1;
	});
	anchors.forEach((anchor, leaf) => {
		parentOf[order.length + leaf] = placeOfUnion.get(unionOf[anchor]!) ?? -1;
	});
	const bottomUp = Int32Array.from({ length: size }, (_, i) => size - 1 - i);

	const groupOfUnit = groupsOfUnits(tree, touched, isBroken, unionOf, placeOfUnion, order.length);
	const unitsOf: string[][] = Array.from({ length: size }, () => []);
	groupOfUnit.forEach((group, unit) => group >= 0 && unitsOf[group]!.push(tree.ids[unit]!));

	const leaves = members.map((places, leaf) =>
		leafNode(places, reportingGroups, {
			id: freeId(pools[leaf]!.id, tree, unitsOf[order.length + leaf]!),
			path: pathTo(anchors[leaf]!, tree, units),
			responses: pools[leaf]!.size,
			units: unitsOf[order.length + leaf]!
		})
	);
	const unions = unionNodes(order, leaves, { tree, units, parentOf, unitsOf });
	const leafOf = new Int32Array(reportingGroups.length).fill(-1);
	members.forEach((places, leaf) => places.forEach((place) => (leafOf[place] = order.length + leaf)));
	return { groups: [...unions, ...leaves], parentOf, bottomUp, leafOf };
}

/** The leaf that holds all of a unit (or NOBODY, SEVERAL), and whether a leaf reaches out of the unit. */
function unitsTouched(
	tree: TreeIndex,
	reportingGroups: readonly ReleaseReportingGroup[],
	members: readonly (readonly number[])[],
	anchors: readonly number[]
): { touched: Int32Array; isBroken: Uint8Array } {
	const touched = new Int32Array(tree.ids.length).fill(NOBODY);
	const isBroken = new Uint8Array(tree.ids.length);
	const touch = (unit: number, leaf: number): void => {
		touched[unit] = touched[unit] === NOBODY || touched[unit] === leaf ? leaf : SEVERAL;
	};
	members.forEach((places, leaf) => {
		for (const place of places) {
			const group = reportingGroups[place]!;
			for (const id of group.memberUnitIds ?? [group.unitId]) {
				const unit = tree.placeOf.get(id);
				if (unit === undefined) throw new RangeError(`Unknown unit "${id}" of reporting group "${group.id}"`);
				touch(unit, leaf);
				for (let at = unit; at !== anchors[leaf]; at = tree.parentOf[at]!) {
					if (at < 0) throw new RangeError(`Reporting group "${group.id}" reaches out of its unit`);
					isBroken[at] = 1;
				}
			}
		}
	});
	for (const unit of tree.bottomUp) {
		const above = tree.parentOf[unit]!;
		if (above < 0 || touched[unit] === NOBODY) continue;
		if (touched[unit] === SEVERAL) touched[above] = SEVERAL;
		else touch(above, touched[unit]!);
	}
	return { touched, isBroken };
}

/** For each unit the unit whose union is the smallest that holds it (-1: none), and the units that are unions. */
function findUnions(
	tree: TreeIndex,
	anchors: readonly number[],
	isBroken: Uint8Array
): { unionOf: Int32Array; unionUnits: number[] } {
	const leafCounts = new Int32Array(tree.ids.length);
	for (const anchor of anchors) leafCounts[anchor]! += 1;
	for (const unit of tree.bottomUp) {
		const above = tree.parentOf[unit]!;
		if (above >= 0) leafCounts[above]! += leafCounts[unit]!;
	}
	const unionOf = new Int32Array(tree.ids.length).fill(-1);
	const unionUnits: number[] = [];
	for (let i = tree.bottomUp.length - 1; i >= 0; i--) {
		const unit = tree.bottomUp[i]!;
		const above = tree.parentOf[unit]!;
		const inherited = above >= 0 ? unionOf[above]! : -1;
		const isSame = inherited >= 0 && leafCounts[inherited] === leafCounts[unit];
		const isUnion = isBroken[unit] === 0 && leafCounts[unit]! >= 2 && !isSame;
		unionOf[unit] = isUnion ? unit : inherited;
		if (isUnion) unionUnits.push(unit);
	}
	return { unionOf, unionUnits };
}

function groupsOfUnits(
	tree: TreeIndex,
	touched: Int32Array,
	isBroken: Uint8Array,
	unionOf: Int32Array,
	placeOfUnion: ReadonlyMap<number, number>,
	firstLeaf: number
): Int32Array {
	const groupOf = new Int32Array(tree.ids.length).fill(-1);
	for (let i = tree.bottomUp.length - 1; i >= 0; i--) {
		const unit = tree.bottomUp[i]!;
		const above = tree.parentOf[unit]!;
		const inherited = above >= 0 ? groupOf[above]! : -1;
		if (touched[unit]! >= 0) groupOf[unit] = firstLeaf + touched[unit]!;
		else if (touched[unit] === SEVERAL && isBroken[unit] === 0) groupOf[unit] = placeOfUnion.get(unionOf[unit]!) ?? -1;
		else groupOf[unit] = inherited;
	}
	return groupOf;
}

function leafNode(
	places: readonly number[],
	reportingGroups: readonly ReleaseReportingGroup[],
	given: { id: string; path: readonly string[]; responses: number; units: readonly string[] }
): GroupNode {
	const groups = places.map((place) => reportingGroups[place]!);
	const only = groups.length === 1 ? groups[0] : undefined;
	const pools = [...new Set(groups.flatMap((group) => (group.pools.length > 0 ? group.pools : [group.name])))].sort();
	return {
		...given,
		name: only?.name ?? pools.join(', '),
		path: only?.path ?? given.path,
		pools: only?.pools ?? pools,
		invited: sumOrNull(groups.map((group) => group.invited)),
		kind: 'leaf',
		reportingGroups: groups.map((group) => group.id)
	};
}

function unionNodes(
	order: readonly number[],
	leaves: readonly GroupNode[],
	given: { tree: TreeIndex; units: readonly ReleaseUnit[]; parentOf: Int32Array; unitsOf: readonly string[][] }
): GroupNode[] {
	const { tree, units, parentOf, unitsOf } = given;
	const responses = new Array<number>(order.length).fill(0);
	const invited = new Array<number | null>(order.length).fill(0);
	const add = (place: number, count: number, asked: number | null): void => {
		if (place < 0) return;
		responses[place]! += count;
		invited[place] = sumOrNull([invited[place]!, asked]);
	};
	leaves.forEach((leaf, i) => add(parentOf[order.length + i]!, leaf.responses, leaf.invited));
	for (let place = order.length - 1; place >= 0; place--) add(parentOf[place]!, responses[place]!, invited[place]!);
	return order.map((unit, place) => ({
		id: tree.ids[unit]!,
		name: units[unit]!.name,
		path: pathTo(unit, tree, units),
		pools: [],
		invited: invited[place]!,
		responses: responses[place]!,
		kind: 'union',
		units: unitsOf[place]!,
		reportingGroups: []
	}));
}

/** A reporting group may carry a unit's id only where it is that unit's result. */
function freeId(id: string, tree: TreeIndex, units: readonly string[]): string {
	if (!tree.placeOf.has(id) || units.includes(id)) return id;
	const own = `${id}:own`;
	if (tree.placeOf.has(own)) throw new RangeError(`Reporting group "${id}" has the id of a unit`);
	return own;
}

function sumOrNull(values: readonly (number | null)[]): number | null {
	let sum = 0;
	for (const value of values) {
		if (value === null) return null;
		sum += value;
	}
	return sum;
}

function pathTo(unit: number, tree: TreeIndex, units: readonly ReleaseUnit[]): string[] {
	const path: string[] = [];
	for (let at = unit; at >= 0; at = tree.parentOf[at]!) path.push(units[at]!.name);
	return path.reverse();
}
