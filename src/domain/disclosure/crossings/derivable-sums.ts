// What can be calculated although no protected cell gives it away: other sets of few people, and pairs of lone people of
// whom one learns the other's value. An atom is never split by what is shown, so sets of whole atoms are all there are.
import type { CrossedTable } from './crossed-table.ts';
import { inverse, minus, plus, prime, times } from './prime-field.ts';
import { markOf, sumOf, type Combination, type ShownSpace } from './shown-space.ts';
import { factorAt, placesOf } from './sparse-sums.ts';

/** Sets of more atoms than this are not searched; with k up to 5 there are none. */
const mostAtoms = 4;

/** Every smallest set of at most four atoms with fewer than `k` people together whose sum can be calculated. */
export function derivableSets(table: CrossedTable, space: ShownSpace, k: number): Combination[] {
	const candidates = atomsThatCanCancel(table, space, k);
	const isCandidate = new Uint8Array(table.atomSizes.length);
	const ofMark = new Map<number, number[]>();
	for (const atom of candidates) {
		isCandidate[atom] = 1;
		const key = space.marks[3 * atom]! * prime + space.marks[3 * atom + 1]!;
		const others = ofMark.get(key);
		if (others === undefined) ofMark.set(key, [atom]);
		else others.push(atom);
	}
	const found = new Map<string, Combination>();
	const accept = (atoms: readonly number[]): void => {
		const sum = sumOf([...atoms].sort((a, b) => a - b));
		if (markOf(space, sum).every((part) => part === 0)) found.set(Array.from(sum.atoms).join(' '), sum);
	};
	/** The last atom is looked up; the one before it must share a free atom that is not cancelled yet. */
	const grow = (atoms: readonly number[], size: number): void => {
		const [a, b] = markOf(space, sumOf(atoms));
		if (a === 0 && b === 0) return accept(atoms);
		if (atoms.length === mostAtoms || size >= k - 1) return;
		for (const last of ofMark.get(minus(0, a) * prime + minus(0, b)) ?? []) {
			if (size + table.atomSizes[last]! < k && !atoms.includes(last)) accept([...atoms, last]);
		}
		if (atoms.length + 2 > mostAtoms || size + 2 >= k) return;
		for (const next of placesOf(space.sharers[lightestLeft(space, atoms)]!)) {
			const total = size + table.atomSizes[next]!;
			if (isCandidate[next] === 1 && total + 1 < k && !atoms.includes(next)) grow([...atoms, next], total);
		}
	};
	for (const atom of candidates) grow([atom], table.atomSizes[atom]!);
	return [...found.values()];
}

/** Pairs of lone people whose values stand in a fixed relation: who knows the own value learns the other's. */
export function derivablePairs(table: CrossedTable, space: ShownSpace): Combination[] {
	const { marks } = space;
	const known = new Map<number, number[]>();
	const found: Combination[] = [];
	table.atomSizes.forEach((size, atom) => {
		const mark = marks.subarray(3 * atom, 3 * atom + 3);
		const pivot = mark.findIndex((part) => part !== 0);
		if (size !== 1 || pivot < 0) return;
		const scale = inverse(mark[pivot]!);
		const key = times(mark[1]!, scale) * prime + times(mark[2]!, scale);
		const others = known.get(key) ?? [];
		for (const other of others) {
			if (marks[3 * other + pivot] === 0) continue;
			const factor = minus(0, times(mark[pivot]!, inverse(marks[3 * other + pivot]!)));
			const pair = { atoms: [atom, other], factors: [1, factor] };
			if (markOf(space, pair).every((part) => part === 0)) found.push(pair);
		}
		known.set(key, [...others, atom]);
	});
	return found;
}

/** Small atoms none of whose free atoms is theirs alone: only they can be part of a sum in which all cancels. */
function atomsThatCanCancel(table: CrossedTable, space: ShownSpace, k: number): number[] {
	const isLeft = Uint8Array.from(table.atomSizes, (size) => (size < k ? 1 : 0));
	const count = new Int32Array(table.atomSizes.length);
	const leave: number[] = [];
	space.sharers.forEach((sharers, free) => {
		for (const atom of placesOf(sharers)) count[free]! += isLeft[atom]!;
		if (count[free] === 1) leave.push(free);
	});
	for (let free = leave.pop(); free !== undefined; free = leave.pop()) {
		for (const atom of placesOf(space.sharers[free]!)) {
			if (isLeft[atom] === 0) continue;
			isLeft[atom] = 0;
			for (const other of placesOf(space.rows[atom]!)) if (--count[other]! === 1) leave.push(other);
		}
	}
	return [...isLeft.keys()].filter((atom) => isLeft[atom] === 1);
}

/** The free atom with the fewest sharers that is left in the sum of the atoms. */
function lightestLeft(space: ShownSpace, atoms: readonly number[]): number {
	let lightest = -1;
	let fewest = Infinity;
	for (const atom of atoms) {
		for (const free of placesOf(space.rows[atom]!)) {
			const size = space.sharers[free]!.size;
			if (size >= fewest) continue;
			let left = 0;
			for (const one of atoms) left = plus(left, factorAt(space.rows[one]!, free));
			if (left === 0) continue;
			fewest = size;
			lightest = free;
			if (size === 2) return lightest;
		}
	}
	return lightest;
}
