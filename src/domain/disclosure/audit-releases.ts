// Our own attack on everything that was shown of one organisation, from published cells and rosters alone. See
// docs/disclosure.md for what it proves and for its limits. It imports nothing that made the cells.
import { auditBounds, auditChanges, isPinnedAlone, sumRange } from './audit-bounds.ts';
import type { BoundBreach, BoundNode } from './audit-bounds.ts';
import { areDisjointSets, findForInsiders, findImplied } from './audit-implied.ts';
import { nestingOf } from './audit-nesting.ts';
import type { GroupNesting } from './audit-nesting.ts';
import { auditByProgramme, auditChangesByProgramme, classSizes } from './audit-programme.ts';
import type { ShownSet } from './audit-programme.ts';
import { auditSystems } from './audit-system.ts';
import type { AuditedRelease, AuditSystem, PooledView, SystemGroup } from './audit-system.ts';
import { reduceSets } from './derive-sets.ts';
import type { CellStatistic, ReleasedCell, ReleaseScale } from './release.ts';
import type { SolveLinearProgramme } from './solve-linear-programme.ts';

/** Fewest respondents behind a standard deviation or a share, whatever k is. */
const LEAST_FOR_DETAIL = 20;
const LEAST_FOR_ORGANISATION = 100;

export type ReleaseBreach = {
	/**
	 * `small-set`: figures of fewer people than allowed are shown or can be derived; `insider`: they can by a lone respondent
	 * who subtracts the own score; `pinned`: somebody's score is bounded to less than half of the scale; `settled`: shares
	 * tell of all in a set where they belong; `extreme-share`: a share of 0 or 100 %; `overlap`: groups that overlap so that
	 * nothing is proved without a solver, or not within its limits; `counts`: groups or counts that do not fit the roster;
	 * `contradiction`: cells that cannot all be true.
	 */
	readonly kind:
		'small-set' | 'insider' | 'pinned' | 'settled' | 'extreme-share' | 'overlap' | 'counts' | 'contradiction';
	/** The round, or the view over several, and the group in which it shows. */
	readonly round: string;
	readonly group: string;
	readonly scale: string | null;
	readonly statistic: CellStatistic | null;
	/** How many people it concerns. */
	readonly n: number;
};

/** What was tried. */
export type AuditChecked = {
	readonly releases: number;
	readonly groups: number;
	readonly cells: number;
	/** Sets that span everything derivable, over all scales and statistics; the same pattern is counted once. */
	readonly derivedSets: number;
	/** Scales on which groups overlap, so that linear programmes were solved; programmes solved. */
	readonly overlappingScales: number;
	readonly programmes: number;
};

export type AuditOutcome =
	| { readonly kind: 'holds'; readonly checked: AuditChecked }
	| { readonly kind: 'breach'; readonly breaches: readonly ReleaseBreach[]; readonly checked: AuditChecked };

export type AuditInput = {
	readonly releases: readonly AuditedRelease[];
	readonly views?: readonly PooledView[];
	/** Needed only where groups overlap without one holding the other and say more than their parts. */
	readonly solve?: SolveLinearProgramme;
};

/**
 * Attacks releases as one system: the intruder knows the rosters, every reporting group's response count and all cells.
 *
 * Unknown are the scores of every (round, reporting group), so releases of one round share them, and so do rounds that a
 * pooled view joins. Linear: no set of 0 < n < k respondents (20 for standard deviations and shares) may follow, by the
 * scale's own n, nor of fewer than k − 1 others for a lone respondent. Bounds: nobody's score may be bounded to less than
 * half of the scale, or a fifth for a respondent who subtracts the own. Nested groups are bounded exactly without a
 * solver; cells that say no more than the smallest shown groups in them are left aside first; else `solve` is asked.
 */
export function auditReleases(input: AuditInput): AuditOutcome {
	const breaches: ReleaseBreach[] = [];
	const count = { groups: 0, cells: 0, derivedSets: 0, overlappingScales: 0, programmes: 0 };
	const { solve } = input;
	const counted: SolveLinearProgramme | undefined =
		solve === undefined ? undefined : (programme) => ((count.programmes += 1), solve(programme));
	for (const system of auditSystems(input.releases, input.views ?? [])) {
		count.groups += system.groups.length;
		count.cells += system.groups.reduce((sum, group) => sum + group.cells.length, 0);
		breaches.push(...countBreaches(system));
		for (const group of system.groups) breaches.push(...cellBreaches(group, system.k));
		const attack: Attack = { system, patterns: new Map(), nestings: new Map(), count };
		for (const [scale, sets] of setsByScale(system)) {
			breaches.push(...attackLinear(attack, scale, sets), ...attackBounds(attack, scale, sets, counted));
		}
	}
	const checked = { releases: input.releases.length, ...count };
	return breaches.length > 0 ? { kind: 'breach', breaches, checked } : { kind: 'holds', checked };
}

type Attack = {
	readonly system: AuditSystem;
	/** What was found of a pattern of shown sets: scales that everybody answered share one. */
	readonly patterns: Map<string, readonly Pick<ReleaseBreach, 'kind' | 'n'>[] | 'holds'>;
	readonly nestings: Map<string, GroupNesting>;
	readonly count: { derivedSets: number; overlappingScales: number };
};

function countBreaches({ groups, classesOf, responsesOf, k }: AuditSystem): ReleaseBreach[] {
	return groups.flatMap(({ round, id, responses, cells }, place) => {
		const found: ReleaseBreach[] = [];
		const add = (kind: ReleaseBreach['kind']): void => {
			found.push({ kind, round, group: id, scale: null, statistic: null, n: responses });
		};
		if (classesOf[place]!.length === 0 || responses !== responsesOf[place]) add('counts');
		if (responses < k && cells.length > 0) add('small-set');
		return found;
	});
}

/** What one cell alone gives away. */
function cellBreaches(group: SystemGroup, k: number): ReleaseBreach[] {
	return group.cells.flatMap((cell) => {
		const found = (kind: ReleaseBreach['kind']): ReleaseBreach[] => [
			{ kind, round: group.round, group: group.id, scale: cell.scale, statistic: cell.statistic, n: cell.n }
		];
		if (cell.n > group.responses || !(cell.step > 0) || !Number.isFinite(cell.value)) return found('contradiction');
		if (cell.n < leastFor(cell.statistic, k)) return found('small-set');
		if (isShare(cell.statistic) && (cell.value <= 0 || cell.value >= 1)) return found('extreme-share');
		const scale = group.scales.get(cell.scale);
		if (scale === undefined) return found('contradiction');
		return cell.statistic === 'mean' && isPinnedAlone(cell, scale) ? found('pinned') : [];
	});
}

function isShare(statistic: CellStatistic): boolean {
	return statistic === 'share' || statistic === 'better' || statistic === 'worse';
}

function leastFor(statistic: CellStatistic, k: number): number {
	if (statistic === 'mean') return k;
	return statistic === 'sd' || isShare(statistic) ? Math.max(k, LEAST_FOR_DETAIL) : LEAST_FOR_ORGANISATION;
}

type ScaleSets = readonly (ShownSet & { readonly group: number })[];

/** The cells of each scale by group. Scales of one id with another range or grain are other scales. */
function setsByScale({ groups, classesOf }: AuditSystem): Map<ReleaseScale, ScaleSets> {
	const scales = new Map<string, { scale: ReleaseScale; sets: (ShownSet & { cells: CellsOf })[] }>();
	groups.forEach((group, place) => {
		const own = new Map<string, CellsOf>();
		for (const cell of group.cells) {
			const cells = own.get(cell.scale) ?? {};
			cells[cell.statistic] = cell;
			own.set(cell.scale, cells);
		}
		for (const [id, cells] of own) {
			const scale = group.scales.get(id);
			const n = (cells.mean ?? cells.sd ?? cells.share ?? cells.better ?? cells.worse)?.n;
			if (scale === undefined || n === undefined || classesOf[place]!.length === 0) continue;
			const key = [id, scale.minimum, scale.maximum, scale.grain].join(' ');
			const list = scales.get(key) ?? { scale, sets: [] };
			scales.set(key, list);
			list.sets.push({ group: place, n, classes: classesOf[place]!, cells });
		}
	});
	return new Map([...scales.values()].map(({ scale, sets }) => [scale, sets]));
}

type CellsOf = Partial<Record<CellStatistic, ReleasedCell>>;

function attackLinear(attack: Attack, scale: ReleaseScale, sets: ScaleSets): ReleaseBreach[] {
	const { groups } = attack.system;
	return (['mean', 'sd', 'share', 'better', 'worse'] as const).flatMap((statistic) => {
		const published = sets.flatMap(({ group, classes, cells }) => {
			const cell = cells[statistic];
			return cell === undefined ? [] : [{ group, classes, n: cell.n, cells }];
		});
		if (published.length === 0) return [];
		return smallSets(attack, published, leastFor(statistic, attack.system.k)).map(({ kind, group, n }) => {
			const { round, id } = groups[group]!;
			return { kind, round, group: id, scale: scale.id, statistic, n };
		});
	});
}

type SmallSet = { readonly kind: ReleaseBreach['kind']; readonly group: number; readonly n: number };

function smallSets(attack: Attack, published: readonly ShownSet[], least: number): SmallSet[] {
	const { system, patterns, count } = attack;
	const pattern = `${least} ${published.map(({ group, n }) => `${group}:${n}`).join()}`;
	if (patterns.get(pattern) === 'holds') return [];
	const rows = reduceSets(published);
	const found: SmallSet[] = rows
		.filter((row) => row.classes.length === 0 || row.factors.every((factor) => factor === 1))
		.filter(({ classes, n }) => n !== 0 && (n < least || classes.length === 0))
		.map(({ group, classes, n }) => ({
			kind: n < 0 || classes.length === 0 ? 'contradiction' : 'small-set',
			group,
			n
		}));
	if (!areDisjointSets(rows)) {
		const sizes = classSizes(published, system.responsesOfClass);
		const search = findImplied(rows, sizes.least, least);
		const isKnown = (n: number) => found.some((one) => one.n === n);
		found.push(...search.sets.filter(({ n }) => !isKnown(n)).map((set) => ({ kind: 'small-set' as const, ...set })));
		const shownClasses = new Set(published.flatMap(({ classes }) => classes));
		const lone = [...shownClasses].filter((one) => system.responsesOfClass[one] === 1);
		const insiders = findForInsiders(published, sizes.least, { lone, least });
		found.push(...insiders.sets.filter(({ n }) => !isKnown(n)).map((set) => ({ kind: 'insider' as const, ...set })));
		if (!search.isComplete || !insiders.isComplete) {
			found.push({ kind: 'overlap', group: published[0]!.group, n: published[0]!.n });
		}
	}
	if (found.length === 0) {
		patterns.set(pattern, 'holds');
		count.derivedSets += rows.length;
	}
	return found;
}

function attackBounds(
	attack: Attack,
	scale: ReleaseScale,
	sets: ScaleSets,
	solve: SolveLinearProgramme | undefined
): ReleaseBreach[] {
	const { system, count } = attack;
	const scored = withoutRepetitions(
		sets.filter(({ cells }) => cells.mean ?? cells.sd ?? cells.share),
		scale
	);
	const told = sets.flatMap((set) => {
		const n = (set.cells.better ?? set.cells.worse)?.n;
		return n === undefined ? [] : [{ ...set, n }];
	});
	const responses = system.responsesOfClass;
	const found = [scored, told].flatMap((family): (SmallSet | BoundBreach)[] => {
		if (family.length === 0) return [];
		const nesting = nestingOfSets(attack, family);
		const isScores = family === scored;
		if (nesting.overlap === null) {
			const roots = forestOf(family, nesting);
			return isScores ? auditBounds(roots, scale) : auditChanges(roots);
		}
		if (solve === undefined) {
			const [group] = nesting.overlap;
			return [{ kind: 'overlap', group, n: system.responsesOf[group]! }];
		}
		count.overlappingScales += 1;
		return isScores
			? auditByProgramme(family, { scale, responses, solve })
			: auditChangesByProgramme(family, { responses, solve });
	});
	return found.map(({ kind, group, n }) => {
		const { round, id } = system.groups[group]!;
		return { kind, round, group: id, scale: scale.id, statistic: null, n };
	});
}

/**
 * Leaves out means that say no more than the means of the smallest shown groups, which make them up, say together:
 * whatever fits those fits these as well.
 */
function withoutRepetitions(sets: ScaleSets, scale: ReleaseScale): ScaleSets {
	const smallest = new Map<number, ShownSet>();
	const bySize = sets.toSorted((a, b) => a.classes.length - b.classes.length);
	for (const set of bySize) {
		if (set.classes.every((one) => !smallest.has(one))) for (const one of set.classes) smallest.set(one, set);
	}
	return sets.filter((set) => {
		const { mean, ...more } = set.cells;
		if (mean === undefined || more.sd !== undefined || more.share !== undefined) return true;
		const parts = new Set(set.classes.map((one) => smallest.get(one)));
		let n = 0;
		let size = 0;
		let low = 0;
		let high = 0;
		for (const part of parts) {
			if (part === undefined || part === set || part.cells.mean === undefined) return true;
			const range = sumRange({ n: part.n, mean: part.cells.mean }, scale);
			n += part.n;
			size += part.classes.length;
			low += range.low;
			high += range.high;
		}
		const own = sumRange({ n: set.n, mean }, scale);
		const isSaidAlready =
			n === set.n && size === set.classes.length && own.low <= low + 1e-6 && own.high >= high - 1e-6;
		return !isSaidAlready;
	});
}

function nestingOfSets({ system, nestings }: Attack, sets: ScaleSets): GroupNesting {
	const places = sets.map(({ group }) => group);
	const key = places.join();
	const nesting = nestings.get(key) ?? nestingOf(places, system.classesOf);
	nestings.set(key, nesting);
	return nesting;
}

/** Groups with a cell on the scale, each under the smallest that contains it. */
function forestOf(sets: ScaleSets, { containerOf, fromLargest }: GroupNesting): BoundNode[] {
	const nodes = new Map<number, BoundNode>(
		sets.map(({ group, n, cells }) => [group, { group, n, ...cells, parts: [] }])
	);
	const roots: BoundNode[] = [];
	for (const group of fromLargest) {
		const node = nodes.get(group)!;
		const container = containerOf.get(group);
		if (container === undefined) roots.push(node);
		else nodes.get(container)!.parts.push(node);
	}
	return roots;
}
