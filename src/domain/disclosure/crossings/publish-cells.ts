// Shows cells one after another, each unless it would give away something protected together with those before it.
import { listAt, type CrossedTable } from './crossed-table.ts';
import { inverse, prime, times } from './prime-field.ts';
import type { ProtectedSums } from './protected-sums.ts';
import {
	addSum,
	combine,
	isParallel,
	lightestFreeAtom,
	markOf,
	show,
	sumOf,
	takeBack,
	type Combination,
	type ShownSpace
} from './shown-space.ts';
import { factorAt, placesOf, type SparseSum } from './sparse-sums.ts';

/** Cells that may not all be shown: together they give away a protected sum. */
export type Circuit = readonly number[];

/**
 * Shows those of `cells` that can be shown, in that order, beside what is shown already.
 * Returns, for each cell that stays hidden, what it would have given away together with which shown cells.
 */
export function publishCells(
	table: CrossedTable,
	protectedSums: ProtectedSums,
	space: ShownSpace,
	cells: Iterable<number>
): Circuit[] {
	const circuits: Circuit[] = [];
	const lastTry = new Int32Array(protectedSums.sums.length).fill(-1);
	for (const cell of cells) {
		const sum = sumOf(listAt(table.atomsOf, cell));
		const row = combine(space.rows, sum);
		const free = lightestFreeAtom(space, row);
		if (free < 0) {
			space.isShown[cell] = 1;
			continue;
		}
		const mark = markOf(space, sum);
		const given: Combination[] = [];
		for (const atom of placesOf(space.sharers[free]!)) {
			for (const place of protectedSums.ofAtom[atom]!) {
				if (lastTry[place] === cell) continue;
				lastTry[place] = cell;
				const other = protectedSums.sums[place]!;
				if (isParallel(space, other, mark)) given.push(other);
			}
		}
		const origin = combine(space.origins, sum);
		if (given.length === 0) show(space, { cell, row, origin, free });
		for (const one of given) {
			const ratio = times(factorAt(combine(space.rows, one), free), inverse(factorAt(row, free)));
			const rest: SparseSum = combine(space.origins, one);
			addSum(rest, origin, prime - ratio);
			circuits.push([cell, ...placesOf(rest)]);
		}
	}
	return circuits;
}

/**
 * Takes back cells until none of `sums`, which are protected but can be calculated, can be calculated any more, the
 * cheapest and most telling first; then shows what can be shown of the rest, in the order of `candidates`.
 * Returns the circuits found on the way.
 */
export function mendPublication(
	table: CrossedTable,
	protectedSums: ProtectedSums,
	space: ShownSpace,
	mending: {
		readonly sums: readonly Combination[];
		readonly costOf: (cell: number) => number;
		/** Every cell that may be shown, those first that should be. */
		readonly candidates: readonly number[];
		readonly random: () => number;
	}
): Circuit[] {
	const circuits: Circuit[] = mending.sums.map((sum) => placesOf(combine(space.origins, sum)));
	const isChanged = new Uint8Array(table.atomSizes.length);
	let open = circuits;
	while (open.length > 0) {
		const cell = mostTelling(open, mending.costOf);
		for (const atom of takeBack(space, cell, mending.random)) isChanged[atom] = 1;
		open = open.filter((circuit) => !circuit.includes(cell));
	}
	// What was shown because it followed from the rest may not follow any more, and something else may be shown instead.
	const hidden = mending.candidates.filter((cell) => {
		if (space.isShown[cell] === 1 && space.users[cell]!.size > 0) return false;
		if (!listAt(table.atomsOf, cell).some((atom) => isChanged[atom] === 1)) return false;
		space.isShown[cell] = 0;
		return true;
	});
	return [...circuits, ...publishCells(table, protectedSums, space, hidden)];
}

function mostTelling(circuits: readonly Circuit[], costOf: (cell: number) => number): number {
	const counts = new Map<number, number>();
	for (const circuit of circuits) for (const cell of circuit) counts.set(cell, (counts.get(cell) ?? 0) + 1);
	let best = -1;
	let most = 0;
	for (const [cell, count] of counts) {
		if (count / costOf(cell) <= most) continue;
		most = count / costOf(cell);
		best = cell;
	}
	return best;
}
