// Small groups are pooled with neighbours in the tree, so that what is shown is a partition: nothing can be subtracted.
// One function serves twice: leaders into reporting groups before a round, responses into released groups after it.
import { indexTree } from './tree-index.ts';
import type { TreeNode } from './tree-index.ts';
import { coverBins } from './cover-bins.ts';

/** The smallest thing that is never split: a leadership group before the round, a reporting group after it. */
export type Atom = { readonly id: string; readonly nodeId: string; readonly size: number };

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

type Piece = { readonly key: string; readonly atoms: string[]; size: number };
type OpenPool = Piece & { anchor: number };
/** The pool that takes a leftover at the least price; `lost` counts the units that would cease to be exact unions. */
type Host = { readonly pool: OpenPool; readonly lost: number };

/**
 * Pools atoms into disjoint groups of at least `minimum`, from the bottom of the tree upwards.
 *
 * Within a node, pieces that are large enough stay alone; smaller ones are merged with each other to just above the
 * minimum. A node that holds fewer than the minimum altogether hands everything up as one piece. What is left over in a
 * node that holds enough joins a pool of that node: the one for which the fewest units stop being exact unions, and of
 * those the smallest.
 *
 * What holds: the pools are a partition of the atoms (trees below the minimum excepted); each holds at least the
 * minimum; a node that holds at least the minimum is an exact union of pools, unless neighbours outside it were too
 * few to stand alone and joined one of its pools (then node and neighbours cannot both be shown: their difference
 * would be too small). The result does not depend on the order of the input.
 *
 * `nodes`: a forest; `atoms`: sizes are whole numbers from 0. Throws RangeError for anything else.
 * Checked by properties on seeded random trees in `pool-in-tree.test.ts`.
 */
export function poolInTree(input: {
	readonly nodes: readonly TreeNode[];
	readonly atoms: readonly Atom[];
	readonly minimum: number;
}): Pooling {
	const { nodes, atoms, minimum } = input;
	if (!Number.isInteger(minimum) || minimum < 1) throw new RangeError('The minimum must be a whole number from 1');
	const tree = indexTree(nodes);
	const pieces = piecesByNode(atoms, tree.placeOf, nodes.length);
	const hosts = new Array<Host | null>(nodes.length).fill(null);
	const poolCounts = new Int32Array(nodes.length);
	const pools: OpenPool[] = [];
	const unpooled: string[] = [];

	for (const node of tree.bottomUp) {
		const parent = tree.parentOf[node]!;
		const own = pieces[node]!;
		const covered = coverBins(
			own.filter((piece) => piece.size < minimum),
			minimum
		);
		const closed = own.filter((piece) => piece.size >= minimum).map((piece) => ({ ...piece, anchor: node }));
		closed.push(...covered.bins.map((bin) => ({ ...joined(bin), anchor: node })));
		pools.push(...closed);

		const below = hosts[node] ?? null;
		const hosted = closed.length > 0 ? closed : below === null ? [] : [below.pool];
		if (covered.rest.length > 0 && hosted.length > 0) {
			absorb(covered.rest, hosted, node);
		} else if (covered.rest.length > 0) {
			const open = joined(covered.rest);
			if (parent < 0) unpooled.push(...open.atoms);
			else pieces[parent]!.push(open);
		}
		const count = poolCounts[node]! + closed.length;
		if (parent < 0 || count === 0) continue;
		poolCounts[parent]! += count;
		const lostHere = count > 1 ? 1 : 0;
		const offers: Host[] = hosted.filter((pool) => pool.anchor === node).map((pool) => ({ pool, lost: lostHere }));
		if (offers.length === 0 && below !== null) offers.push({ pool: below.pool, lost: below.lost + lostHere });
		hosts[parent] = offers.reduce(cheaper, hosts[parent] ?? null);
	}
	return { pools: pools.map((pool) => finished(pool, tree.ids)).sort(byId), unpooled: unpooled.sort() };
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
		pieces[node]!.push({ key: atom.id, atoms: [atom.id], size: atom.size });
	}
	return pieces;
}

/** Each piece of the rest joins the pool that is smallest by then; the pool then reaches up to `node`. */
function absorb(rest: readonly Piece[], pools: readonly OpenPool[], node: number): void {
	for (const piece of rest) {
		const pool = pools.reduce((best, next) => (isSmaller(next, best) ? next : best));
		pool.atoms.push(...piece.atoms);
		pool.size += piece.size;
		pool.anchor = node;
	}
}

function joined(pieces: readonly Piece[]): Piece {
	const key = pieces.reduce((least, piece) => (piece.key < least ? piece.key : least), pieces[0]!.key);
	const size = pieces.reduce((sum, piece) => sum + piece.size, 0);
	return { key, size, atoms: pieces.flatMap((piece) => piece.atoms) };
}

function cheaper(best: Host | null, next: Host): Host | null {
	if (best === null || next.lost < best.lost) return next;
	return next.lost === best.lost && isSmaller(next.pool, best.pool) ? next : best;
}

function isSmaller(a: Piece, b: Piece): boolean {
	return a.size < b.size || (a.size === b.size && a.key < b.key);
}

function finished(pool: OpenPool, ids: readonly string[]): Pool {
	const atoms = pool.atoms.toSorted();
	return { id: atoms[0]!, atoms, anchorNodeId: ids[pool.anchor]!, size: pool.size };
}

function byId(a: Pool, b: Pool): number {
	return a.id < b.id ? -1 : 1;
}
