// The contract of everything that is shown of groups. See docs/disclosure.md for what each statistic may be shown of.

export type CellStatistic = 'mean' | 'sd' | 'share' | ChangeStatistic | OrganisationStatistic;
/** Shares (0-1) of those who let their browser tell how they have moved since last time. */
export type ChangeStatistic = 'better' | 'worse';
/** Computed elsewhere, for the whole organisation only. */
export type OrganisationStatistic = 'icc1' | 'icc2' | 'rwgj' | 'alpha' | 'omega';

/** Where a score counts as strained; shares (0-1) are shares of scores at or beyond the cut. */
export type StrainCut = { readonly direction: 'at-least' | 'at-most'; readonly cut: number };

export type ReleaseScale = {
	readonly id: string;
	/** Lowest and highest possible score: 0 and 100 for points. */
	readonly minimum: number;
	readonly maximum: number;
	/** All possible scores lie a multiple of this above the minimum; absent where they may lie (all but) anywhere. */
	readonly grain?: number;
	readonly strainedAt?: StrainCut;
};

export type ReleasedCell = {
	readonly scale: string;
	readonly statistic: CellStatistic;
	/** Respondents behind the value on this scale. */
	readonly n: number;
	readonly value: number;
	/** How sure it is: the unrounded figure lies within half a step. With `bound` it lies anywhere beyond the value. */
	readonly step: number;
	readonly bound?: 'at-most' | 'at-least';
};

/** A figure that is not shown. Why is not told: "too small" and "hidden to protect another" look the same. */
export type WithheldCell = { readonly scale: string; readonly statistic: CellStatistic };

export type ReleasedGroup = {
	readonly id: string;
	readonly name: string;
	/** Names of the units from the root down. */
	readonly path: readonly string[];
	/** Names of the units that were pooled; empty or one name where nothing was pooled. */
	readonly pools: readonly string[];
	/** Null where it is not known, or where showing it would point at who has answered. */
	readonly invited: number | null;
	readonly responses: number;
	/**
	 * A leaf is one or more reporting groups; a union is a unit with everything in it, at least two leaves; a dimension
	 * group is at least two leaves of one union whose leaders have an attribute in common.
	 */
	readonly kind: 'leaf' | 'union' | 'dimension';
	/** The smallest union that contains this group, or null for the whole organisation. */
	readonly parent: string | null;
	/** Ids of the units whose result this is: the smallest released group that contains all of the unit. */
	readonly units: readonly string[];
	/** Ids of the reporting groups in a leaf or a dimension group; empty for a union (what its leaves hold). */
	readonly reportingGroups: readonly string[];
	/** What the leaders of a dimension group have in common, such as `level`, and which it is. */
	readonly dimension?: string;
	readonly category?: string;
	readonly cells: readonly ReleasedCell[];
	readonly withheld: readonly WithheldCell[];
};

/** One closed round's published set. The first group is the whole organisation. */
export type Release = {
	readonly engine: string;
	readonly round: string;
	readonly k: number;
	readonly scales: readonly ReleaseScale[];
	readonly groups: readonly ReleasedGroup[];
};

type CellPlace = { readonly group: string; readonly dimension?: string; readonly category?: string };

export type ReleaseJson = {
	readonly engine: string;
	readonly round: string;
	readonly k: number;
	readonly scales: readonly ReleaseScale[];
	readonly groups: readonly Omit<ReleasedGroup, 'cells' | 'withheld'>[];
	readonly cells: readonly (CellPlace & ReleasedCell)[];
	readonly withheld: readonly (CellPlace & WithheldCell)[];
};

/** The flat form that `release show --json` prints: groups, and one row a cell. */
export function toReleaseJson(release: Release): ReleaseJson {
	const { engine, round, k, scales } = release;
	return {
		engine,
		round,
		k,
		scales,
		groups: release.groups.map(({ cells: _cells, withheld: _withheld, ...group }) => group),
		cells: release.groups.flatMap((group) => group.cells.map((cell) => ({ ...placeOf(group), ...cell }))),
		withheld: release.groups.flatMap((group) => group.withheld.map((cell) => ({ ...placeOf(group), ...cell })))
	};
}

function placeOf({ id, dimension, category }: ReleasedGroup): CellPlace {
	return dimension === undefined || category === undefined ? { group: id } : { group: id, dimension, category };
}
