// Small sets that follow from shown groups which overlap: every combination is searched, not only single rows.
import type { ReducedRow } from './derive-sets.ts';

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
		const faulty = [...sum].find(
			([one, factor]) => factor !== 0 && (factor !== 1 || leastOfClass[one]! >= least)
		);
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
 * What a lone respondent learns, who is a class of one and so knows that class: sets of fewer than `least` − 1 others that
 * are left of a row without it.
 */
export function findForInsider(rows: readonly ReducedRow[], isLone: (one: number) => boolean, least: number): ImpliedSet[] {
	return rows.flatMap(({ group, classes, factors, n }) =>
		classes.flatMap((own, place) => {
			if (!isLone(own) || classes.length === 1) return [];
			const others = factors.filter((_, i) => i !== place);
			const sign = Math.sign(others[0]!);
			const left = sign * (n - factors[place]!);
			return others.every((factor) => factor === sign) && left > 0 && left < least - 1 ? [{ group, n: left }] : [];
		})
	);
}
