// A release as one row a figure, for researchers: what is shown, and where something is not shown, that it is not.
import type { Publishable } from './publishable.ts';
import type { CellStatistic, Release } from './release.ts';

/** Whether a figure is shown: as it is, only that it lies at or beyond the value, or not at all. */
export const rowStatuses = { shown: 1, atMost: 2, atLeast: 3, withheld: 9 } as const;

export type ReleaseRow = {
	readonly group: string;
	readonly groupName: string;
	/** Names of the units from the root down, with ` > ` between. */
	readonly path: string;
	readonly kind: 'leaf' | 'union' | 'dimension';
	readonly parent: string;
	readonly dimension: string;
	readonly category: string;
	/** Null where it is not known or not shown. */
	readonly invited: number | null;
	readonly responses: number;
	readonly scale: string;
	readonly statistic: CellStatistic;
	/** Respondents behind the figure; null where it is withheld. */
	readonly n: number | null;
	/** Null where it is withheld. */
	readonly value: number | null;
	/** The unrounded figure lies within half a step of the value; null where it is withheld or a bound. */
	readonly step: number | null;
	readonly status: (typeof rowStatuses)[keyof typeof rowStatuses];
};

/**
 * One row for each figure of a release, shown or withheld, group by group in the order of the release. Only a published release
 * can be given, and nothing is computed from it: the rows say what `release show` says.
 */
export function releaseRows(release: Publishable<Release>): readonly ReleaseRow[] {
	return release.groups.flatMap((group): readonly ReleaseRow[] => {
		const place = {
			group: group.id,
			groupName: group.name,
			path: group.path.join(' > '),
			kind: group.kind,
			parent: group.parent ?? '',
			dimension: group.dimension ?? '',
			category: group.category ?? '',
			invited: group.invited,
			responses: group.responses
		};
		const shown = group.cells.map((cell) => ({
			...place,
			scale: cell.scale,
			statistic: cell.statistic,
			n: cell.n,
			value: cell.value,
			step: cell.bound === undefined ? cell.step : null,
			status:
				cell.bound === undefined
					? rowStatuses.shown
					: cell.bound === 'at-most'
						? rowStatuses.atMost
						: rowStatuses.atLeast
		}));
		const withheld = group.withheld.map(({ scale, statistic }) => ({
			...place,
			...{ scale, statistic, n: null, value: null, step: null, status: rowStatuses.withheld }
		}));
		return [...shown, ...withheld];
	});
}
