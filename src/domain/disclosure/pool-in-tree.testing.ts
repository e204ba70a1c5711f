// For tests and the benchmark: every way of pooling a small tree, and the one that is worth most.
import { poolingValue } from './pool-in-tree-value.ts';
import type { Atom, Pooling } from './pool-in-tree.ts';
import type { TreeNode } from './tree-index.ts';

export type SmallTree = {
	readonly nodes: readonly TreeNode[];
	readonly atoms: readonly Atom[];
	readonly minimum: number;
};

/** A tree from plain numbers: `parents[i]` is taken modulo i, `places[i]` modulo the number of nodes. */
export function treeOf(drawn: {
	readonly parents: readonly number[];
	readonly places: readonly number[];
	readonly sizes: readonly number[];
	readonly minimum: number;
}): SmallTree {
	const nodes = ['n0', ...drawn.parents.map((_, i) => `n${i + 1}`)].map((id, i) => ({
		id,
		parentId: i === 0 ? null : `n${drawn.parents[i - 1]! % i}`
	}));
	const atoms = drawn.places.map((place, i) => ({
		id: `a${i}`,
		nodeId: `n${place % nodes.length}`,
		size: drawn.sizes[i]!
	}));
	return { nodes, atoms, minimum: drawn.minimum };
}

export function valueOf({ nodes, atoms, minimum }: SmallTree, pooling: Pooling): number {
	const byId = new Map(atoms.map((atom) => [atom.id, atom]));
	const groups = pooling.pools.map((pool) => pool.atoms.map((id) => byId.get(id)!));
	return poolingValue({ nodes, groups, minimum });
}

/**
 * The most that any partition into groups of at least the minimum is worth: `free` among all of them, `together` among
 * those that leave units below the minimum whole, `ruled` among those that keep all rules of `poolInTree`. -Infinity
 * where there is none. Takes ever longer with each atom: ten are enough.
 */
export function optimumOf(tree: SmallTree): {
	readonly free: number;
	readonly together: number;
	readonly ruled: number;
} {
	const { nodes, atoms, minimum } = tree;
	const found = { free: -Infinity, together: -Infinity, ruled: -Infinity };
	const keepsTogether = keptTogether(tree);
	const keepsRules = keptRules(tree);
	const groups: Atom[][] = [];
	const place = (next: number): void => {
		const atom = atoms[next];
		if (atom !== undefined) {
			for (const group of groups) {
				group.push(atom);
				place(next + 1);
				group.pop();
			}
			groups.push([atom]);
			place(next + 1);
			groups.pop();
			return;
		}
		if (groups.some((group) => group.reduce((sum, one) => sum + one.size, 0) < minimum)) return;
		const value = poolingValue({ nodes, groups, minimum });
		found.free = Math.max(found.free, value);
		if (value <= found.ruled || !keepsTogether(groups)) return;
		found.together = Math.max(found.together, value);
		if (keepsRules(groups)) found.ruled = value;
	};
	if (atoms.length > 0) place(0);
	return found;
}

function linesOf(nodes: readonly TreeNode[]): (id: string) => string[] {
	const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
	return (id) => {
		const line: string[] = [];
		for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) line.push(at);
		return line;
	};
}

function atomsUnder({ nodes, atoms }: SmallTree): Map<string, Atom[]> {
	const lineOf = linesOf(nodes);
	return new Map(nodes.map((node) => [node.id, atoms.filter((atom) => lineOf(atom.nodeId).includes(node.id))]));
}

const sizeOf = (atoms: readonly Atom[]): number => atoms.reduce((sum, atom) => sum + atom.size, 0);

/** Units below the minimum stand in one group each. */
function keptTogether(tree: SmallTree): (groups: readonly (readonly Atom[])[]) => boolean {
	const small = [...atomsUnder(tree).values()].filter((own) => sizeOf(own) < tree.minimum && own.length > 0);
	return (groups) => small.every((own) => groups.some((group) => own.every((atom) => group.includes(atom))));
}

/** One group at most reaches out of a unit, into a node that has no group of its own and takes from no other. */
function keptRules(tree: SmallTree): (groups: readonly (readonly Atom[])[]) => boolean {
	const under = atomsUnder(tree);
	const able = tree.nodes.filter((node) => sizeOf(under.get(node.id)!) >= tree.minimum);
	const isAble = new Set(able.map((node) => node.id));
	const ownOf = (id: string): Atom[] => {
		const below = able.filter((node) => node.parentId === id).flatMap((node) => under.get(node.id)!);
		return under.get(id)!.filter((atom) => !below.includes(atom));
	};
	const needs = new Set(able.filter((node) => sizeOf(ownOf(node.id)) < tree.minimum).map((node) => node.id));
	return (groups) => {
		const out = (id: string): number => {
			const own = under.get(id)!;
			return groups.filter((group) => {
				const inside = group.filter((atom) => own.includes(atom)).length;
				return inside > 0 && inside < group.length;
			}).length;
		};
		const lenders = able.filter((node) => out(node.id) > 0);
		if (lenders.some((node) => out(node.id) > 1)) return false;
		const parents = lenders.map((node) => node.parentId!);
		if (new Set(parents).size < parents.length) return false;
		return parents.every((id) => isAble.has(id) && needs.has(id));
	};
}
