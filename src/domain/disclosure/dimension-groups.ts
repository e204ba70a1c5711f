// Groups of other dimensions than units: the leaves of a union whose leaders have an attribute in common. Their means are
// worked out from the leaves' published means alone, as any reader could: they say nothing new, so they can leak nothing.
import type { GroupTree, ReleaseReportingGroup } from './group-tree.ts';
import type { ReleasedCell, ReleasedGroup, ReleaseScale, WithheldCell } from './release.ts';
import { roundingStep, roundTo, tidy } from './rounding.ts';

/** A scale on which more of the leaves than this are hidden is given up for the dimension group … */
const MOST_HIDDEN_SHARE = 0.2;
/** … and so is a mean that would be known less well than to this part of the scale. */
const WIDEST_STEP_SHARE = 0.1;
const LEAST_LEAVES = 2;

/** One scale's published means: respondents with a score, and the cell where one is shown, by place in the tree. */
export type PublishedMeans = {
	readonly scale: ReleaseScale;
	readonly counts: Int32Array;
	readonly cells: readonly (ReleasedCell | null)[];
};

/**
 * Finds the dimension groups of a release and works out their means.
 *
 * For the whole organisation and every union below it: at least two leaves, and not all of them, in which all reporting
 * groups have the same value of an attribute. Leaves that hide a mean are left out (`responses` and `reportingGroups` say
 * who is in), or the scale is, where many of them do. The same leaves are listed once, at the smallest union.
 * A mean is that of the leaves' means, weighted by n. Its `step` is so wide that the cell tells no more than they do.
 */
export function dimensionGroups(input: {
	readonly tree: GroupTree;
	readonly reportingGroups: readonly ReleaseReportingGroup[];
	readonly means: readonly PublishedMeans[];
}): ReleasedGroup[] {
	const { tree, means } = input;
	const leavesBelow = collectUp(tree, (place) => (tree.groups[place]!.kind === 'leaf' ? 'all' : null));
	const unions = new Set(leavesBelow.flatMap((lists) => [...lists.values()].map((leaves) => leaves.join())));
	return dimensionsOf(input.reportingGroups).flatMap((dimension) => {
		const categories = categoriesOfLeaves(tree, input.reportingGroups, dimension);
		const candidates = collectUp(tree, (place) => categories[place] ?? null);
		const seen = new Set(unions);
		// From below, so that the same leaves are found at the smallest union first.
		const groups: ReleasedGroup[] = [];
		for (let place = tree.groups.length - 1; place >= 0; place--) {
			if (tree.groups[place]!.kind !== 'union') continue;
			for (const [category, leaves] of candidates[place]!) {
				const { members, scales } = membersAndScales(leaves, means);
				const key = members.join();
				if (members.length < LEAST_LEAVES || seen.has(key)) continue;
				seen.add(key);
				groups.push(dimensionGroup({ tree, place, dimension, category, members, scales, means }));
			}
		}
		return groups.reverse();
	});
}

function dimensionsOf(groups: readonly ReleaseReportingGroup[]): string[] {
	return [...new Set(groups.flatMap((group) => Object.keys(group.attributes ?? {})))].sort();
}

/** By place in the tree: the value that all reporting groups of a leaf share; null for others. */
function categoriesOfLeaves(
	tree: GroupTree,
	reportingGroups: readonly ReleaseReportingGroup[],
	dimension: string
): (string | null)[] {
	const categories: (string | null | undefined)[] = tree.groups.map(() => undefined);
	reportingGroups.forEach((group, i) => {
		const leaf = tree.leafOf[i]!;
		const category = group.attributes?.[dimension] ?? null;
		if (leaf >= 0) categories[leaf] = categories[leaf] === undefined || categories[leaf] === category ? category : null;
	});
	return categories.map((category) => category ?? null);
}

/** For each place the leaves at or below it, by what `keyOf` says of them. */
function collectUp(tree: GroupTree, keyOf: (place: number) => string | null): Map<string, number[]>[] {
	const lists = tree.groups.map(() => new Map<string, number[]>());
	const add = (place: number, key: string, leaves: readonly number[]): void => {
		const list = lists[place]!.get(key);
		if (list === undefined) lists[place]!.set(key, [...leaves]);
		else for (const leaf of leaves) list.push(leaf);
	};
	for (const place of tree.bottomUp) {
		const key = keyOf(place);
		if (key !== null) add(place, key, [place]);
		const parent = tree.parentOf[place]!;
		if (parent >= 0) for (const [own, leaves] of lists[place]!) add(parent, own, leaves);
	}
	for (const list of lists) for (const leaves of list.values()) leaves.sort((a, b) => a - b);
	return lists;
}

function isHidden({ counts, cells }: PublishedMeans, leaf: number): boolean {
	return counts[leaf]! > 0 && cells[leaf] === null;
}

function membersAndScales(
	leaves: readonly number[],
	means: readonly PublishedMeans[]
): { members: number[]; scales: PublishedMeans[] } {
	const scales = means.filter((one) => {
		const hidden = leaves.filter((leaf) => isHidden(one, leaf)).length;
		return hidden <= MOST_HIDDEN_SHARE * leaves.length;
	});
	const members = leaves.filter((leaf) => !scales.some((one) => isHidden(one, leaf)));
	return { members, scales };
}

function dimensionGroup(given: {
	readonly tree: GroupTree;
	readonly place: number;
	readonly dimension: string;
	readonly category: string;
	readonly members: readonly number[];
	readonly scales: readonly PublishedMeans[];
	readonly means: readonly PublishedMeans[];
}): ReleasedGroup {
	const { tree, place, dimension, category, members } = given;
	const union = tree.groups[place]!;
	const leaves = members.map((leaf) => tree.groups[leaf]!);
	const cells: ReleasedCell[] = [];
	const withheld: WithheldCell[] = [];
	for (const one of given.means) {
		const cell = given.scales.includes(one) ? meanOfMeans(one, members) : null;
		if (cell === null) withheld.push({ scale: one.scale.id, statistic: 'mean' });
		else cells.push(cell);
	}
	return {
		id: `${union.id}:${dimension}=${category}`,
		name: category,
		path: union.path,
		pools: [],
		invited: null,
		responses: leaves.reduce((sum, leaf) => sum + leaf.responses, 0),
		kind: 'dimension',
		parent: union.id,
		units: [],
		reportingGroups: leaves.flatMap((leaf) => leaf.reportingGroups),
		dimension,
		category,
		cells,
		withheld
	};
}

/** Null where nobody has a score, or the leaves' means say too little of it. */
function meanOfMeans({ scale, counts, cells }: PublishedMeans, leaves: readonly number[]): ReleasedCell | null {
	let n = 0;
	let low = 0;
	let high = 0;
	for (const leaf of leaves) {
		const cell = cells[leaf];
		if (counts[leaf] === 0 || cell === null || cell === undefined) continue;
		n += cell.n;
		low += cell.n * (cell.bound === 'at-most' ? scale.minimum : cell.value - (cell.bound ? 0 : cell.step / 2));
		high += cell.n * (cell.bound === 'at-least' ? scale.maximum : cell.value + (cell.bound ? 0 : cell.step / 2));
	}
	if (n === 0) return null;
	const range = scale.maximum - scale.minimum;
	const rounding = roundingStep(range);
	const value = roundTo((low + high) / (2 * n), rounding);
	const reach = Math.max(value - low / n, high / n - value);
	const step = tidy(Math.ceil((2 * reach) / rounding - 1e-6) * rounding);
	if (step > WIDEST_STEP_SHARE * range + 1e-9) return null;
	return { scale: scale.id, statistic: 'mean', n, value, step };
}
