// What follows from the cells that are shown. Every atom's sum is written in the sums of free atoms, which nothing shown
// pins down, and in shown cells. Showing a cell turns one free atom into a dependent one: sparse Gauss elimination.
import { inverse, minus, plus, prime, times } from './prime-field.ts';
import { addFactor, emptySum, factorAt, placesOf, setFactor, type SparseSum } from './sparse-sums.ts';

/** A sum of atoms times whole numbers, modulo the prime; each once where `factors` is null. */
export type Combination = { readonly atoms: ArrayLike<number>; readonly factors: ArrayLike<number> | null };

export type ShownSpace = {
	/** Every atom in free atoms; a free atom is itself. */
	readonly rows: readonly SparseSum[];
	/** The rest of every atom, in shown cells. */
	readonly origins: readonly SparseSum[];
	/** Atoms whose row holds a free atom, as places of a sum. */
	readonly sharers: readonly SparseSum[];
	/** Atoms whose origin holds a shown cell. */
	readonly users: readonly SparseSum[];
	/** Three random weighings of what is not known, atoms × 3: zero for nothing left to know, parallel for parallel. */
	readonly marks: Float64Array;
	readonly isShown: Uint8Array;
	/** How many cells may still ask for an atom: atoms of few are written in others first. */
	readonly demand: ArrayLike<number>;
};

export type Mark = readonly [number, number, number];

/** Nothing shown yet. `demand`: one an atom. `random`, in [0, 1), decides the weighings alone. */
export function emptySpace(
	{ demand, cellCount }: { readonly demand: ArrayLike<number>; readonly cellCount: number },
	random: () => number
): ShownSpace {
	const atomCount = demand.length;
	const itself = (_: unknown, atom: number): SparseSum => {
		const sum = emptySum();
		setFactor(sum, atom, 1);
		return sum;
	};
	return {
		rows: Array.from({ length: atomCount }, itself),
		origins: Array.from({ length: atomCount }, emptySum),
		sharers: Array.from({ length: atomCount }, itself),
		users: Array.from({ length: cellCount }, emptySum),
		marks: Float64Array.from({ length: 3 * atomCount }, () => 1 + Math.floor(random() * (prime - 1))),
		isShown: new Uint8Array(cellCount),
		demand
	};
}

/** Sums up rows or origins of atoms. */
export function combine(parts: readonly SparseSum[], { atoms, factors }: Combination): SparseSum {
	const sum = emptySum();
	for (let place = 0; place < atoms.length; place++) {
		addSum(sum, parts[atoms[place]!]!, factors === null ? 1 : factors[place]!);
	}
	return sum;
}

/** Adds a multiple of `part`. */
export function addSum(sum: SparseSum, part: SparseSum, factor: number): void {
	const { slots, factors } = part;
	for (let slot = 0; slot < slots.length; slot++) {
		if (slots[slot] === 0) continue;
		addFactor(sum, slots[slot]! - 1, factor === 1 ? factors[slot]! : times(factor, factors[slot]!), prime);
	}
}

/** Three weighings of a combination: all zero where it follows from what is shown. */
export function markOf({ marks }: ShownSpace, { atoms, factors }: Combination): Mark {
	let [a, b, c] = [0, 0, 0];
	for (let place = 0; place < atoms.length; place++) {
		const at = 3 * atoms[place]!;
		const factor = factors === null ? 1 : factors[place]!;
		a = plus(a, factor === 1 ? marks[at]! : times(factor, marks[at]!));
		b = plus(b, factor === 1 ? marks[at + 1]! : times(factor, marks[at + 1]!));
		c = plus(c, factor === 1 ? marks[at + 2]! : times(factor, marks[at + 2]!));
	}
	return [a, b, c];
}

/** Whether a combination weighs a multiple of `mark`; neither is all zero. */
export function isParallel(space: ShownSpace, sum: Combination, mark: Mark): boolean {
	const [x, y, z] = markOf(space, sum);
	return (
		times(x, mark[1]) === times(y, mark[0]) &&
		times(y, mark[2]) === times(z, mark[1]) &&
		times(x, mark[2]) === times(z, mark[0])
	);
}

/** The free atom of a cell's row that the fewest atoms depend on, and the fewest cells ask for; -1 for an empty row. */
export function lightestFreeAtom({ sharers, demand }: ShownSpace, row: SparseSum): number {
	let lightest = -1;
	let least = Infinity;
	for (const held of row.slots) {
		if (held === 0) continue;
		const weight = sharers[held - 1]!.size * demand[held - 1]!;
		if (weight >= least) continue;
		least = weight;
		lightest = held - 1;
	}
	return lightest;
}

/** Shows a cell of which `row` and `origin` are the sums over its atoms; `free` is a free atom in the row. */
export function show(
	space: ShownSpace,
	shown: { readonly cell: number; readonly row: SparseSum; readonly origin: SparseSum; readonly free: number }
): void {
	const scale = inverse(factorAt(shown.row, shown.free));
	const row = multiple(shown.row, prime - scale);
	const origin = multiple(shown.origin, prime - scale);
	setFactor(origin, shown.cell, scale);
	const mark = weighed(space.marks, row);
	setFactor(row, shown.free, 0);

	space.isShown[shown.cell] = 1;
	for (const atom of placesOf(space.sharers[shown.free]!)) {
		const factor = factorAt(space.rows[atom]!, shown.free);
		setFactor(space.rows[atom]!, shown.free, 0);
		setFactor(space.sharers[shown.free]!, atom, 0);
		addTo(space, atom, { row, origin, mark }, factor);
	}
}

/** Takes a cell back that was shown by `show`: an atom that was written in it becomes free again. Returns who changed. */
export function takeBack(space: ShownSpace, cell: number, random: () => number): readonly number[] {
	const users = placesOf(space.users[cell]!);
	const free = users.reduce((a, b) => (space.rows[b]!.size < space.rows[a]!.size ? b : a));
	const scale = inverse(factorAt(space.origins[free]!, cell));
	const row = multiple(space.rows[free]!, prime - scale);
	addFactor(row, free, scale, prime);
	const origin = multiple(space.origins[free]!, prime - scale);
	const mark = [0, 1, 2].map((index) => {
		const fresh = 1 + Math.floor(random() * (prime - 1));
		return times(minus(fresh, space.marks[3 * free + index]!), scale);
	});
	for (const atom of users) addTo(space, atom, { row, origin, mark }, factorAt(space.origins[atom]!, cell));
	space.isShown[cell] = 0;
	return users;
}

/** Each of the atoms once. */
export function sumOf(atoms: ArrayLike<number>): Combination {
	return { atoms, factors: null };
}

function multiple(sum: SparseSum, factor: number): SparseSum {
	return {
		size: sum.size,
		slots: sum.slots.slice(),
		factors: sum.factors.map((one, slot) => (sum.slots[slot] === 0 ? 0 : times(one, factor)))
	};
}

function weighed(marks: Float64Array, sum: SparseSum): number[] {
	const mark = [0, 0, 0];
	for (let slot = 0; slot < sum.slots.length; slot++) {
		if (sum.slots[slot] === 0) continue;
		const at = 3 * (sum.slots[slot]! - 1);
		for (let index = 0; index < 3; index++) {
			mark[index] = plus(mark[index]!, times(sum.factors[slot]!, marks[at + index]!));
		}
	}
	return mark;
}

type Change = { readonly row: SparseSum; readonly origin: SparseSum; readonly mark: readonly number[] };

function addTo(space: ShownSpace, atom: number, { row, origin, mark }: Change, factor: number): void {
	addIndexed(space.rows[atom]!, space.sharers, atom, row, factor);
	addIndexed(space.origins[atom]!, space.users, atom, origin, factor);
	for (let index = 0; index < 3; index++) {
		const at = 3 * atom + index;
		space.marks[at] = plus(space.marks[at]!, times(factor, mark[index]!));
	}
}

/** Adds a multiple of `part` to the sum of `atom`, and keeps the holders of every place. */
function addIndexed(
	sum: SparseSum,
	holders: readonly SparseSum[],
	atom: number,
	part: SparseSum,
	factor: number
): void {
	const { slots, factors } = part;
	for (let slot = 0; slot < slots.length; slot++) {
		if (slots[slot] === 0) continue;
		const place = slots[slot]! - 1;
		const change = addFactor(sum, place, factor === 1 ? factors[slot]! : times(factor, factors[slot]!), prime);
		if (change !== 0) setFactor(holders[place]!, atom, change === 1 ? 1 : 0);
	}
}
