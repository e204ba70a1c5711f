// A tree of ids as arrays of numbers: every walk in this room is a loop over `bottomUp`, never a recursion.

/** A unit, or anything else that has at most one parent. */
export type TreeNode = { readonly id: string; readonly parentId: string | null };

export type TreeIndex = {
	readonly ids: readonly string[];
	/** Place of each id in `ids`. */
	readonly placeOf: ReadonlyMap<string, number>;
	/** Place of the parent; -1 for a root. */
	readonly parentOf: Int32Array;
	/** 0 for a root. */
	readonly depthOf: Int32Array;
	/** Places, every child before its parent. */
	readonly bottomUp: Int32Array;
};

/**
 * Numbers the nodes of a forest.
 * Returns parents and an order with children first; ids keep the order in which they came.
 * Throws RangeError where an id occurs twice, a parent is unknown or the parents form a cycle.
 */
export function indexTree(nodes: readonly TreeNode[]): TreeIndex {
	const ids = nodes.map((node) => node.id);
	const placeOf = new Map(ids.map((id, place) => [id, place]));
	if (placeOf.size !== ids.length) throw new RangeError('Two nodes of the tree have the same id');
	const parentOf = Int32Array.from(nodes, (node) => {
		if (node.parentId === null) return -1;
		const parent = placeOf.get(node.parentId);
		if (parent === undefined) throw new RangeError(`Unknown parent "${node.parentId}" of "${node.id}"`);
		return parent;
	});
	const bottomUp = childrenFirst(parentOf);
	const depthOf = new Int32Array(ids.length);
	for (let i = bottomUp.length - 1; i >= 0; i--) {
		const place = bottomUp[i]!;
		const parent = parentOf[place]!;
		depthOf[place] = parent < 0 ? 0 : depthOf[parent]! + 1;
	}
	return { ids, placeOf, parentOf, depthOf, bottomUp };
}

/** Lowest node that contains both places, or -1 where they belong to different trees. */
export function lowestCommonNode(tree: TreeIndex, first: number, second: number): number {
	let a = first;
	let b = second;
	while (a !== b) {
		if (a < 0 || b < 0) return -1;
		if (tree.depthOf[a]! >= tree.depthOf[b]!) a = tree.parentOf[a]!;
		else b = tree.parentOf[b]!;
	}
	return a;
}

function childrenFirst(parentOf: Int32Array): Int32Array {
	const waitingChildren = new Int32Array(parentOf.length);
	for (const parent of parentOf) if (parent >= 0) waitingChildren[parent]!++;
	const order = new Int32Array(parentOf.length);
	let end = 0;
	for (let place = 0; place < parentOf.length; place++) if (waitingChildren[place] === 0) order[end++] = place;
	for (let i = 0; i < end; i++) {
		const parent = parentOf[order[i]!]!;
		if (parent >= 0 && --waitingChildren[parent]! === 0) order[end++] = parent;
	}
	if (end !== parentOf.length) throw new RangeError('The tree has a cycle');
	return order;
}
