// Small groups are pooled with neighbours in the tree, so that what is shown is a partition: nothing can be subtracted.
// One function serves twice: leaders into reporting groups before a round, responses into released groups after it.
import { bestHost, commonKind, groupFormer, isSmaller } from './pool-in-tree-bins.ts';
import type { Formed, Piece } from './pool-in-tree-bins.ts';
import { chooseOpenings } from './pool-in-tree-openings.ts';
import type { Openings } from './pool-in-tree-openings.ts';
import { indexTree } from './tree-index.ts';
import type { TreeIndex, TreeNode } from './tree-index.ts';

/** The smallest thing that is never split: a leadership group before the round, a reporting group after it. */
export type Atom = {
	readonly id: string;
	readonly nodeId: string;
	readonly size: number;
	/** What everybody in it has in common, where atoms of one kind are to be kept together; null where people differ. */
	readonly kind?: string | null;
};

export type Pool = {
	/** The smallest id among its atoms, so that it does not depend on the order of the input. */
	readonly id: string;
	readonly atoms: readonly string[];
	/** Lowest node that contains every atom. */
	readonly anchorNodeId: string;
	readonly size: number;
};

export type Pooling = {
	readonly pools: readonly Pool[];
	/** Atoms of trees that hold fewer than the minimum altogether: they can be shown in no way. */
	readonly unpooled: readonly string[];
};

type OpenPool = { key: string; atoms: string[]; size: number; kind: string | null; anchor: number };

/**
 * Pools atoms into disjoint groups of at least `minimum`, from the bottom of the tree upwards.
 *
 * A node that holds fewer than the minimum altogether hands everything up as one piece. In a node that holds enough,
 * pieces that are large enough stay alone, and the smaller ones become as many groups as their sizes allow
 * (`pool-in-tree-bins.ts`); what is left over joins the smallest of them. Where a node's own pieces are too few for a
 * group, one node below opens up: it lends its leftovers, or a group that takes them in. Which one is chosen for the whole
 * tree at once (`pool-in-tree-openings.ts`): so that there are as many groups, and as many units that can be shown by
 * themselves, as possible, large units counting more; then so that the group that is taken in is small.
 *
 * Where atoms say a `kind`, groups of one kind count twice, and a node that holds too few hands up one piece a kind.
 *
 * What holds: the pools are a partition of the atoms (trees below the minimum excepted); each holds at least the
 * minimum; a node that holds at least the minimum is an exact union of pools, unless neighbours outside it were too
 * few to stand alone and joined one of its pools (then node and neighbours cannot both be shown: their difference
 * would be too small). The result does not depend on the order of the input.
 *
 * `nodes`: a forest; `atoms`: sizes are whole numbers from 0. Throws RangeError for anything else.
 * Checked by properties on random trees in `pool-in-tree.test.ts`, and against every possible pooling of small trees in
 * `pool-in-tree-optimum.test.ts`, which states how near to the optimum it comes.
 */
export function poolInTree(input: {
	readonly nodes: readonly TreeNode[];
	readonly atoms: readonly Atom[];
	readonly minimum: number;
}): Pooling {
	const { nodes, atoms, minimum } = input;
	if (!Number.isInteger(minimum) || minimum < 1) throw new RangeError('The minimum must be a whole number from 1');
	const tree = indexTree(nodes);
	const { formed, totals, unpooled } = formGroups(tree, atoms, minimum);
	const openings = chooseOpenings({ tree, formed, totals, minimum });
	const pools = closePools(tree, formed, openings, minimum);
	return { pools: pools.map((pool) => finished(pool, tree.ids)).sort(byId), unpooled: unpooled.sort() };
}

/** What each node that holds the minimum makes of its own atoms and of the nodes below that hold too few. */
function formGroups(
	tree: TreeIndex,
	atoms: readonly Atom[],
	minimum: number
): { formed: (Formed<Piece> | null)[]; totals: Float64Array; unpooled: string[] } {
	const pieces = piecesByNode(atoms, tree.placeOf, tree.ids.length);
	const form = groupFormer(
		minimum,
		atoms.some((atom) => atom.kind !== undefined)
	);
	const totals = Float64Array.from(pieces, (own) => own.reduce((sum, piece) => sum + piece.size, 0));
	const formed = new Array<Formed<Piece> | null>(tree.ids.length).fill(null);
	const unpooled: string[] = [];
	for (const node of tree.bottomUp) {
		const parent = tree.parentOf[node]!;
		const own = pieces[node]!;
		if (parent >= 0) totals[parent]! += totals[node]!;
		if (totals[node]! >= minimum) formed[node] = form(own);
		else if (parent < 0) unpooled.push(...own.flatMap((piece) => piece.atoms));
		else for (const alike of Map.groupBy(own, (piece) => piece.kind).values()) pieces[parent]!.push(joined(alike));
	}
	return { formed, totals, unpooled };
}

function piecesByNode(atoms: readonly Atom[], placeOf: ReadonlyMap<string, number>, nodeCount: number): Piece[][] {
	const pieces: Piece[][] = Array.from({ length: nodeCount }, () => []);
	const seen = new Set<string>();
	for (const atom of atoms) {
		const node = placeOf.get(atom.nodeId);
		if (node === undefined) throw new RangeError(`Atom "${atom.id}" lies at an unknown node "${atom.nodeId}"`);
		if (!Number.isInteger(atom.size) || atom.size < 0) throw new RangeError(`Atom "${atom.id}" has no whole size`);
		if (seen.has(atom.id)) throw new RangeError(`Two atoms have the id "${atom.id}"`);
		seen.add(atom.id);
		pieces[node]!.push({ key: atom.id, atoms: [atom.id], size: atom.size, kind: atom.kind ?? null });
	}
	return pieces;
}

/** From the bottom up once more: groups are closed, leftovers join them, and what is lent goes to the node above. */
function closePools(
	tree: TreeIndex,
	formed: readonly (Formed<Piece> | null)[],
	{ lends, from }: Openings,
	minimum: number
): OpenPool[] {
	const pools: OpenPool[] = [];
	const lentGroups = new Map<number, OpenPool>();
	const lentPieces = new Map<number, Piece>();
	const close = (pieces: readonly Piece[], anchor: number): OpenPool => {
		const { key, atoms, size, kind } = joined(pieces);
		const pool = { key, atoms: [...atoms], size, kind, anchor };
		pools.push(pool);
		return pool;
	};
	for (const node of tree.bottomUp) {
		const own = formed[node];
		if (own === null || own === undefined) continue;
		const lent = lends[node]!;
		const lentGroup = lentGroups.get(from[node]!);
		const lentPiece = lentPieces.get(from[node]!);
		const isPieceLent = lent > 0 && lent < minimum;
		const given = lentPiece === undefined ? own.rest : [...own.rest, lentPiece];
		const hosts = own.groups.map((pieces) => close(pieces, node));
		if (lentGroup !== undefined) hosts.push(lentGroup);
		else if (hosts.length === 0 && given.length > 0 && !isPieceLent) hosts.push(close(given, node));
		if (isPieceLent) lentPieces.set(node, joined(given));
		else if (own.groups.length > 0 || lentGroup !== undefined) for (const piece of own.rest) absorb(piece, hosts, node);
		if (lent === minimum)
			lentGroups.set(
				node,
				hosts.reduce((best, next) => (isSmaller(next, best) ? next : best))
			);
	}
	return pools;
}

/** The pool then reaches up to `node`. */
function absorb(piece: Piece, hosts: readonly OpenPool[], node: number): void {
	const host = bestHost(hosts, piece);
	host.atoms.push(...piece.atoms);
	host.size += piece.size;
	host.anchor = node;
	if (piece.kind !== host.kind) host.kind = null;
}

function joined(pieces: readonly Piece[]): Piece {
	return {
		key: pieces.reduce((least, piece) => (piece.key < least ? piece.key : least), pieces[0]!.key),
		atoms: pieces.flatMap((piece) => piece.atoms),
		size: pieces.reduce((sum, piece) => sum + piece.size, 0),
		kind: commonKind(pieces)
	};
}

function finished(pool: OpenPool, ids: readonly string[]): Pool {
	const atoms = pool.atoms.toSorted();
	return { id: atoms[0]!, atoms, anchorNodeId: ids[pool.anchor]!, size: pool.size };
}

function byId(a: Pool, b: Pool): number {
	return a.id < b.id ? -1 : 1;
}
