// The attack on one scale of everything that was shown: which small sets follow, and how narrowly a score is bounded.
import { auditBounds, auditChanges } from './audit-bounds.ts';
import { sumRange } from './audit-nodes.ts';
import type { BoundBreach, BoundNode } from './audit-nodes.ts';
import { areDisjointSets, findForInsiders, findImplied } from './audit-implied.ts';
import { nestingOf } from './audit-nesting.ts';
import type { GroupNesting } from './audit-nesting.ts';
import { auditByProgramme, auditChangesByProgramme, classSizes } from './audit-programme.ts';
import type { ShownSet } from './audit-programme.ts';
import { leastFor } from './audit-thresholds.ts';
import type { AuditSystem } from './audit-system.ts';
import { reduceSets } from './derive-sets.ts';
import type { CellStatistic, ReleasedCell, ReleaseScale } from './release.ts';
import type { ReleaseBreach } from './release-breach.ts';
import type { SolveLinearProgramme } from './solve-linear-programme.ts';

export type Attack = {
	readonly system: AuditSystem;
	/** Patterns of shown sets that hold: scales that everybody answered share one. */
	readonly patterns: Set<string>;
	/** The last nesting of each family of cells, and of what: the next scale's is often the same. */
	readonly nestings: Map<Family, { readonly key: string; readonly nesting: GroupNesting }>;
	readonly count: { derivedSets: number; overlappingScales: number };
};

/** Scores and changes have an n each. */
type Family = 'scores' | 'changes';
type ScaleSets = readonly ShownSet[];

/** All that is found on one scale; counts what it tried. `solve` is asked only where groups overlap. */
export function attackScale(
	attack: Attack,
	scale: ReleaseScale,
	solve: SolveLinearProgramme | undefined
): ReleaseBreach[] {
	const sets = setsOn(attack.system, scale);
	return [...attackLinear(attack, scale, sets), ...attackBounds(attack, scale, sets, solve)];
}

/** Every scale that is shown. Scales of one id with another range are other scales; a grain counts where all agree. */
export function scalesOf({ groups }: AuditSystem): ReleaseScale[] {
	const scales = new Map<string, ReleaseScale>();
	for (const own of new Set(groups.map((group) => group.scales))) {
		for (const scale of own.values()) {
			const key = [scale.id, scale.minimum, scale.maximum].join(' ');
			const known = scales.get(key);
			if (known === undefined) scales.set(key, scale);
			else if (known.grain !== scale.grain) scales.set(key, withoutGrain(known));
		}
	}
	return [...scales.values()];
}

/** The cells of one scale by group. */
function setsOn({ groups, classesOf }: AuditSystem, { id, minimum, maximum }: ReleaseScale): ScaleSets {
	const sets: ShownSet[] = [];
	groups.forEach((group, place) => {
		const scale = group.scales.get(id);
		if (scale?.minimum !== minimum || scale.maximum !== maximum || classesOf[place]!.length === 0) return;
		const cells: CellsOf = {};
		for (const cell of group.cells) {
			if (cell.scale !== id) continue;
			cells[cell.statistic] = cell;
		}
		const n = (cells.mean ?? cells.sd ?? cells.share ?? cells.better ?? cells.worse)?.n;
		if (n !== undefined) sets.push({ group: place, n, classes: classesOf[place]!, cells });
	});
	return sets;
}

function withoutGrain({ grain: _grain, ...scale }: ReleaseScale): ReleaseScale {
	return scale;
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
	if (patterns.has(pattern)) return [];
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
		patterns.add(pattern);
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
	const families: readonly (readonly [Family, ScaleSets])[] = [
		['scores', scored],
		['changes', told]
	];
	const found = families.flatMap(([name, family]): (SmallSet | BoundBreach)[] => {
		if (family.length === 0) return [];
		const nesting = nestingOfSets(attack, name, family);
		const isScores = name === 'scores';
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

function nestingOfSets({ system, nestings }: Attack, family: Family, sets: ScaleSets): GroupNesting {
	const places = sets.map(({ group }) => group);
	const key = places.join();
	const last = nestings.get(family);
	if (last?.key === key) return last.nesting;
	const nesting = nestingOf(places, system.classesOf);
	nestings.set(family, { key, nesting });
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
