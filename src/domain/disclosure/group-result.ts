// What a page shows of one group: its released figures beside the organisation's, and the way up and down.
import { meanInterval } from '#domain/statistics/mean-interval.ts';
import type { Interval } from '#domain/statistics/mean-interval.ts';
import { groupEstimate } from './group-estimate.ts';
import type { GroupEstimate } from './group-estimate.ts';
import { markPublishable } from './mark-publishable.ts';
import type { Publishable } from './publishable.ts';
import type { CellStatistic, Release, ReleasedCell, ReleasedGroup, ReleaseScale } from './release.ts';

export type GroupSummary = Omit<ReleasedGroup, 'cells' | 'withheld'>;

/** One scale in one group; null is a figure that is not shown. */
export type ScaleResult = {
	readonly scale: string;
	readonly mean: ReleasedCell | null;
	/** Where the mean of such a group would lie, at 95 %; null without a rounded mean or the organisation's spread. */
	readonly interval: Interval | null;
	/** The mean drawn towards the parent's, as far as the few answers leave doubt: what a page shows first. */
	readonly estimate: GroupEstimate | null;
	readonly parentMean: ReleasedCell | null;
	readonly sd: ReleasedCell | null;
	readonly share: ReleasedCell | null;
	/** Of those who told: the shares who are reliably better and worse off than last time. */
	readonly better: ReleasedCell | null;
	readonly worse: ReleasedCell | null;
	readonly organisation: { readonly mean: ReleasedCell | null; readonly share: ReleasedCell | null };
};

export type GroupResult = {
	readonly round: string;
	readonly k: number;
	readonly group: GroupSummary;
	readonly organisation: GroupSummary;
	readonly parent: GroupSummary | null;
	readonly children: readonly GroupSummary[];
	/** Parts of the group whose leaders have something in common, such as their level. */
	readonly dimensions: readonly GroupSummary[];
	/** In the order of the release's scales. */
	readonly scales: readonly ScaleResult[];
};

/**
 * Collects what is shown of one group; null for an id that the release does not hold.
 *
 * The interval is computed from released figures only: mean ± t × the organisation's standard deviation / √n, with n − 1
 * degrees of freedom, narrowed by the finite population correction where the number invited is known, cut at the ends of
 * the scale (`meanInterval`). So is the estimate (`groupEstimate`). They are no protection and tell nothing that is not
 * shown.
 */
export function groupResult(release: Publishable<Release>, groupId: string): Publishable<GroupResult> | null {
	const group = release.groups.find((one) => one.id === groupId);
	const organisation = release.groups[0];
	if (group === undefined || organisation === undefined) return null;
	const parent = release.groups.find((one) => one.id === group.parent);
	return markPublishable({
		round: release.round,
		k: release.k,
		group: summaryOf(group),
		organisation: summaryOf(organisation),
		parent: parent === undefined ? null : summaryOf(parent),
		children: release.groups.filter((one) => one.parent === group.id && one.kind !== 'dimension').map(summaryOf),
		dimensions: release.groups.filter((one) => one.parent === group.id && one.kind === 'dimension').map(summaryOf),
		scales: release.scales.map((scale) => scaleResult({ scale, group, organisation, parent }))
	});
}

/** The same without the parts of the group that a reader may not open. */
export function resultWithin(
	result: Publishable<GroupResult>,
	readable: ReadonlySet<string>
): Publishable<GroupResult> {
	return markPublishable({
		...result,
		children: result.children.filter(({ id }) => readable.has(id)),
		dimensions: result.dimensions.filter(({ id }) => readable.has(id))
	});
}

/** The released group that is a unit's result: the smallest one that contains all of the unit; null where none does. */
export function groupOfUnit(release: Publishable<Release>, unitId: string): string | null {
	return release.groups.find((group) => group.units.includes(unitId))?.id ?? null;
}

/** The released group in which a reporting group's answers are shown. */
export function groupOfReportingGroup(release: Publishable<Release>, reportingGroupId: string): string | null {
	const holds = (group: ReleasedGroup) => group.kind === 'leaf' && group.reportingGroups.includes(reportingGroupId);
	return release.groups.find(holds)?.id ?? null;
}

export function summaryOf(group: ReleasedGroup): GroupSummary {
	const { cells: _cells, withheld: _withheld, ...summary } = group;
	return summary;
}

export function cellOf(group: ReleasedGroup, scale: string, statistic: CellStatistic): ReleasedCell | null {
	return group.cells.find((cell) => cell.scale === scale && cell.statistic === statistic) ?? null;
}

function scaleResult(from: {
	readonly scale: ReleaseScale;
	readonly group: ReleasedGroup;
	readonly organisation: ReleasedGroup;
	readonly parent: ReleasedGroup | undefined;
}): ScaleResult {
	const { scale, group, organisation, parent } = from;
	const mean = cellOf(group, scale.id, 'mean');
	const parentMean = parent === undefined ? null : cellOf(parent, scale.id, 'mean');
	const organisationSd = cellOf(organisation, scale.id, 'sd');
	const organisationIcc1 = cellOf(organisation, scale.id, 'icc1');
	return {
		scale: scale.id,
		mean,
		interval: intervalAround(mean, organisationSd, scale, group.invited),
		estimate: groupEstimate({ scale, mean, parentMean, organisationSd, organisationIcc1 }),
		parentMean,
		sd: cellOf(group, scale.id, 'sd'),
		share: cellOf(group, scale.id, 'share'),
		better: cellOf(group, scale.id, 'better'),
		worse: cellOf(group, scale.id, 'worse'),
		organisation: {
			mean: cellOf(organisation, scale.id, 'mean'),
			share: cellOf(organisation, scale.id, 'share')
		}
	};
}

function intervalAround(
	mean: ReleasedCell | null,
	spread: ReleasedCell | null,
	scale: ReleaseScale,
	invited: number | null
): Interval | null {
	if (mean === null || mean.bound !== undefined || spread === null) return null;
	const interval = meanInterval({
		mean: mean.value,
		standardDeviation: spread.value,
		count: mean.n,
		...(invited !== null && invited >= mean.n ? { populationSize: invited } : {})
	});
	if (interval === null) return null;
	return { low: Math.max(scale.minimum, interval.low), high: Math.min(scale.maximum, interval.high) };
}
