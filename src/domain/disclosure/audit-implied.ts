// Small sets that follow from shown groups which overlap: every combination is searched, not only single rows.
import { reduceSets } from './derive-sets.ts';
import type { PublishedSet, ReducedRow } from './derive-sets.ts';

/** So many combinations are tried for one statistic on one scale. */
const MOST_STEPS = 200_000;

export type ImpliedSet = { readonly group: number; readonly n: number };
export type ImpliedSearch = {
	readonly sets: readonly ImpliedSet[];
	/** False where the search was cut short, so that nothing is proved. */
	readonly isComplete: boolean;
};

/** True where the rows are disjoint sets: then every set that can be derived is a union of rows. */
export function areDisjointSets(rows: readonly ReducedRow[]): boolean {
	const seen = new Set<number>();
	for (const { classes, factors } of rows) {
		for (const [i, one] of classes.entries()) {
			if (factors[i] !== 1 || seen.has(one)) return false;
			seen.add(one);
		}
	}
	return true;
}

/**
 * Finds sets of 0 < n < `least` respondents that a sum of reduced rows makes.
 *
 * A set that can be derived takes each row once or not at all, because a pivot stands in one row only. A small set holds
 * small classes only. So combinations of rows with small pivots are tried, each time adding a row that mends a class with
 * another factor than 0 or 1, or one that is too large. `leastOfClass`: fewest respondents of each class on the scale.
 */
export function findImplied(rows: readonly ReducedRow[], leastOfClass: Int32Array, least: number): ImpliedSearch {
	const usable = rows.filter((row) => row.pivot >= 0 && leastOfClass[row.pivot]! < least);
	const rowsWith = new Map<number, ReducedRow[]>();
	for (const row of usable) {
		for (const one of row.classes) {
			if (one !== row.pivot) rowsWith.set(one, [...(rowsWith.get(one) ?? []), row]);
		}
	}
	const sets: ImpliedSet[] = [];
	let steps = 0;
	const visit = (used: readonly ReducedRow[], pivots: number): void => {
		if (++steps > MOST_STEPS) return;
		const sum = new Map<number, number>();
		for (const { classes, factors } of used) {
			classes.forEach((one, i) => sum.set(one, (sum.get(one) ?? 0) + factors[i]!));
		}
		const faulty = [...sum].find(([one, factor]) => factor !== 0 && (factor !== 1 || leastOfClass[one]! >= least));
		if (faulty === undefined) {
			const n = used.reduce((count, row) => count + row.n, 0);
			if (n > 0 && n < least) sets.push({ group: used[0]!.group, n });
			return;
		}
		for (const row of rowsWith.get(faulty[0]) ?? []) {
			const more = pivots + Math.max(1, leastOfClass[row.pivot]!);
			if (!used.includes(row) && more < least) visit([...used, row], more);
		}
	};
	for (const row of usable) visit([row], Math.max(1, leastOfClass[row.pivot]!));
	return { sets, isComplete: steps <= MOST_STEPS };
}

/**
 * What a lone respondent learns, who is a class of one and so knows that class: sets of fewer than `least` − 1 others.
 * `published`: the shown sets; `leastOfClass`: as above; `lone`: the classes of one.
 */
export function findForInsiders(
	published: readonly PublishedSet[],
	leastOfClass: Int32Array,
	{ lone, least }: { readonly lone: readonly number[]; readonly least: number }
): ImpliedSearch {
	const searches = lone.map((own) => {
		const rows = reduceSets([...published, { group: published[0]!.group, classes: [own], n: 1 }]);
		return findImplied(
			rows.filter((row) => row.classes.length > 0 && row.pivot !== own),
			leastOfClass,
			least - 1
		);
	});
	return { sets: searches.flatMap(({ sets }) => sets), isComplete: searches.every(({ isComplete }) => isComplete) };
}
