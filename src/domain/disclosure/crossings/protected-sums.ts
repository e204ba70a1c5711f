// Sums that nobody may be able to calculate, found by the atoms in them.
import { listAt, type CrossedTable } from './crossed-table.ts';
import { sumOf, type Combination } from './shown-space.ts';

export type ProtectedSums = {
	readonly sums: Combination[];
	/** Places in `sums`, by atom. */
	readonly ofAtom: readonly number[][];
};

/** Every cell with fewer than `k` respondents. */
export function protectSmallCells(table: CrossedTable, k: number): ProtectedSums {
	const protectedSums: ProtectedSums = { sums: [], ofAtom: Array.from(table.atomSizes, () => []) };
	const known = new Set<string>();
	table.cellSizes.forEach((size, cell) => {
		if (size >= k) return;
		const atoms = listAt(table.atomsOf, cell);
		const key = atoms.join(' ');
		if (!known.has(key)) protectSum(protectedSums, sumOf(atoms));
		known.add(key);
	});
	return protectedSums;
}

export function protectSum(protectedSums: ProtectedSums, sum: Combination): void {
	for (let place = 0; place < sum.atoms.length; place++) {
		protectedSums.ofAtom[sum.atoms[place]!]!.push(protectedSums.sums.length);
	}
	protectedSums.sums.push(sum);
}
