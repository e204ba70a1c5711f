// Our own attack on a release, from its published cells and the roster alone. See docs/disclosure.md for its limits.
import { auditBounds, isPinnedAlone } from './audit-bounds.ts';
import type { BoundNode } from './audit-bounds.ts';
import { auditSets } from './audit-sets.ts';
import type { AuditRoster, AuditSets } from './audit-sets.ts';
import { deriveSets } from './derive-sets.ts';
import type { CellStatistic, Release, ReleasedCell, ReleasedGroup, ReleaseScale } from './release.ts';

/** Fewest respondents behind a standard deviation or a share, whatever k is. */
const LEAST_FOR_DETAIL = 20;
const LEAST_FOR_ORGANISATION = 100;

export type ReleaseBreach = {
	/**
	 * `small-set`: figures of fewer people than allowed are shown or can be derived; `pinned`: somebody's score is bounded
	 * to less than half of the scale; `settled`: shares tell of all in a set whether they are strained; `extreme-share`: a
	 * share of 0 or 100 %; `overlap`: groups that overlap without one holding the other, so that this audit proves nothing;
	 * `counts`: groups or counts that do not fit the roster; `contradiction`: cells that cannot all be true.
	 */
	readonly kind: 'small-set' | 'pinned' | 'settled' | 'extreme-share' | 'overlap' | 'counts' | 'contradiction';
	/** The group in which it shows. */
	readonly group: string;
	readonly scale: string | null;
	readonly statistic: CellStatistic | null;
	/** How many people it concerns. */
	readonly n: number;
};

export type AuditOutcome =
	| {
			readonly kind: 'holds';
			/** What was tried: released groups, cells, and sets derived from them. */
			readonly checked: { readonly groups: number; readonly cells: number; readonly derivedSets: number };
	  }
	| { readonly kind: 'breach'; readonly breaches: readonly ReleaseBreach[] };

/**
 * Attacks a release: the intruder knows the roster, every reporting group's response count and all published cells.
 *
 * Linear: row reduction over each scale's cells must give no set of 0 < n < k respondents (20 for standard deviations
 * and shares), by the scale's own n. Bounds: nobody's score may be bounded to less than half of the scale. Independent of
 * how the cells were made: groups are read from the roster, never from the release's own parents or counts.
 */
export function auditRelease(input: { readonly release: Release; readonly roster: AuditRoster }): AuditOutcome {
	const { release } = input;
	const sets = auditSets(release, input.roster);
	const scales = new Map(release.scales.map((scale) => [scale.id, scale]));
	const breaches = countBreaches(release, sets);
	for (const group of release.groups) breaches.push(...cellBreaches(group, release, scales));
	const cellsOf = cellsByScale(release);
	const patterns: Pattern[] = [];
	for (const scale of release.scales) {
		const cells = cellsOf.get(scale.id) ?? [];
		for (const statistic of ['mean', 'sd', 'share'] as const) {
			breaches.push(...smallSets(release, sets, scale, statistic, cells, patterns));
		}
		if (sets.overlaps.length > 0) continue;
		for (const found of auditBounds(forestOf(cells, sets), scale)) {
			breaches.push({ ...found, group: release.groups[found.group]!.id, scale: scale.id, statistic: null });
		}
	}
	if (breaches.length > 0) return { kind: 'breach', breaches };
	const cells = release.groups.reduce((sum, group) => sum + group.cells.length, 0);
	const derivedSets = patterns.reduce((sum, pattern) => sum + pattern.derivedSets, 0);
	return { kind: 'holds', checked: { groups: release.groups.length, cells, derivedSets } };
}

function countBreaches(release: Release, sets: AuditSets): ReleaseBreach[] {
	const breaches: ReleaseBreach[] = [];
	const add = (kind: ReleaseBreach['kind'], place: number, n: number): void => {
		breaches.push({ kind, group: release.groups[place]!.id, scale: null, statistic: null, n });
	};
	for (const place of sets.unknown) add('counts', place, release.groups[place]!.responses);
	release.groups.forEach((group, place) => {
		if (group.responses !== sets.responsesOf[place]) add('counts', place, group.responses);
		if (group.responses < release.k && group.cells.length > 0) add('small-set', place, group.responses);
	});
	for (const [place] of sets.overlaps) add('overlap', place, release.groups[place]!.responses);
	return breaches;
}

/** What one cell alone gives away. */
function cellBreaches(
	group: ReleasedGroup,
	release: Release,
	scales: ReadonlyMap<string, ReleaseScale>
): ReleaseBreach[] {
	return group.cells.flatMap((cell) => {
		const found = (kind: ReleaseBreach['kind']): ReleaseBreach[] => [
			{ kind, group: group.id, scale: cell.scale, statistic: cell.statistic, n: cell.n }
		];
		if (cell.n > group.responses || !(cell.step > 0) || !Number.isFinite(cell.value)) return found('contradiction');
		if (cell.n < leastFor(cell.statistic, release.k)) return found('small-set');
		if (cell.statistic === 'share' && (cell.value <= 0 || cell.value >= 1)) return found('extreme-share');
		const scale = scales.get(cell.scale);
		return cell.statistic === 'mean' && scale !== undefined && isPinnedAlone(cell, scale) ? found('pinned') : [];
	});
}

function leastFor(statistic: CellStatistic, k: number): number {
	if (statistic === 'mean') return k;
	return statistic === 'sd' || statistic === 'share' ? Math.max(k, LEAST_FOR_DETAIL) : LEAST_FOR_ORGANISATION;
}

/** The cells of one group on one scale, by the group's place. */
type GroupCells = { readonly group: number; readonly cells: Partial<Record<CellStatistic, ReleasedCell>> };

function cellsByScale(release: Release): Map<string, GroupCells[]> {
	const byScale = new Map<string, GroupCells[]>(release.scales.map((scale) => [scale.id, []]));
	release.groups.forEach((group, place) => {
		for (const cell of group.cells) {
			const list = byScale.get(cell.scale);
			if (list === undefined) continue;
			if (list.at(-1)?.group !== place) list.push({ group: place, cells: {} });
			list.at(-1)!.cells[cell.statistic] = cell;
		}
	});
	return byScale;
}

/** What is shown of one statistic on one scale, once it was found to hold. */
type Pattern = { readonly shown: Int32Array; readonly derivedSets: number };

function smallSets(
	release: Release,
	sets: AuditSets,
	scale: ReleaseScale,
	statistic: 'mean' | 'sd' | 'share',
	cells: readonly GroupCells[],
	/** Patterns that hold, with the number of sets derived: scales that everybody answered share one. */
	known: Pattern[]
): ReleaseBreach[] {
	const published = cells.flatMap(({ group, cells: own }) => {
		const cell = own[statistic];
		return cell === undefined ? [] : [{ group, classes: sets.classesOf[group]!, n: cell.n }];
	});
	const least = leastFor(statistic, release.k);
	const shown = Int32Array.from([least, ...published.flatMap(({ group, n }) => [group, n])]);
	const isKnown = ({ shown: other }: Pattern): boolean =>
		other.length === shown.length && other.every((value, i) => value === shown[i]);
	if (known.some(isKnown)) return [];
	const derived = deriveSets(published);
	const small = derived.filter(({ classes, n }) => n !== 0 && (n < least || classes.length === 0));
	if (small.length === 0) known.push({ shown, derivedSets: derived.length });
	return small.map(({ group, classes, n }) => {
		const kind = n < 0 || classes.length === 0 ? 'contradiction' : 'small-set';
		return { kind, group: release.groups[group]!.id, scale: scale.id, statistic, n };
	});
}

/** Groups with a cell on the scale, each under the smallest that contains it. */
function forestOf(cells: readonly GroupCells[], sets: AuditSets): BoundNode[] {
	const nodes = new Map<number, BoundNode>();
	for (const { group, cells: own } of cells) {
		const n = (own.mean ?? own.sd ?? own.share)?.n;
		if (n !== undefined) nodes.set(group, { group, n, ...own, parts: [] });
	}
	const roots: BoundNode[] = [];
	for (const group of sets.fromLargest) {
		const node = nodes.get(group);
		if (node === undefined) continue;
		let container = sets.containerOf[group]!;
		while (container >= 0 && !nodes.has(container)) container = sets.containerOf[container]!;
		const above = nodes.get(container);
		if (above === undefined) roots.push(node);
		else above.parts.push(node);
	}
	return roots;
}
