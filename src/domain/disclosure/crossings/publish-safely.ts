// From a choice of what to hide to a publication that is safe, whatever the choice: the choice only says in which order.
import { listAt, type CrossedTable } from './crossed-table.ts';
import { derivablePairs, derivableSets } from './derivable-sums.ts';
import type { HidingChoice } from './hiding-choice.ts';
import { protectSmallCells, protectSum } from './protected-sums.ts';
import { mendPublication, publishCells } from './publish-cells.ts';
import { emptySpace, type Combination, type ShownSpace } from './shown-space.ts';

export type CrossingRules = {
	/** Fewest respondents in anything that can be calculated. */
	readonly k: number;
	/** Whether a lone respondent may learn nobody's value by subtracting the own. */
	readonly isInsiderKept: boolean;
};

export type SafePublication = {
	/** 1 for a cell that is shown. */
	readonly isShown: Uint8Array;
	/** What hiding the others costs. */
	readonly cost: number;
	/** 1 for a column of the programme that is hidden. */
	readonly hidden: Float64Array;
};

export type Publisher = {
	/**
	 * Publishes by what `values` would hide, and teaches the programme what it violates.
	 * Returns the publication where it is safe, which it always is when `isMended`; and how many cuts and protected sums
	 * were learnt: 0 where the same again would come out the same.
	 */
	readonly publish: (
		values: ArrayLike<number>,
		isMended: boolean
	) => { readonly publication: SafePublication | null; readonly learnt: number };
};

/** Remembers, from one publication to the next, every sum that was found to need protection. */
export function createPublisher(
	table: CrossedTable,
	wanted: {
		readonly rules: CrossingRules;
		readonly costOf: (cell: number) => number;
		readonly columnOf: Int32Array;
		readonly choice: HidingChoice;
		readonly random: () => number;
	}
): Publisher {
	const { rules, costOf, columnOf, choice, random } = wanted;
	const protectedSums = protectSmallCells(table, rules.k);
	const publishable = [...table.cellSizes.keys()].filter((cell) => table.cellSizes[cell]! >= rules.k);
	const demand = demandOf(table, publishable);

	const protectDerivable = (space: ShownSpace): Combination[] => {
		const pairs = rules.isInsiderKept ? derivablePairs(table, space) : [];
		const sums = [...derivableSets(table, space, rules.k), ...pairs];
		for (const sum of sums) protectSum(protectedSums, sum);
		return sums;
	};
	const publish: Publisher['publish'] = (values, isMended) => {
		const candidates = orderOf(publishable, costOf, (cell) => Math.round(values[columnOf[cell]!]! * 1e6));
		const space = emptySpace({ demand, cellCount: table.cellSizes.length }, random);
		let learnt = choice.learn(publishCells(table, protectedSums, space, candidates), values);
		for (let sums = protectDerivable(space); sums.length > 0; sums = protectDerivable(space)) {
			learnt += sums.length;
			if (!isMended) return { publication: null, learnt };
			const circuits = mendPublication(table, protectedSums, space, { sums, costOf, candidates, random });
			learnt += choice.learn(circuits, values);
		}
		const hiddenCells = publishable.filter((cell) => space.isShown[cell] === 0);
		const hidden = new Float64Array(values.length);
		for (const cell of hiddenCells) hidden[columnOf[cell]!] = 1;
		const cost = hiddenCells.reduce((sum, cell) => sum + costOf(cell), 0);
		return { publication: { isShown: space.isShown, cost, hidden }, learnt };
	};
	return { publish };
}

/** Cells that may be shown, by atom; 1 more, so that it is never 0. */
function demandOf(table: CrossedTable, publishable: readonly number[]): Int32Array {
	const demand = new Int32Array(table.atomSizes.length).fill(1);
	for (const cell of publishable) for (const atom of listAt(table.atomsOf, cell)) demand[atom]! += 1;
	return demand;
}

/** Cells that should be hidden least first; then the dearest first. */
function orderOf(
	cells: readonly number[],
	costOf: (cell: number) => number,
	hidingOf: (cell: number) => number
): number[] {
	return cells
		.map((cell) => ({ cell, hiding: hidingOf(cell), cost: costOf(cell) }))
		.sort((a, b) => a.hiding - b.hiding || b.cost - a.cost || a.cell - b.cell)
		.map(({ cell }) => cell);
}
