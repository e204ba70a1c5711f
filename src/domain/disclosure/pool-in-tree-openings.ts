// Which units open up where neighbours are too few to stand alone: a programme over the tree, exact within its rules.
import { unitWorth, GROUP_WORTH } from './pool-in-tree-value.ts';
import type { Formed, Piece } from './pool-in-tree-bins.ts';
import type { TreeIndex } from './tree-index.ts';

/** A node's own groups and leftovers, where it holds the minimum; null elsewhere. */
export type FormedAt = readonly (Formed<Piece> | null)[];

/**
 * What each node lends to the node above: 0 nothing (its groups lie within it), 1 … minimum − 1 a piece of that size,
 * `minimum` a group that takes in others. `from` is the child that lends to the node in turn, or -1.
 */
export type Openings = { readonly lends: Int32Array; readonly from: Int32Array };

/**
 * Chooses what every node that holds the minimum lends upwards, so that the results of the whole are worth most
 * (`pool-in-tree-value.ts`): each group counts, and each unit that is still an exact union of groups.
 *
 * Two rules bound the choice: a node takes from at most one child, and only where its own leftovers cannot stand alone
 * and it has no group of its own to put them in; and what it lends is its leftovers, its smallest own group, or what it
 * was lent itself. Where two choices are worth the same, the smaller group is taken in, then the smaller id.
 * Time and memory grow with nodes × minimum.
 */
export function chooseOpenings(input: {
	readonly tree: TreeIndex;
	readonly formed: FormedAt;
	/** Whole size below and at each node. */
	readonly totals: Float64Array;
	readonly minimum: number;
}): Openings {
	const { tree, formed, totals, minimum } = input;
	const states = minimum + 1;
	const tables = newTables(tree.ids.length, states);
	for (const node of tree.bottomUp) {
		const own = formed[node];
		if (own === null || own === undefined) continue;
		fillStates(tables, node, { own, minimum, worth: unitWorth(totals[node]!, minimum) });
		const parent = tree.parentOf[node]!;
		if (parent >= 0) offerToParent(tables, { node, parent, states, ids: tree.ids });
	}
	return walkDown(tables, tree, states);
}

/** By node × state. A value of -Infinity says that the state cannot be. */
type Tables = {
	readonly value: Float64Array;
	/** Size of what is lent: settles ties. */
	readonly size: Float64Array;
	/** The state in which a child lends to this one; -1 where none does. */
	readonly via: Int32Array;
	/** The most that a child gains by lending in a state instead of keeping to itself, and which child it is. */
	readonly gain: Float64Array;
	readonly lender: Int32Array;
	/** By node: the children's values when they keep to themselves. */
	readonly base: Float64Array;
	readonly states: number;
};

function newTables(nodes: number, states: number): Tables {
	return {
		value: new Float64Array(nodes * states).fill(-Infinity),
		size: new Float64Array(nodes * states),
		via: new Int32Array(nodes * states).fill(-1),
		gain: new Float64Array(nodes * states).fill(-Infinity),
		lender: new Int32Array(nodes * states).fill(-1),
		base: new Float64Array(nodes),
		states
	};
}

function fillStates(
	tables: Tables,
	node: number,
	at: { readonly own: Formed<Piece>; readonly minimum: number; readonly worth: number }
): void {
	const { own, minimum, worth } = at;
	const row = node * tables.states;
	const base = tables.base[node]!;
	const rest = own.rest.reduce((sum, piece) => sum + piece.size, 0);
	const set = (state: number, value: number, size: number, via: number): void => {
		const place = row + state;
		if (value === -Infinity || value < tables.value[place]!) return;
		if (value === tables.value[place]! && size >= tables.size[place]!) return;
		tables.value[place] = value;
		tables.size[place] = size;
		tables.via[place] = via;
	};
	if (own.groups.length > 0) {
		const value = base + own.groups.length * GROUP_WORTH;
		const smallest = Math.min(...own.groups.map((pieces) => pieces.reduce((sum, piece) => sum + piece.size, 0)));
		set(0, value + worth, 0, -1);
		set(minimum, value, smallest, -1);
		if (rest > 0) set(rest, value, rest, -1);
		return;
	}
	if (own.rest.length === 0) set(0, base + worth, 0, -1);
	if (rest > 0) set(rest, base, rest, -1);
	for (let state = 1; state < tables.states; state++) {
		const lent = base + tables.gain[row + state]!;
		const size = tables.size[tables.lender[row + state]! * tables.states + state] ?? 0;
		if (state === minimum || state + rest >= minimum) {
			const value = state === minimum ? lent : lent + GROUP_WORTH;
			if (own.rest.length > 0) set(0, value + worth, size + rest, state);
			if (own.rest.length > 0 || state === minimum) set(minimum, value, size + rest, state);
		} else set(state + rest, lent, state + rest, state);
	}
}

function offerToParent(
	tables: Tables,
	at: { readonly node: number; readonly parent: number; readonly states: number; readonly ids: readonly string[] }
): void {
	const { node, parent, states, ids } = at;
	const kept = tables.value[node * states]!;
	tables.base[parent]! += kept;
	for (let state = 1; state < states; state++) {
		const gain = tables.value[node * states + state]! - kept;
		if (gain === -Infinity) continue;
		const place = parent * states + state;
		const other = tables.lender[place]!;
		const difference = gain - tables.gain[place]!;
		if (other >= 0 && difference < 0) continue;
		if (other >= 0 && difference === 0) {
			const bySize = tables.size[node * states + state]! - tables.size[other * states + state]!;
			if (bySize > 0 || (bySize === 0 && ids[node]! > ids[other]!)) continue;
		}
		tables.gain[place] = gain;
		tables.lender[place] = node;
	}
}

function walkDown(tables: Tables, tree: TreeIndex, states: number): Openings {
	const lends = new Int32Array(tree.ids.length);
	const from = new Int32Array(tree.ids.length).fill(-1);
	for (let i = tree.bottomUp.length - 1; i >= 0; i--) {
		const node = tree.bottomUp[i]!;
		const via = tables.via[node * states + lends[node]!]!;
		if (via < 0) continue;
		const child = tables.lender[node * states + via]!;
		from[node] = child;
		lends[child] = via;
	}
	return { lends, from };
}
