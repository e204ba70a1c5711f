// Bounds on people's scores where shown groups overlap in any way: linear programmes over the classes of respondents that
// no group separates, solved by whatever solver is handed in.
import { isPinned, isPinnedByShare, multiplesIn, stepsOf, strainedWithin } from './audit-arithmetic.ts';
import type { Range } from './audit-arithmetic.ts';
import { areChangesSettled } from './audit-bounds.ts';
import { countRange, sumRange } from './audit-nodes.ts';
import type { BoundBreach } from './audit-nodes.ts';
import { isPinnedBySpread } from './audit-spread.ts';
import type { CellStatistic, ReleasedCell, ReleaseScale } from './release.ts';
import type { ProgrammeRow, SolveLinearProgramme } from './solve-linear-programme.ts';

/** One scale's cells in a group, and the classes in it. */
export type ShownSet = {
	readonly group: number;
	readonly n: number;
	readonly classes: readonly number[];
	readonly cells: Partial<Record<CellStatistic, ReleasedCell>>;
};

/** Respondents of a class on the scale: between what the counts allow. */
export type ClassSizes = { readonly least: Int32Array; readonly most: Int32Array };

const DUST = 1e-6;

/**
 * How many of each class have a score, when all that is known is each group's n. `responses`: by class.
 * Nobody is missing where a group's n is its number of respondents.
 */
export function classSizes(sets: readonly ShownSet[], responses: Int32Array): ClassSizes {
	const missing = Float64Array.from(responses);
	for (const { classes, n } of sets) {
		const absent = classes.reduce((sum, one) => sum + responses[one]!, 0) - n;
		for (const one of classes) missing[one] = Math.min(missing[one]!, Math.max(0, absent));
	}
	return { least: responses.map((count, one) => count - missing[one]!), most: responses };
}

/**
 * Bounds the sums of every class by the means, and the counts by the shares, and tells whose are too narrow: see
 * `auditBounds`. A class's scores are free but for its sum, so nothing is lost by looking at one class at a time; that
 * only multiples of the grain are possible is used at the end only. Returns `contradiction` where nothing fits.
 */
export function auditByProgramme(
	sets: readonly ShownSet[],
	given: { readonly scale: ReleaseScale; readonly responses: Int32Array; readonly solve: SolveLinearProgramme }
): BoundBreach[] {
	const { scale, responses, solve } = given;
	const top = scale.maximum - scale.minimum;
	const sizes = classSizes(sets, responses);
	const scored = sets.filter(({ cells }) => cells.mean !== undefined);
	const means = boundClasses(scored, {
		capOf: (one) => sizes.most[one]! * top,
		rangeOf: ({ n, cells }) => sumRange({ n, ...(cells.mean === undefined ? {} : { mean: cells.mean }) }, scale),
		solve
	});
	if (means === null) return [{ kind: 'contradiction', group: sets[0]!.group, n: sets[0]!.n }];
	const breaches: BoundBreach[] = [];
	const sumOf = (one: number) => multiplesIn(means.exact(one), scale.grain ?? 0);
	for (const one of means.classes) {
		const n = sizes.least[one]!;
		const isOpen = n === 0 || !isPinned(n, means.atLeast(one), top);
		if (!isOpen || (scale.grain ?? 0) > 0) {
			if (n > 0 && isPinned(n, sumOf(one), top)) breaches.push({ kind: 'pinned', group: means.groupOf(one), n });
		}
	}
	for (const { group, n, cells } of sets) {
		const { mean, sd } = cells;
		if (mean === undefined || sd === undefined) continue;
		// The mean alone: what other groups say of the sum can only narrow it.
		const sum = sumRange({ n, mean }, scale);
		const seen = scale.strainedAt?.direction === 'at-most' ? { low: n * top - sum.high, high: n * top - sum.low } : sum;
		const strained = cells.share === undefined ? null : countRange(cells.share, n);
		if (isPinnedBySpread({ n, sum: seen, strained, sd }, scale)) breaches.push({ kind: 'pinned', group, n });
	}
	breaches.push(...sharesByProgramme(sets, { ...given, sizes, top, sumOf }));
	return breaches;
}

function sharesByProgramme(
	sets: readonly ShownSet[],
	given: {
		readonly scale: ReleaseScale;
		readonly solve: SolveLinearProgramme;
		readonly sizes: ClassSizes;
		readonly top: number;
		readonly sumOf: (one: number) => Range;
	}
): BoundBreach[] {
	const { scale, solve, sizes, top } = given;
	const shared = sets.filter(({ cells }) => cells.share !== undefined);
	const steps = stepsOf(scale);
	if (shared.length === 0 || steps === null) return [];
	const counts = boundClasses(shared, {
		capOf: (one) => sizes.most[one]!,
		rangeOf: ({ n, cells }) => countRange(cells.share, n),
		solve
	});
	if (counts === null) return [{ kind: 'contradiction', group: shared[0]!.group, n: shared[0]!.n }];
	const isMirrored = scale.strainedAt?.direction === 'at-most';
	return counts.classes.flatMap((one): BoundBreach[] => {
		const n = sizes.least[one]!;
		if (n === 0) return [];
		const sum = given.sumOf(one);
		const seen = isMirrored ? { low: n * top - sum.high, high: n * top - sum.low } : sum;
		const byMean = strainedWithin(n, seen, steps);
		const byShare = counts.exact(one);
		const strained = {
			low: Math.max(byMean.low, Math.ceil(byShare.low - DUST)),
			high: Math.min(byMean.high, Math.floor(byShare.high + DUST))
		};
		const group = counts.groupOf(one);
		const isSettled = (strained.high < 1 && byMean.high >= 1) || (strained.low > n - 1 && byMean.low <= n - 1);
		if (isSettled) return [{ kind: 'settled', group, n }];
		const isNews = strained.low > byMean.low || strained.high < byMean.high;
		return isNews && isPinnedByShare({ n, sum: seen, strained }, steps) ? [{ kind: 'pinned', group, n }] : [];
	});
}

/** The same for the shares better and worse: see `auditChanges`. */
export function auditChangesByProgramme(
	sets: readonly ShownSet[],
	given: { readonly responses: Int32Array; readonly solve: SolveLinearProgramme }
): BoundBreach[] {
	const sizes = classSizes(sets, given.responses);
	const [better, worse] = (['better', 'worse'] as const).map((statistic) =>
		boundClasses(sets, {
			capOf: (one) => sizes.most[one]!,
			rangeOf: ({ n, cells }) => countRange(cells[statistic], n),
			solve: given.solve
		})
	);
	if (!better || !worse) return [{ kind: 'contradiction', group: sets[0]!.group, n: sets[0]!.n }];
	return better.classes.flatMap((one): BoundBreach[] => {
		const n = sizes.least[one]!;
		const isSettled = n > 0 && areChangesSettled(n, wholes(better.exact(one)), wholes(worse.exact(one)));
		return isSettled ? [{ kind: 'settled', group: better.groupOf(one), n }] : [];
	});
}

function wholes({ low, high }: Range): { low: number; high: number } {
	return { low: Math.ceil(low - DUST), high: Math.floor(high + DUST) };
}

type ClassBounds = {
	readonly classes: readonly number[];
	readonly groupOf: (one: number) => number;
	/** What solutions so far have shown to be possible. */
	readonly atLeast: (one: number) => Range;
	/** All that is possible: two programmes, unless they were solved before. */
	readonly exact: (one: number) => Range;
};

/** Null where the sets contradict each other. Every solution widens the ranges of all classes at once. */
function boundClasses(
	sets: readonly ShownSet[],
	given: {
		readonly capOf: (one: number) => number;
		readonly rangeOf: (set: ShownSet) => Range;
		readonly solve: SolveLinearProgramme;
	}
): ClassBounds | null {
	const { capOf, rangeOf, solve } = given;
	const groupOf = new Map(
		sets.toReversed().flatMap(({ group, classes }) => classes.map((one) => [one, group] as const))
	);
	const classes = [...groupOf.keys()];
	const columnOf = new Map(classes.map((one, column) => [one, column]));
	const caps = classes.map(capOf);
	const rows = sets.flatMap((set): ProgrammeRow[] => {
		const columns = set.classes.map((one) => columnOf.get(one)!);
		const factors = columns.map((column) => caps[column]!);
		const { low, high } = rangeOf(set);
		// Scaled, so that every row has about the same size.
		const size = Math.max(
			1,
			factors.reduce((sum, factor) => sum + factor, 0)
		);
		return [
			{ columns, factors: factors.map((factor) => factor / size), atLeast: low / size },
			{ columns, factors: factors.map((factor) => -factor / size), atLeast: -high / size }
		];
	});
	const low = new Float64Array(classes.length).fill(Infinity);
	const high = new Float64Array(classes.length).fill(-Infinity);
	const isExact = new Uint8Array(classes.length);
	const solveFor = (column: number, side: number): boolean => {
		const costs = new Float64Array(classes.length);
		if (side !== 0) costs[column] = side;
		const solution = solve({ costs, rows });
		if (solution === null) return false;
		for (let i = 0; i < classes.length; i++) {
			const value = solution[i]! * caps[i]!;
			low[i] = Math.min(low[i]!, value);
			high[i] = Math.max(high[i]!, value);
		}
		return true;
	};
	if (classes.length > 0 && !solveFor(0, 0)) return null;
	return {
		classes,
		groupOf: (one) => groupOf.get(one)!,
		atLeast: (one) => ({ low: low[columnOf.get(one)!]!, high: high[columnOf.get(one)!]! }),
		exact: (one) => {
			const column = columnOf.get(one);
			if (column === undefined) return { low: 0, high: capOf(one) };
			if (isExact[column] === 0) {
				if (!solveFor(column, 1) || !solveFor(column, -1)) throw new Error('A programme lost its solution');
				isExact[column] = 1;
			}
			return { low: low[column]!, high: high[column]! };
		}
	};
}
