// What follows from the cells that are shown. Every atom's sum is written in the sums of free atoms, which nothing shown
// pins down, and in shown cells. Showing a cell turns one free atom into a dependent one: sparse Gauss elimination.
import { inverse, minus, plus, prime, times } from './prime-field.ts';

/** A sum of atoms times whole numbers, modulo the prime. */
export type Combination = { readonly atoms: ArrayLike<number>; readonly factors: ArrayLike<number> };

/** Factors by place; a place that is missing has 0. */
export type Factors = ReadonlyMap<number, number>;

export type ShownSpace = {
	/** Every atom in free atoms; a free atom is itself. */
	readonly rows: readonly Map<number, number>[];
	/** The rest of every atom, in shown cells. */
	readonly origins: readonly Map<number, number>[];
	/** Atoms whose row holds a free atom. */
	readonly sharers: readonly Set<number>[];
	/** Atoms whose origin holds a shown cell. */
	readonly users: readonly Set<number>[];
	/** Three random weighings of what is not known of every atom: zero for nothing left to know, parallel for parallel. */
	readonly marks: readonly [Float64Array, Float64Array, Float64Array];
	readonly isShown: Uint8Array;
};

/** Nothing shown yet. `random`, in [0, 1), decides the weighings alone. */
export function emptySpace(
	{ atomCount, cellCount }: { readonly atomCount: number; readonly cellCount: number },
	random: () => number
): ShownSpace {
	const mark = (): Float64Array => Float64Array.from({ length: atomCount }, () => 1 + Math.floor(random() * (prime - 1)));
	return {
		rows: Array.from({ length: atomCount }, (_, atom) => new Map([[atom, 1]])),
		origins: Array.from({ length: atomCount }, () => new Map<number, number>()),
		sharers: Array.from({ length: atomCount }, (_, atom) => new Set([atom])),
		users: Array.from({ length: cellCount }, () => new Set<number>()),
		marks: [mark(), mark(), mark()],
		isShown: new Uint8Array(cellCount)
	};
}

/** Sums up rows or origins of atoms. */
export function combine(parts: readonly Factors[], { atoms, factors }: Combination): Map<number, number> {
	const sum = new Map<number, number>();
	for (let place = 0; place < atoms.length; place++) addTo(sum, parts[atoms[place]!]!, factors[place]!);
	return sum;
}

/** Three weighings of a combination: all zero where it follows from what is shown. */
export function markOf({ marks }: ShownSpace, { atoms, factors }: Combination): [number, number, number] {
	const [first, second, third] = marks;
	let [a, b, c] = [0, 0, 0];
	for (let place = 0; place < atoms.length; place++) {
		const atom = atoms[place]!;
		const factor = factors[place]!;
		a = plus(a, factor === 1 ? first[atom]! : times(factor, first[atom]!));
		b = plus(b, factor === 1 ? second[atom]! : times(factor, second[atom]!));
		c = plus(c, factor === 1 ? third[atom]! : times(factor, third[atom]!));
	}
	return [a, b, c];
}

/** The free atom of a cell's row that the fewest atoms depend on; -1 where the row is empty. */
export function lightestFreeAtom({ sharers }: ShownSpace, row: Factors): number {
	let lightest = -1;
	let fewest = Infinity;
	for (const free of row.keys()) {
		const size = sharers[free]!.size;
		if (size >= fewest) continue;
		fewest = size;
		lightest = free;
		if (size === 1) break;
	}
	return lightest;
}

/** Shows a cell of which `row` and `origin` are the sums over its atoms; `free` is a free atom in the row. */
export function show(
	space: ShownSpace,
	{ cell, row, origin, free }: { readonly cell: number; readonly row: Factors; readonly origin: Factors; readonly free: number }
): void {
	const scale = inverse(row.get(free)!);
	const mark = [0, 0, 0];
	const rowRest: [number, number][] = [];
	for (const [place, factor] of row) {
		const scaled = times(factor, scale);
		if (place !== free) rowRest.push([place, prime - scaled]);
		space.marks.forEach((weighing, index) => (mark[index] = plus(mark[index]!, times(scaled, weighing[place]!))));
	}
	const originRest: [number, number][] = [[cell, scale]];
	for (const [place, factor] of origin) originRest.push([place, prime - times(factor, scale)]);

	space.isShown[cell] = 1;
	const dependents = [...space.sharers[free]!];
	space.sharers[free]!.clear();
	for (const atom of dependents) {
		const factor = space.rows[atom]!.get(free)!;
		space.rows[atom]!.delete(free);
		addIndexed({ sums: space.rows[atom]!, holders: space.sharers }, atom, rowRest, factor);
		addIndexed({ sums: space.origins[atom]!, holders: space.users }, atom, originRest, factor);
		space.marks.forEach((weighing, index) => {
			weighing[atom] = minus(weighing[atom]!, times(factor, mark[index]!));
		});
	}
}

/** Whether two weighings are multiples of each other; neither is all zero. */
export function areParallel(
	[a, b, c]: readonly [number, number, number],
	[x, y, z]: readonly [number, number, number]
): boolean {
	return times(a, y) === times(b, x) && times(b, z) === times(c, y) && times(a, z) === times(c, x);
}

/** Each of the atoms once. */
export function sumOf(atoms: ArrayLike<number>): Combination {
	return { atoms, factors: new Uint8Array(atoms.length).fill(1) };
}

function addTo(sum: Map<number, number>, part: Factors, factor: number): void {
	for (const [place, value] of part) {
		const added = factor === 1 ? value : times(factor, value);
		const before = sum.get(place);
		if (before === undefined) {
			sum.set(place, added);
			continue;
		}
		const after = plus(before, added);
		if (after !== 0) sum.set(place, after);
		else sum.delete(place);
	}
}

function addIndexed(
	{ sums, holders }: { readonly sums: Map<number, number>; readonly holders: readonly Set<number>[] },
	atom: number,
	parts: readonly (readonly [number, number])[],
	factor: number
): void {
	for (const [place, value] of parts) {
		const added = factor === 1 ? value : times(factor, value);
		const before = sums.get(place);
		if (before === undefined) {
			sums.set(place, added);
			holders[place]!.add(atom);
			continue;
		}
		const after = plus(before, added);
		if (after !== 0) sums.set(place, after);
		else {
			sums.delete(place);
			holders[place]!.delete(atom);
		}
	}
}
