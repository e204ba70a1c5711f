// The pieces that meet at one node of the tree become as many groups as their sizes allow.
import { coverBins } from './cover-bins.ts';

/** One or several atoms that stay together. */
export type Piece = {
	/** The smallest id among the atoms: settles ties, so that the order of the input does not matter. */
	readonly key: string;
	readonly atoms: readonly string[];
	readonly size: number;
	/** What everybody in it has in common; null where people differ, and where nobody asked. */
	readonly kind: string | null;
};

export type Formed<P> = {
	readonly groups: readonly (readonly P[])[];
	/** Too few to form one more; empty where everything stands in a group. */
	readonly rest: readonly P[];
};

/** Finds groups among pieces; keeps what it has found, because the same sizes come back at many nodes. */
export type GroupFormer = <P extends Piece>(pieces: readonly P[]) => Formed<P>;

/** Beyond so many sets of sizes at one node the greedy rule is used. */
const MOST_STATES = 4000;

/**
 * Makes a function that forms the largest possible number of groups of at least `minimum` from pieces of any size.
 *
 * Pieces that are large enough stay alone. Of the smaller ones, two that make exactly `minimum` belong together in some
 * best solution (exchange: whatever else they stood with is enough for one group). What then is left has less than half
 * as many sizes, and all sets of sizes are tried, each once. Above 4,000 such sets the greedy rule of `coverBins` is used,
 * which is not always the best.
 *
 * With `isAlike`, a group in which everybody has the same `kind` counts twice: groups of one kind are formed first, then
 * others from what is left, or all without regard to kind where that counts more.
 * Checked against an exhaustive search in `pool-in-tree-bins.test.ts`.
 */
export function groupFormer(minimum: number, isAlike: boolean): GroupFormer {
	const cover = exactCover(minimum);
	return <P extends Piece>(pieces: readonly P[]): Formed<P> => {
		const large = pieces.filter((piece) => piece.size >= minimum).map((piece) => [piece]);
		const small = pieces.filter((piece) => piece.size < minimum);
		const blind = cover(small);
		const together = { groups: [...large, ...blind.groups], rest: blind.rest };
		if (!isAlike) return together;
		const byKind = Map.groupBy(small, (piece) => piece.kind);
		const alike = [...byKind].map(([kind, own]) => (kind === null ? { groups: [], rest: own } : cover(own)));
		const mixed = cover(alike.flatMap((formed) => formed.rest));
		const apart = {
			groups: [...large, ...alike.flatMap((formed) => formed.groups), ...mixed.groups],
			rest: mixed.rest
		};
		return worth(apart) >= worth(together) ? apart : together;
	};
}

/** The kind of all pieces together. */
export function commonKind(pieces: readonly Piece[]): string | null {
	const [first] = pieces;
	return first !== undefined && pieces.every((piece) => piece.kind === first.kind) ? first.kind : null;
}

/** Where a leftover goes: to a group of its kind or of mixed kinds first, then to the smallest. */
export function bestHost<G extends Piece>(groups: readonly G[], piece: Piece): G {
	const isSpoilt = (group: G): number => (group.kind === null || group.kind === piece.kind ? 0 : 1);
	return groups.reduce((best, next) => {
		const difference = isSpoilt(next) - isSpoilt(best);
		return difference < 0 || (difference === 0 && isSmaller(next, best)) ? next : best;
	});
}

export function isSmaller(a: Piece, b: Piece): boolean {
	return a.size < b.size || (a.size === b.size && a.key < b.key);
}

/** A group counts one, a group of one kind two, after the leftovers have joined. */
function worth<P extends Piece>(formed: Formed<P>): number {
	const groups = formed.groups.map((pieces) => ({
		key: pieces[0]!.key,
		atoms: [],
		size: pieces.reduce((sum, piece) => sum + piece.size, 0),
		kind: commonKind(pieces)
	}));
	if (groups.length === 0) return 0;
	for (const piece of formed.rest) {
		const host = bestHost(groups, piece);
		host.size += piece.size;
		if (host.kind !== piece.kind) host.kind = null;
	}
	return groups.length + groups.filter((group) => group.kind !== null).length;
}

type Step = { readonly groups: number; readonly sizes: readonly number[]; readonly isGroup: boolean };

function exactCover(minimum: number): GroupFormer {
	const known = new Map<string, Step>();

	const best = (counts: readonly number[]): Step => {
		const key = counts.join();
		const found = known.get(key);
		if (found !== undefined) return found;
		const largest = counts.findLastIndex((count) => count > 0);
		if (largest <= 0) return { groups: 0, sizes: [], isGroup: false };
		let step: Step = { groups: best(without(counts, [largest])).groups, sizes: [largest], isGroup: false };
		for (const sizes of coversWith(counts, largest, minimum)) {
			const groups = 1 + best(without(counts, sizes)).groups;
			if (groups > step.groups) step = { groups, sizes, isGroup: true };
		}
		known.set(key, step);
		return step;
	};

	return <P extends Piece>(pieces: readonly P[]): Formed<P> => {
		const bySize: P[][] = Array.from({ length: minimum }, () => []);
		for (const piece of pieces.toSorted((a, b) => (a.key < b.key ? 1 : -1))) bySize[piece.size]!.push(piece);
		const take = (sizes: readonly number[]): P[] => sizes.map((size) => bySize[size]!.pop()!);
		const groups: P[][] = [];
		for (let size = 1; 2 * size <= minimum; size++) {
			const [one, other] = [bySize[size]!, bySize[minimum - size]!];
			const pairs = one === other ? Math.floor(one.length / 2) : Math.min(one.length, other.length);
			for (let pair = 0; pair < pairs; pair++) groups.push(take([minimum - size, size]));
		}
		let counts: readonly number[] = bySize.map((own, size) => (size === 0 ? 0 : own.length));
		if (counts.reduce((sets, count) => sets * (count + 1), 1) > MOST_STATES) {
			const covered = coverBins(bySize.flat(), minimum);
			return { groups: [...groups, ...covered.bins], rest: covered.rest };
		}
		for (let step = best(counts); step.groups > 0; step = best(counts)) {
			if (step.isGroup) groups.push(take(step.sizes));
			else if (step.sizes.length === 0) break;
			counts = without(counts, step.sizes);
		}
		return { groups, rest: bySize.flat() };
	};
}

function without(counts: readonly number[], sizes: readonly number[]): number[] {
	const left = [...counts];
	for (const size of sizes) left[size]! -= 1;
	return left;
}

/** Every set of sizes with the largest in it that reaches the minimum, but no longer without its smallest. */
function coversWith(counts: readonly number[], largest: number, minimum: number): number[][] {
	const covers: number[][] = [];
	const left = [...counts];
	const add = (sizes: readonly number[], sum: number, from: number): void => {
		if (sum >= minimum) {
			covers.push([...sizes]);
			return;
		}
		for (let size = from; size > 0; size--) {
			if (left[size] === 0) continue;
			left[size]! -= 1;
			add([...sizes, size], sum + size, size);
			left[size]! += 1;
		}
	};
	left[largest]! -= 1;
	add([largest], largest, largest);
	return covers;
}
