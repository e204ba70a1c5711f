// Where the shares "better" and "worse" are shown. Only some tell, so a group's n is that of those who told.
import { boundResiduals, shownTree } from './bound-sums.ts';
import { hideNeighboursThenSelf } from './cheapest-to-hide.ts';
import { chooseShown } from './choose-shown.ts';
import type { Nesting } from './choose-shown.ts';
import { countsBehind, LEAST_FOR_SHARE, shownShare } from './protect-shares.ts';

/** In a matrix of changes: this respondent did not tell. */
export const CHANGE_NOT_TOLD = -128;

/** By node: who told, and of those who are better and worse off. */
export type ChangeCounts = { readonly told: Int32Array; readonly better: Int32Array; readonly worse: Int32Array };

/**
 * Counts one scale's changes over a tree of groups.
 *
 * `leafOf`: the leaf of each respondent; `changes`: respondents × scales, row by row: 1 better, 0 unchanged, -1 worse,
 * `CHANGE_NOT_TOLD`. Throws RangeError for anything else.
 */
export function countChanges(input: {
	readonly tree: Nesting;
	readonly leafOf: Int32Array;
	readonly changes: Int8Array;
	readonly column: number;
	readonly columns: number;
}): ChangeCounts {
	const { tree, leafOf, changes, column, columns } = input;
	const size = tree.parentOf.length;
	const counts = { told: new Int32Array(size), better: new Int32Array(size), worse: new Int32Array(size) };
	for (let row = 0; row < leafOf.length; row++) {
		const change = changes[row * columns + column]!;
		if (change === CHANGE_NOT_TOLD) continue;
		if (change < -1 || change > 1) throw new RangeError(`${change} is no change`);
		const leaf = leafOf[row]!;
		counts.told[leaf]! += 1;
		if (change === 1) counts.better[leaf]! += 1;
		if (change === -1) counts.worse[leaf]! += 1;
	}
	for (const node of tree.bottomUp) {
		const parent = tree.parentOf[node]!;
		if (parent < 0) continue;
		for (const list of [counts.told, counts.better, counts.worse]) list[parent]! += list[node]!;
	}
	return counts;
}

/**
 * Chooses the nodes whose two shares are shown; returns 1 for each.
 *
 * Residuals hold nobody or at least 20 who told (`k` where that is more). Then both counts are bounded up and down the
 * tree from what is published; where they settle for a whole residual that nobody, or everybody, is better, worse or
 * unchanged, a neighbour or the node itself is hidden.
 */
export function protectChanges(input: {
	readonly tree: Nesting;
	readonly counts: ChangeCounts;
	readonly k: number;
}): Uint8Array {
	const { tree, counts, k } = input;
	const { told } = counts;
	const size = told.length;
	const mayShow = new Uint8Array(size).fill(1);
	const mask = chooseShown({ tree, counts: told, mayShow, threshold: Math.max(k, LEAST_FOR_SHARE) });
	const tries = hideNeighboursThenSelf(told);
	for (;;) {
		const shown = shownTree(tree, told, mask);
		const residuals = { low: new Float64Array(size), high: Float64Array.from(shown.residual) };
		const [better, worse] = [counts.better, counts.worse].map((list) => {
			const low = new Float64Array(size);
			const high = Float64Array.from(told);
			for (const node of shown.order) {
				const behind = countsBehind(shownShare(list[node]!, told[node]!), told[node]!);
				low[node] = behind.low;
				high[node] = behind.high;
			}
			return boundResiduals(shown, { low, high }, residuals);
		});
		const breached = shown.order.filter((node) => {
			const n = shown.residual[node]!;
			if (n === 0 || better === undefined || worse === undefined) return false;
			const mayBeOne = better.high[node]! >= 1 && worse.high[node]! >= 1;
			const mayBeAnother = better.low[node]! <= n - 1 && worse.low[node]! <= n - 1;
			return !mayBeOne || !mayBeAnother || better.low[node]! + worse.low[node]! > n - 1;
		});
		if (breached.length === 0) return mask;
		for (const node of breached) mask[tries.hide(shown, node)] = 0;
	}
}
