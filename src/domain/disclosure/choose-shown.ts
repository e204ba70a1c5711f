// Which nodes of a tree of groups may show a figure, so that no difference of shown nodes holds too few respondents.
//
// Shown nodes are nested or disjoint. What can be derived from them is spanned by their residuals: a shown node without
// the shown nodes below it. Residuals are disjoint, so if each holds nobody or at least the threshold, then every set
// that can be derived does. The choice with the least loss follows from one walk up the tree: for each node and each
// number of respondents that it hands up uncovered, the least cost.

/** Parents and an order with children first, of nodes that are nested or disjoint. */
export type Nesting = { readonly parentOf: Int32Array; readonly bottomUp: Int32Array };

/** The whole organisation is given up last. */
const ROOT_WEIGHT = 1e6;

/**
 * Chooses the nodes to show, with the least loss (1 + ln n a node; the root counts most).
 *
 * `counts`: respondents with a score in each node (a node's own and everything below it; leaves hold all respondents);
 * `mayShow`: 0 where a node is out of the question; `threshold`: fewest respondents in a residual.
 * Returns 1 for each node that is shown. A node without respondents is never shown.
 * Checked against all choices on small trees in `choose-shown.test.ts`.
 */
export function chooseShown(input: {
	readonly tree: Nesting;
	readonly counts: Int32Array;
	readonly mayShow: Uint8Array;
	readonly threshold: number;
}): Uint8Array {
	const { tree, counts, threshold } = input;
	if (isUnproblematic(input)) return Uint8Array.from(counts, (n) => (n > 0 ? 1 : 0));
	const plan = emptyPlan(counts.length, threshold + 1);
	for (const node of tree.bottomUp) {
		decide(plan, node, input);
		if (tree.parentOf[node]! >= 0) merge(plan, tree.parentOf[node]!, node);
	}
	return chosen(plan, tree);
}

type Problem = Parameters<typeof chooseShown>[0];

/**
 * Least costs by how many respondents are handed up uncovered; the last state means "at least the threshold". Tables
 * are nodes × states.
 */
type Plan = {
	readonly states: number;
	/** Before and after the node itself is shown or hidden. */
	readonly below: Float64Array;
	readonly cost: Float64Array;
	/** How each state came about: what was taken over from below, and whether the node shows itself. */
	readonly takenOver: Uint16Array;
	readonly shows: Uint8Array;
	/** Of a child: the parent's state before it, and the child's own, by the parent's state after it. */
	readonly before: Uint16Array;
	readonly own: Uint16Array;
	readonly previousChild: Int32Array;
	readonly lastChild: Int32Array;
};

function emptyPlan(size: number, states: number): Plan {
	return {
		states,
		below: new Float64Array(size * states).fill(Infinity),
		cost: new Float64Array(size * states).fill(Infinity),
		takenOver: new Uint16Array(size * states),
		shows: new Uint8Array(size * states),
		before: new Uint16Array(size * states),
		own: new Uint16Array(size * states),
		previousChild: new Int32Array(size).fill(-1),
		lastChild: new Int32Array(size).fill(-1)
	};
}

function decide(plan: Plan, node: number, { tree, counts, mayShow, threshold }: Problem): void {
	const { states, below, cost, takenOver, shows, lastChild } = plan;
	const start = node * states;
	const n = counts[node]!;
	if (lastChild[node]! < 0) below[start + Math.min(n, threshold)] = 0;
	const isShowable = mayShow[node] === 1 && n >= threshold;
	const isRoot = tree.parentOf[node]! < 0;
	const loss = isShowable ? (1 + Math.log(n)) * (isRoot ? ROOT_WEIGHT : 1) : 0;
	for (let state = 0; state < states; state++) {
		const price = below[start + state]!;
		if (price === Infinity) continue;
		if (isShowable && (state === 0 || state === threshold) && price < cost[start]!) {
			cost[start] = price;
			takenOver[start] = state;
			shows[start] = 1;
		}
		if (price + loss < cost[start + state]!) {
			cost[start + state] = price + loss;
			takenOver[start + state] = state;
			shows[start + state] = 0;
		}
	}
}

function merge(plan: Plan, parent: number, child: number): void {
	const { states, below, cost, before, own, previousChild, lastChild } = plan;
	const start = parent * states;
	const childStart = child * states;
	const sofar = below.slice(start, start + states);
	if (lastChild[parent]! < 0) sofar[0] = 0;
	below.fill(Infinity, start, start + states);
	for (let state = 0; state < states; state++) {
		const price = cost[childStart + state]!;
		if (price === Infinity) continue;
		for (let sum = 0; sum < states; sum++) {
			const after = Math.min(states - 1, sum + state);
			if (sofar[sum]! + price >= below[start + after]!) continue;
			below[start + after] = sofar[sum]! + price;
			before[childStart + after] = sum;
			own[childStart + after] = state;
		}
	}
	previousChild[child] = lastChild[parent]!;
	lastChild[parent] = child;
}

/** From the root down: the cheapest state there, and what it was made of. */
function chosen(plan: Plan, tree: Nesting): Uint8Array {
	const { states, cost, takenOver, shows, before, own, previousChild, lastChild } = plan;
	const shown = new Uint8Array(tree.parentOf.length);
	const stateOf = new Uint16Array(shown.length);
	for (let i = shown.length - 1; i >= 0; i--) {
		const node = tree.bottomUp[i]!;
		const start = node * states;
		if (tree.parentOf[node]! < 0) {
			for (let state = 1; state < states; state++) {
				if (cost[start + state]! < cost[start + stateOf[node]!]!) stateOf[node] = state;
			}
		}
		shown[node] = shows[start + stateOf[node]!]!;
		let state = takenOver[start + stateOf[node]!]!;
		for (let child = lastChild[node]!; child >= 0; child = previousChild[child]!) {
			stateOf[child] = own[child * states + state]!;
			state = before[child * states + state]!;
		}
	}
	return shown;
}

/** True where everything that has respondents may be shown at once: the ordinary case. */
function isUnproblematic({ tree, counts, mayShow, threshold }: Problem): boolean {
	const hasChild = new Uint8Array(counts.length);
	for (const node of tree.bottomUp) {
		const parent = tree.parentOf[node]!;
		if (parent >= 0) hasChild[parent] = 1;
		if (counts[node]! > 0 && (mayShow[node] === 0 || (hasChild[node] === 0 && counts[node]! < threshold))) return false;
	}
	return true;
}
