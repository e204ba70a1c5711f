// Chooses which cells of a crossed table are shown, so that nothing protected can be calculated from all of them together
// and as much as possible stays visible.
import { listAt, type CrossedTable } from './crossed-table.ts';
import { derivablePairs, derivableSets } from './derivable-sums.ts';
import { hidingChoice, type WholeLimits } from './hiding-choice.ts';
import { hidingProgramme } from './hiding-programme.ts';
import type { OpenProgrammeFor } from './linear-programme.ts';
import { protectSmallCells, protectSum, type ProtectedSums } from './protected-sums.ts';
import { mendPublication, publishCells, type Circuit } from './publish-cells.ts';
import { emptySpace, type ShownSpace } from './shown-space.ts';

export type CrossingRules = {
	/** Fewest respondents in anything that can be calculated. */
	readonly k: number;
	/** Whether a lone respondent may learn nobody's value by subtracting the own. */
	readonly isInsiderKept: boolean;
};

export type CrossingEffort = {
	/** Rounds with fractions: cheap, and each teaches the programme. */
	readonly relaxedRounds: number;
	/** Rounds in whole numbers. */
	readonly wholeRounds: number;
	/** Longest time for one part of a programme in whole numbers. */
	readonly secondsAPart: number;
	/** Time that is left. When it is up, the best so far is taken, or the next that is safe. */
	readonly secondsLeft: () => number;
};

export type ProtectedCrossings = {
	/** 1 for a cell that is shown. */
	readonly isShown: Uint8Array;
	/** What hiding costs in this choice, and the least that any safe choice costs. */
	readonly cost: number;
	readonly bound: number;
};

/**
 * Chooses the cells to show. Cells with fewer than `k` respondents are hidden; of the others as few as possible, where
 * hiding one costs `costOf` (above 0; `costOfHiding` is the usual one).
 *
 * What is shown gives away no sum of 0 < n < k respondents: no cell's and no other set's of up to four atoms (for k up to
 * 5 that is every set), and, where `isInsiderKept`, no lone respondent's value to another lone respondent. `random` in
 * [0, 1) decides nothing but the weighings by which equal sums are recognised; a sum is mistaken for another with a chance
 * below 2⁻⁵⁰, and then hidden needlessly.
 *
 * Source of the method: Fischetti & Salazar-González (2001, doi:10.1287/mnsc.47.7.1008.9805), cell suppression by a covering
 * programme with cuts; Langsrud (2024, GaussSuppression), elimination in an order of importance.
 */
export function protectCrossings(
	table: CrossedTable,
	wanted: {
		readonly rules: CrossingRules;
		readonly costOf: (cell: number) => number;
		readonly effort: CrossingEffort;
		readonly openProgramme: OpenProgrammeFor;
		readonly random: () => number;
	}
): ProtectedCrossings {
	const { rules, costOf, effort, random } = wanted;
	const programme = hidingProgramme(table, rules.k, costOf);
	const choice = hidingChoice(programme, wanted.openProgramme);
	const protectedSums = protectSmallCells(table, rules.k);
	const publishable = [...table.cellSizes.keys()].filter((cell) => table.cellSizes[cell]! >= rules.k);
	const demand = demandOf(table, rules.k);
	let best: { readonly isShown: Uint8Array; readonly cost: number; readonly hidden: Float64Array } | null = null;
	let relaxed = choice.relaxed();

	/** Publishes by `values`; mends until it is safe, or not at all. */
	const publish = (values: ArrayLike<number>, isMended: boolean): number => {
		const order = orderOf(publishable, programme.columnOf, [values, relaxed.values], costOf);
		const space = emptySpace({ demand, cellCount: table.cellSizes.length }, random);
		let learnt = choice.learn(publishCells(table, protectedSums, space, order), values);
		for (;;) {
			const sums = protectDerivable(table, protectedSums, space, rules);
			if (sums.length === 0) break;
			const circuits: Circuit[] = isMended
				? mendPublication(table, protectedSums, space, { sums, costOf, candidates: order, random })
				: [];
			learnt += choice.learn(circuits, values);
			if (!isMended) return learnt;
		}
		const cost = publishable.reduce((sum, cell) => sum + (space.isShown[cell] === 1 ? 0 : costOf(cell)), 0);
		if (best === null || cost < best.cost) {
			const hidden = new Float64Array(programme.costs.length);
			for (const cell of publishable) if (space.isShown[cell] === 0) hidden[programme.columnOf[cell]!] = 1;
			best = { isShown: space.isShown, cost, hidden };
		}
		return learnt;
	};
	const startOf = (): Float64Array | null => (best === null ? null : best.hidden);

	for (let round = 0; round < effort.relaxedRounds; round++) {
		const isLast = round === effort.relaxedRounds - 1 || effort.secondsLeft() <= 0;
		const learnt = publish(relaxed.values, isLast);
		relaxed = choice.relaxed();
		if (isLast || (learnt === 0 && best !== null)) break;
	}
	for (let round = 0; round < effort.wholeRounds; round++) {
		if (effort.secondsLeft() <= 0) break;
		const limits: WholeLimits = {
			secondsAPart: effort.secondsAPart,
			secondsLeft: effort.secondsLeft,
			gap: 0.01,
			price: 0.02,
			passes: 3,
			start: startOf()
		};
		const learnt = publish(choice.whole(limits), true);
		if (learnt === 0) break;
		relaxed = choice.relaxed();
	}
	if (best === null) publish(relaxed.values, true);
	choice.close();
	const { isShown, cost } = best!;
	return { isShown, cost, bound: relaxed.cost };
}

/**
 * What hiding a cell usually costs: 1 for the cell, and more for its respondents, so that neither many small cells nor one
 * large one is given up lightly.
 */
export function costOfHiding(table: CrossedTable, k: number): (cell: number) => number {
	const sizes = table.cellSizes.filter((size) => size >= k);
	const mean = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
	return (cell) => 1 + Math.log(table.cellSizes[cell]!) + (1.5 * table.cellSizes[cell]!) / mean;
}

/** Cells that may be shown, by atom; 1 more, so that it is never 0. */
function demandOf(table: CrossedTable, k: number): Int32Array {
	const demand = new Int32Array(table.atomSizes.length).fill(1);
	table.cellSizes.forEach((size, cell) => {
		if (size >= k) for (const atom of listAt(table.atomsOf, cell)) demand[atom]! += 1;
	});
	return demand;
}

function protectDerivable(
	table: CrossedTable,
	protectedSums: ProtectedSums,
	space: ShownSpace,
	{ k, isInsiderKept }: CrossingRules
) {
	const sums = [...derivableSets(table, space, k), ...(isInsiderKept ? derivablePairs(table, space) : [])];
	for (const sum of sums) protectSum(protectedSums, sum);
	return sums;
}

/** Cells that should be hidden least first; then the dearest first. */
function orderOf(
	cells: readonly number[],
	columnOf: Int32Array,
	values: readonly ArrayLike<number>[],
	costOf: (cell: number) => number
): number[] {
	const keys = new Map(
		cells.map((cell) => [
			cell,
			[...values.map((one) => Math.round(one[columnOf[cell]!]! * 1e6)), -costOf(cell)] as readonly number[]
		])
	);
	return [...cells].sort((a, b) => {
		const [left, right] = [keys.get(a)!, keys.get(b)!];
		for (let place = 0; place < left.length; place++) {
			if (left[place] !== right[place]) return left[place]! - right[place]!;
		}
		return a - b;
	});
}
