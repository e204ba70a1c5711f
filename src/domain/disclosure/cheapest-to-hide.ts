import type { ShownTree } from './bound-sums.ts';

/**
 * The shown node to hide so that a residual is mixed with others: among the shown nodes directly below `neighbours`
 * (without `spared`), the one with the fewest respondents, those first whose hiding frees respondents of their own;
 * `neighbours` itself where it has none; `spared` where `neighbours` is -1, nothing.
 */
export function cheapestToHide(shown: ShownTree, counts: Int32Array, neighbours: number, spared: number): number {
	if (neighbours < 0) return spared;
	let best = -1;
	for (const node of shown.order) {
		if (shown.above[node] !== neighbours || node === spared) continue;
		const frees = shown.residual[node]! > 0;
		const bestFrees = best >= 0 && shown.residual[best]! > 0;
		if (best < 0 || (frees && !bestFrees) || (frees === bestFrees && counts[node]! < counts[best]!)) best = node;
	}
	return best >= 0 ? best : neighbours;
}

/** So often a node's neighbours below are hidden for its sake before it is hidden itself. */
const TRIES = 3;

/** Remembers how often a node was in breach, so that one stubborn node does not take all its neighbours with it. */
export function hideNeighboursThenSelf(counts: Int32Array): { hide: (shown: ShownTree, node: number) => number } {
	const tries = new Map<number, number>();
	return {
		hide: (shown, node) => {
			const before = tries.get(node) ?? 0;
			tries.set(node, before + 1);
			return before < TRIES ? cheapestToHide(shown, counts, node, -1) : node;
		}
	};
}
