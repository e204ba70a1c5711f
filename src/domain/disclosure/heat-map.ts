import { summaryOf } from './group-result.ts';
import type { GroupSummary } from './group-result.ts';
import { markPublishable } from './mark-publishable.ts';
import type { Publishable } from './publishable.ts';
import type { Release, ReleasedCell, ReleasedGroup } from './release.ts';

export type HeatMap = {
	readonly scales: readonly string[];
	/** Every group below the one above it, neighbours by name. */
	readonly rows: readonly {
		readonly group: GroupSummary;
		/** 0 for the whole organisation. */
		readonly depth: number;
		/** One mean a scale, in the order of `scales`; null where it is not shown. */
		readonly cells: readonly (ReleasedCell | null)[];
	}[];
};

/** The rows of the groups that a reader may open. */
export function rowsWithin(map: Publishable<HeatMap>, readable: ReadonlySet<string>): Publishable<HeatMap> {
	return markPublishable({ ...map, rows: map.rows.filter(({ group }) => readable.has(group.id)) });
}

/** Lays all released means out as groups × scales, in the order of the tree. */
export function heatMap(release: Publishable<Release>): Publishable<HeatMap> {
	const scales = release.scales.map((scale) => scale.id);
	const tree = release.groups.filter((group) => group.kind !== 'dimension');
	const childrenOf = Map.groupBy(tree, (group) => group.parent);
	const rows: HeatMap['rows'][number][] = [];
	const waiting = (childrenOf.get(null) ?? []).map((group) => ({ group, depth: 0 }));
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		const { group, depth } = next;
		rows.push({ group: summaryOf(group), depth, cells: meansOf(group, scales) });
		const children = (childrenOf.get(group.id) ?? []).toSorted((a, b) => (a.name < b.name ? 1 : -1));
		waiting.push(...children.map((child) => ({ group: child, depth: depth + 1 })));
	}
	return markPublishable({ scales, rows });
}

/** The same for the dimension groups of one group, such as its levels, by dimension and category. */
export function dimensionMap(release: Publishable<Release>, groupId: string): Publishable<HeatMap> {
	const scales = release.scales.map((scale) => scale.id);
	const groups = release.groups.filter((group) => group.kind === 'dimension' && group.parent === groupId);
	const rows = groups.map((group) => ({ group: summaryOf(group), depth: 1, cells: meansOf(group, scales) }));
	return markPublishable({ scales, rows });
}

function meansOf(group: ReleasedGroup, scales: readonly string[]): (ReleasedCell | null)[] {
	const means = new Map(group.cells.filter((cell) => cell.statistic === 'mean').map((cell) => [cell.scale, cell]));
	return scales.map((scale) => means.get(scale) ?? null);
}

/** The same for one group and the groups right below it; empty for an id that the release does not hold. */
export function heatMapOf(release: Publishable<Release>, groupId: string): Publishable<HeatMap> {
	const { scales, rows } = heatMap(release);
	const own = rows.find((row) => row.group.id === groupId);
	const below = rows.filter((row) => row.group.parent === groupId);
	return markPublishable({
		scales,
		rows: own === undefined ? [] : [{ ...own, depth: 0 }, ...below.map((row) => ({ ...row, depth: 1 }))]
	});
}
