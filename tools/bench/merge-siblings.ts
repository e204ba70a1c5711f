// What one would do instead: go up the tree and put leadership groups together, as they come, until they are enough.
import { indexTree, type TreeNode } from '#domain/disclosure/tree-index.ts';
import type { Atom } from '#domain/disclosure/pool-in-tree.ts';

/** Groups of at least `minimum`; what is left over at the top joins the last group. Nothing where all are too few. */
export function mergeSiblings(input: {
	readonly nodes: readonly TreeNode[];
	readonly atoms: readonly Atom[];
	readonly minimum: number;
}): Atom[][] {
	const { nodes, atoms, minimum } = input;
	const tree = indexTree(nodes);
	const waiting: Atom[][] = nodes.map(() => []);
	for (const atom of atoms) waiting[tree.placeOf.get(atom.nodeId) ?? 0]?.push(atom);
	const groups: Atom[][] = [];
	for (const node of tree.bottomUp) {
		const parent = tree.parentOf[node] ?? -1;
		let open: Atom[] = [];
		let size = 0;
		for (const atom of waiting[node] ?? []) {
			open.push(atom);
			size += atom.size;
			if (size < minimum) continue;
			groups.push(open);
			open = [];
			size = 0;
		}
		if (parent >= 0) waiting[parent]?.push(...open);
		else groups.at(-1)?.push(...open);
	}
	return groups;
}
