// The engine: one closed round in, the one set of figures out that every page reads. See docs/disclosure.md.
import { auditRelease } from './audit-release.ts';
import type { ReleaseBreach } from './audit-release.ts';
import { dimensionGroups } from './dimension-groups.ts';
import type { PublishedMeans } from './dimension-groups.ts';
import { buildGroupTree } from './group-tree.ts';
import type { GroupNode, GroupTree, ReleaseReportingGroup, ReleaseUnit } from './group-tree.ts';
import { markPublishable } from './mark-publishable.ts';
import { shownInvited } from './participation.ts';
import { countChanges, protectChanges } from './protect-changes.ts';
import type { ChangeCounts } from './protect-changes.ts';
import { protectMeans } from './protect-means.ts';
import type { ProtectedMeans } from './protect-means.ts';
import { LEAST_FOR_SHARE, protectShares, shownShare } from './protect-shares.ts';
import { LEAST_FOR_SPREAD, protectSpread } from './protect-spread.ts';
import type { Publishable } from './publishable.ts';
import type { OrganisationStatistic, Release, ReleasedCell, ReleaseScale, WithheldCell } from './release.ts';
import { roundingStep, roundTo } from './rounding.ts';
import { scaleMoments } from './scale-moments.ts';
import type { ScaleMoments } from './scale-moments.ts';

export const ENGINE = 'tree-4';
export const DEFAULT_K = 5;
/** Below this, a lone respondent who subtracts the own score would face a single other. */
const LEAST_K = 3;
/** Figures of the whole organisation are shown from this many respondents on … */
export const LEAST_FOR_ORGANISATION = 100;
/** … and those that compare groups from this many leaves on. */
export const LEAST_LEAVES_TO_COMPARE = 10;
const ORGANISATION_STEP = 0.01;
/** Beyond this, figures of agreement say that whole groups answered alike, and their means would say what. */
const MOST_AGREEMENT: Partial<Record<OrganisationStatistic, number>> = { icc1: 0.9, rwgj: 0.95 };

export type ReleaseInput = {
	readonly roundId: string;
	readonly k?: number;
	readonly units: readonly ReleaseUnit[];
	readonly reportingGroups: readonly ReleaseReportingGroup[];
	readonly scales: readonly ReleaseScale[];
	/** Place in `reportingGroups`, by respondent. */
	readonly groupOfRespondent: Int32Array;
	/** Respondents × scales, row by row; NaN where there is no score. */
	readonly scores: Float64Array;
	/** Respondents × scales: 1 better, 0 unchanged, -1 worse, `CHANGE_NOT_TOLD`; left out where nobody told. */
	readonly changes?: Int8Array;
	/** Unrounded figures of the whole organisation. */
	readonly organisationStatistics?: readonly {
		readonly scale: string;
		readonly statistic: OrganisationStatistic;
		readonly n: number;
		readonly value: number;
	}[];
};

export type ReleaseOutcome =
	| { readonly kind: 'release'; readonly release: Publishable<Release> }
	| { readonly kind: 'breach'; readonly breaches: readonly ReleaseBreach[] }
	| { readonly kind: 'too-few'; readonly responses: number; readonly threshold: number };

/**
 * Makes the published set of a closed round, and attacks it before it is handed out.
 *
 * Reporting groups with fewer than `k` responses (default 5) are pooled with named neighbours; units that are exact
 * unions of the resulting leaves are added. Means, standard deviations and shares are rounded, clamped or withheld as
 * `protectMeans`, `protectSpread`, `protectShares` and `protectChanges` say, and the number invited as `shownInvited`
 * does; `dimensionGroups` adds what follows from the published means; then `auditRelease` must hold.
 *
 * Missing scores leave the scale's n smaller than the group's: every rule holds by scale. Returns `too-few` where the
 * whole round has fewer than `k` responses, `breach` where the audit finds something (an error in this engine).
 * Throws RangeError for input that does not fit together, scores out of range, or a `k` below 3.
 */
export function buildRelease(input: ReleaseInput): ReleaseOutcome {
	const k = input.k ?? DEFAULT_K;
	checkInput(input, k);
	const responses = new Int32Array(input.reportingGroups.length);
	for (const group of input.groupOfRespondent) responses[group]! += 1;
	const tree = buildGroupTree({ units: input.units, reportingGroups: input.reportingGroups, responses, k });
	if (tree === null) return { kind: 'too-few', responses: input.groupOfRespondent.length, threshold: k };

	const leafOf = input.groupOfRespondent.map((group) => tree.leafOf[group]!);
	const cells: ReleasedCell[][] = tree.groups.map(() => []);
	const withheld: WithheldCell[][] = tree.groups.map(() => []);
	const columns = input.scales.length;
	const published: PublishedMeans[] = [];
	input.scales.forEach((scale, column) => {
		const moments = scaleMoments({ tree, leafOf, scores: input.scores, column, columns, scale });
		const means = protectMeans({ tree, moments, minimum: scale.minimum, k });
		published.push({ scale, counts: moments.counts, cells: addMeans(cells, withheld, { scale, moments, means }) });
		addSpread(cells, withheld, { tree, scale, moments, means });
		addShares(cells, withheld, { tree, scale, moments, means });
		const { changes } = input;
		if (changes === undefined) return;
		addChanges(cells, withheld, { tree, scale, k, counts: countChanges({ tree, leafOf, changes, column, columns }) });
	});
	cells[0]!.push(...organisationCells(input, tree));

	const invited = shownInvited(tree, k);
	const groups = tree.groups.map((group, place) => ({
		...group,
		invited: invited[place]!,
		parent: tree.parentOf[place]! < 0 ? null : tree.groups[tree.parentOf[place]!]!.id,
		cells: cells[place]!,
		withheld: withheld[place]!
	}));
	const release: Release = {
		engine: ENGINE,
		round: input.roundId,
		k,
		scales: input.scales,
		groups: [...groups, ...dimensionGroups({ tree, reportingGroups: input.reportingGroups, means: published })]
	};
	const roster = {
		units: input.units,
		reportingGroups: input.reportingGroups.map((group, place) => ({ ...group, responses: responses[place]! }))
	};
	const audit = auditRelease({ release, roster });
	if (audit.kind === 'breach') return { kind: 'breach', breaches: audit.breaches };
	return { kind: 'release', release: markPublishable(release) };
}

type ScaleFigures = { readonly scale: ReleaseScale; readonly moments: ScaleMoments; readonly means: ProtectedMeans };
type ScaleFiguresInTree = ScaleFigures & { readonly tree: GroupTree };

/** Returns what it shows, by place. */
function addMeans(cells: ReleasedCell[][], withheld: WithheldCell[][], figures: ScaleFigures): (ReleasedCell | null)[] {
	const { scale, moments, means } = figures;
	return cells.map((list, place) => {
		if (means.shown.shown[place] === 0) {
			withheld[place]!.push({ scale: scale.id, statistic: 'mean' });
			return null;
		}
		const cell: ReleasedCell = {
			scale: scale.id,
			statistic: 'mean',
			n: moments.counts[place]!,
			value: means.values[place]!,
			step: means.steps[place]!,
			...boundOf(means.bounds[place]!)
		};
		list.push(cell);
		return cell;
	});
}

function addSpread(cells: ReleasedCell[][], withheld: WithheldCell[][], figures: ScaleFiguresInTree): void {
	const { tree, scale, moments } = figures;
	const shown = protectSpread(figures);
	const step = roundingStep(moments.range);
	tree.groups.forEach((group, place) => {
		const n = moments.counts[place]!;
		if (shown[place] === 1) {
			const value = roundTo(Math.sqrt(moments.spread[place]! / (n - 1)), step);
			cells[place]!.push({ scale: scale.id, statistic: 'sd', n, value, step });
		} else if (group.responses >= LEAST_FOR_SPREAD) withheld[place]!.push({ scale: scale.id, statistic: 'sd' });
	});
}

function addShares(cells: ReleasedCell[][], withheld: WithheldCell[][], figures: ScaleFiguresInTree): void {
	const { tree, scale, moments } = figures;
	if (scale.strainedAt === undefined) return;
	const shown = protectShares(figures);
	tree.groups.forEach((group, place) => {
		const n = moments.counts[place]!;
		if (shown[place] === 1) {
			const { value, step, bound } = shownShare(moments.strained[place]!, n);
			cells[place]!.push({ scale: scale.id, statistic: 'share', n, value, step, ...boundOf(bound) });
		} else if (group.responses >= LEAST_FOR_SHARE) withheld[place]!.push({ scale: scale.id, statistic: 'share' });
	});
}

function addChanges(
	cells: ReleasedCell[][],
	withheld: WithheldCell[][],
	figures: { readonly tree: GroupTree; readonly scale: ReleaseScale; readonly counts: ChangeCounts; readonly k: number }
): void {
	const { tree, scale, counts, k } = figures;
	if (counts.told.every((told) => told === 0)) return;
	const shown = protectChanges({ tree, counts, k });
	tree.groups.forEach((group, place) => {
		const n = counts.told[place]!;
		for (const statistic of ['better', 'worse'] as const) {
			if (shown[place] === 1) {
				const { value, step, bound } = shownShare(counts[statistic][place]!, n);
				cells[place]!.push({ scale: scale.id, statistic, n, value, step, ...boundOf(bound) });
			} else if (group.responses >= LEAST_FOR_SHARE) withheld[place]!.push({ scale: scale.id, statistic });
		}
	});
}

function boundOf(side: number): Pick<ReleasedCell, 'bound'> {
	if (side === 0) return {};
	return { bound: side < 0 ? 'at-most' : 'at-least' };
}

function organisationCells(input: ReleaseInput, tree: GroupTree): ReleasedCell[] {
	const leaves = tree.groups.filter((group: GroupNode) => group.kind === 'leaf').length;
	const given = input.organisationStatistics ?? [];
	const isTelling = (scale: string): boolean =>
		given.some((one) => one.scale === scale && one.value > (MOST_AGREEMENT[one.statistic] ?? Infinity));
	return given.flatMap(({ scale, statistic, n, value }) => {
		const comparesGroups = statistic === 'icc1' || statistic === 'icc2' || statistic === 'rwgj';
		if (!Number.isFinite(value) || n < LEAST_FOR_ORGANISATION) return [];
		if (comparesGroups && (leaves < LEAST_LEAVES_TO_COMPARE || isTelling(scale))) return [];
		return [{ scale, statistic, n, value: roundTo(value, ORGANISATION_STEP), step: ORGANISATION_STEP }];
	});
}

function checkInput(input: ReleaseInput, k: number): void {
	const { scales, groupOfRespondent, scores, reportingGroups } = input;
	if (!Number.isInteger(k) || k < LEAST_K) throw new RangeError(`k must be a whole number from ${LEAST_K}`);
	if (scores.length !== groupOfRespondent.length * scales.length) throw new RangeError('Scores do not fit respondents');
	if (input.changes !== undefined && input.changes.length !== scores.length) {
		throw new RangeError('Changes do not fit respondents');
	}
	if (groupOfRespondent.some((group) => group < 0 || group >= reportingGroups.length)) {
		throw new RangeError('A respondent belongs to no reporting group');
	}
	if (new Set(scales.map((scale) => scale.id)).size < scales.length) throw new RangeError('Two scales have one id');
	for (const { id, minimum, maximum, strainedAt } of scales) {
		if (!(minimum < maximum)) throw new RangeError(`Scale "${id}" has no range`);
		if (strainedAt !== undefined && !(strainedAt.cut > minimum && strainedAt.cut < maximum)) {
			throw new RangeError(`The cut of scale "${id}" lies outside its range`);
		}
	}
}
