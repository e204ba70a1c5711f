// Chooses which cells of a crossed table are shown, so that nothing protected can be calculated from all of them together
// and as much as possible stays visible.
import type { CrossedTable } from './crossed-table.ts';
import { hidingChoice } from './hiding-choice.ts';
import { hidingProgramme } from './hiding-programme.ts';
import type { OpenProgrammeFor } from './linear-programme.ts';
import { createPublisher, type CrossingRules, type SafePublication } from './publish-safely.ts';

export type CrossingEffort = {
	/** Most rounds with fractions: cheap, and each teaches the programme. */
	readonly relaxedRounds: number;
	/** Most rounds in whole numbers. */
	readonly wholeRounds: number;
	/** Longest time for one part of a programme in whole numbers. */
	readonly secondsAPart: number;
	/** Time that is left. When it is up, the best so far is taken, or the next that is safe. */
	readonly secondsLeft: () => number;
};

export type CrossingWanted = {
	readonly rules: CrossingRules;
	/** What hiding a cell costs, above 0; `costOfHiding` is the usual one. */
	readonly costOf: (cell: number) => number;
	readonly openProgramme: OpenProgrammeFor;
	/** In [0, 1). */
	readonly random: () => number;
};

export type ProtectedCrossings = {
	/** 1 for a cell that is shown. */
	readonly isShown: Uint8Array;
	/** What hiding costs in this choice, and the least that any safe choice costs. */
	readonly cost: number;
	readonly bound: number;
};

/**
 * Chooses the cells to show. Cells with fewer than `k` respondents are hidden; of the others as few as possible.
 *
 * What is shown gives away no sum of 0 < n < k respondents: no cell's and no other set's of up to four atoms (for k up to
 * 5 that is every set), and, where `isInsiderKept`, no lone respondent's value to another lone respondent. `random`
 * decides nothing but the weighings by which equal sums are recognised; two are mistaken for one with a chance of about
 * 2⁻⁵², and then a cell is hidden needlessly.
 *
 * Source of the method: Fischetti & Salazar-González (2001), cell suppression by a covering programme with cuts;
 * Langsrud's GaussSuppression, elimination in an order of importance. Checked against all choices on tiny tables, and by
 * `attackTable`, which shares no code with it.
 */
export function protectCrossings(
	table: CrossedTable,
	wanted: CrossingWanted & { readonly effort: CrossingEffort }
): ProtectedCrossings {
	const { effort } = wanted;
	const programme = hidingProgramme(table, wanted.rules.k, wanted.costOf);
	const choice = hidingChoice(programme, wanted.openProgramme);
	const { publish } = createPublisher(table, { ...wanted, choice, columnOf: programme.columnOf });
	let relaxed = choice.relaxed();
	let best: SafePublication | null = null;
	for (let round = 1; best === null; round++) {
		const isLast = round >= effort.relaxedRounds || effort.secondsLeft() <= 0;
		best = publish(relaxed.values, isLast).publication;
		relaxed = choice.relaxed();
	}
	for (let round = 0; round < effort.wholeRounds && effort.secondsLeft() > 0; round++) {
		const { values } = choice.whole({ ...effort, gap: 0.01, price: 0.02, passes: 3, start: best.hidden });
		const { publication, learnt } = publish(values, true);
		if (publication !== null && publication.cost < best.cost) best = publication;
		if (learnt === 0) break;
		relaxed = choice.relaxed();
	}
	choice.close();
	return { isShown: best.isShown, cost: best.cost, bound: relaxed.cost };
}

/**
 * What hiding a cell usually costs: 1 for the cell, and more for its respondents, so that neither many small cells nor one
 * large one is given up lightly.
 */
export function costOfHiding(table: CrossedTable, k: number): (cell: number) => number {
	const sizes = table.cellSizes.filter((size) => size >= k);
	const mean = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
	return (cell) => 1 + Math.log(table.cellSizes[cell]!) + (4 * table.cellSizes[cell]!) / mean;
}
