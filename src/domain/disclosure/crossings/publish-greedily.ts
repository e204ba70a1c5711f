// Shows cells one after another, each unless it would give away something protected together with those before it.
import { listAt, type CrossedTable } from './crossed-table.ts';
import { inverse, minus, times } from './prime-field.ts';
import {
	areParallel,
	combine,
	emptySpace,
	lightestFreeAtom,
	markOf,
	show,
	sumOf,
	type Combination,
	type Factors,
	type ShownSpace
} from './shown-space.ts';

/** Sums that nobody may be able to calculate, found by the atoms in them. */
export type ProtectedSums = {
	readonly sums: Combination[];
	/** Places in `sums`, by atom. */
	readonly ofAtom: readonly number[][];
};

export type Publication = {
	readonly space: ShownSpace;
	/** Sets of cells that may not all be shown: together they give away a protected sum. */
	readonly circuits: readonly (readonly number[])[];
};

/** Every cell with fewer than `k` respondents. */
export function protectSmallCells(table: CrossedTable, k: number): ProtectedSums {
	const protectedSums: ProtectedSums = { sums: [], ofAtom: Array.from(table.atomSizes, () => []) };
	table.cellSizes.forEach((size, cell) => {
		if (size < k) protectSum(protectedSums, sumOf(listAt(table.atomsOf, cell)));
	});
	return protectedSums;
}

export function protectSum(protectedSums: ProtectedSums, sum: Combination): void {
	for (let place = 0; place < sum.atoms.length; place++) {
		protectedSums.ofAtom[sum.atoms[place]!]!.push(protectedSums.sums.length);
	}
	protectedSums.sums.push(sum);
}

/** Shows the cells of `order` that can be shown, in that order. */
export function publishGreedily(
	table: CrossedTable,
	protectedSums: ProtectedSums,
	order: Iterable<number>,
	random: () => number
): Publication {
	const space = emptySpace({ atomCount: table.atomSizes.length, cellCount: table.cellSizes.length }, random);
	const circuits: number[][] = [];
	const lastTry = new Int32Array(protectedSums.sums.length).fill(-1);
	for (const cell of order) {
		const sum = sumOf(listAt(table.atomsOf, cell));
		const row = combine(space.rows, sum);
		const free = lightestFreeAtom(space, row);
		if (free < 0) {
			space.isShown[cell] = 1;
			continue;
		}
		const mark = markOf(space, sum);
		const given: Combination[] = [];
		for (const atom of space.sharers[free]!) {
			for (const place of protectedSums.ofAtom[atom]!) {
				if (lastTry[place] === cell) continue;
				lastTry[place] = cell;
				if (areParallel(mark, markOf(space, protectedSums.sums[place]!))) given.push(protectedSums.sums[place]!);
			}
		}
		const origin = combine(space.origins, sum);
		if (given.length === 0) show(space, { cell, row, origin, free });
		for (const one of given) {
			const ratio = times(combine(space.rows, one).get(free)!, inverse(row.get(free)!));
			circuits.push([cell, ...difference(combine(space.origins, one), origin, ratio).keys()]);
		}
	}
	return { space, circuits };
}

/** `one` less `ratio` times `other`, without what cancels. */
function difference(one: Map<number, number>, other: Factors, ratio: number): Map<number, number> {
	for (const [place, value] of other) {
		const after = minus(one.get(place) ?? 0, times(ratio, value));
		if (after === 0) one.delete(place);
		else one.set(place, after);
	}
	return one;
}
