// What an intruder can say of the sums behind shown nodes. Shown nodes are nested or disjoint, so one pass up and one
// pass down give the exact range of every sum: nothing is lost by looking at one node and its parts at a time.
import type { Nesting } from './choose-shown.ts';

/** The shown nodes alone, with the part of each that no shown node below it covers: its residual. */
export type ShownTree = {
	/** Shown nodes, children first. */
	readonly order: Int32Array;
	/** Nearest shown node strictly above, for every node of the tree; -1 where there is none. */
	readonly above: Int32Array;
	/** Respondents in the residual, by node; 0 for a hidden node. */
	readonly residual: Int32Array;
	readonly shown: Uint8Array;
};

/** `counts`: respondents by node; `shown`: 1 for a shown node. Shapes: one entry a node of the tree. */
export function shownTree(tree: Nesting, counts: Int32Array, shown: Uint8Array): ShownTree {
	const above = new Int32Array(shown.length).fill(-1);
	for (let i = shown.length - 1; i >= 0; i--) {
		const node = tree.bottomUp[i]!;
		const parent = tree.parentOf[node]!;
		if (parent >= 0) above[node] = shown[parent] === 1 ? parent : above[parent]!;
	}
	const order = tree.bottomUp.filter((node) => shown[node] === 1);
	const residual = new Int32Array(shown.length);
	for (const node of order) {
		residual[node]! += counts[node]!;
		if (above[node]! >= 0) residual[above[node]!]! -= counts[node]!;
	}
	return { order, above, residual, shown };
}

/** The node whose residual holds a leaf's respondents: the leaf itself where shown; -1 where nothing above is shown. */
export function residualOf(shown: ShownTree, leaf: number): number {
	return shown.shown[leaf] === 1 ? leaf : shown.above[leaf]!;
}

/** What is left of a range of a sum where every score is a multiple of `grain`; all of it where `grain` is 0. */
export function onGrain(low: number, high: number, grain: number): { readonly low: number; readonly high: number } {
	if (grain === 0) return { low, high };
	return { low: Math.ceil(low / grain - 1e-6) * grain, high: Math.floor(high / grain + 1e-6) * grain };
}

export type SumBounds = { readonly low: Float64Array; readonly high: Float64Array };

/**
 * Exact range of the sum over each residual, given a range for each shown node's sum and for each residual alone.
 *
 * Shapes: one entry a node; entries of hidden nodes mean nothing. Returns the residuals' ranges.
 * Checked against every assignment on tiny trees in `bound-sums.test.ts`.
 */
export function boundResiduals(tree: ShownTree, nodes: SumBounds, residuals: SumBounds): SumBounds {
	const size = tree.shown.length;
	const partsLow = Float64Array.from(residuals.low);
	const partsHigh = Float64Array.from(residuals.high);
	const low = new Float64Array(size);
	const high = new Float64Array(size);
	for (const node of tree.order) {
		low[node] = Math.max(nodes.low[node]!, partsLow[node]!);
		high[node] = Math.min(nodes.high[node]!, partsHigh[node]!);
		const parent = tree.above[node]!;
		if (parent < 0) continue;
		partsLow[parent]! += low[node]!;
		partsHigh[parent]! += high[node]!;
	}
	const residualLow = new Float64Array(size);
	const residualHigh = new Float64Array(size);
	for (let i = tree.order.length - 1; i >= 0; i--) {
		const node = tree.order[i]!;
		const parent = tree.above[node]!;
		if (parent >= 0) {
			const othersHigh = partsHigh[parent]! - high[node]!;
			const othersLow = partsLow[parent]! - low[node]!;
			low[node] = Math.max(low[node]!, low[parent]! - othersHigh);
			high[node] = Math.min(high[node]!, high[parent]! - othersLow);
		}
		residualLow[node] = Math.max(residuals.low[node]!, low[node]! - (partsHigh[node]! - residuals.high[node]!));
		residualHigh[node] = Math.min(residuals.high[node]!, high[node]! - (partsLow[node]! - residuals.low[node]!));
	}
	return { low: residualLow, high: residualHigh };
}
