// What shown sums leave open, for the attack alone: random ways to change every class's sum that change nothing shown.
// A set is known exactly when no such change touches its sum. The changes are checked against every shown sum again.

export type OpenDirections = {
	/** Whether the sum of the classes follows from what is shown. */
	readonly isKnown: (classes: readonly number[]) => boolean;
	/** Whether what is shown ties a class to others at all. */
	readonly isTied: (one: number) => boolean;
	/** One number for the change of the classes' sum: equal for equal changes. */
	readonly key: (classes: readonly number[]) => number;
	readonly keyOfNegative: (classes: readonly number[]) => number;
	/** Equal for two classes whose changes are always in the same proportion. */
	readonly ratio: (one: number) => number;
};

type SparseRow = { readonly columns: Int32Array; readonly values: Float64Array };
type Field = { readonly prime: number; readonly first: Float64Array; readonly second: Float64Array };

/** Below 2²⁶, so that products fit in a double; not the prime of the engine. */
const primes = [67_108_837, 67_108_819] as const;

/** `rows`: the classes in every shown sum, rising. `random` in [0, 1). */
export function openDirections(
	rows: readonly (readonly number[])[],
	classCount: number,
	random: () => number
): OpenDirections {
	const fromSmallest = [...rows].sort((a, b) => a.length - b.length);
	const fields = primes.map((prime) => fieldOf(fromSmallest, classCount, prime, random));
	const [left, right] = [fields[0]!, fields[1]!];
	const isInRow = new Uint8Array(classCount);
	for (const row of rows) for (const one of row) isInRow[one] = 1;

	const sum = (values: Float64Array, prime: number, classes: readonly number[]): number => {
		let total = 0;
		for (const one of classes) total += values[one]!;
		return total % prime;
	};
	const pack = (a: number, b: number): number => a * 2 ** 26 + b;
	const negative = (value: number, prime: number): number => (value === 0 ? 0 : prime - value);
	const ratioIn = ({ prime, first, second }: Field, one: number): number =>
		times(second[one]!, inverse(first[one]!, prime), prime);
	return {
		isKnown: (classes) =>
			fields.every(({ prime, first, second }) => sum(first, prime, classes) === 0 && sum(second, prime, classes) === 0),
		isTied: (one) => isInRow[one] === 1,
		key: (classes) => pack(sum(left.first, left.prime, classes), sum(right.first, right.prime, classes)),
		keyOfNegative: (classes) =>
			pack(
				negative(sum(left.first, left.prime, classes), left.prime),
				negative(sum(right.first, right.prime, classes), right.prime)
			),
		ratio: (one) => pack(ratioIn(left, one), ratioIn(right, one))
	};
}

function fieldOf(rows: readonly (readonly number[])[], classCount: number, prime: number, random: () => number): Field {
	const echelon = echelonOf(rows, classCount, prime);
	const first = randomChange(echelon, prime, random);
	const second = randomChange(echelon, prime, random);
	for (const change of [first, second]) {
		for (const row of rows) {
			let total = 0;
			for (const one of row) total = (total + change[one]!) % prime;
			if (total !== 0) throw new Error('the attack made a change that what is shown does not allow');
		}
	}
	return { prime, first, second };
}

/** Row echelon form: at every column the row that begins there with a 1, or null. */
function echelonOf(
	rows: readonly (readonly number[])[],
	classCount: number,
	prime: number
): readonly (SparseRow | null)[] {
	const echelon: (SparseRow | null)[] = Array.from({ length: classCount }, () => null);
	const work = new Float64Array(classCount);
	for (const row of rows) {
		const begin = row[0] ?? classCount;
		let end = begin;
		for (const one of row) {
			work[one] = 1;
			end = Math.max(end, one + 1);
		}
		for (let column = begin; column < end; column++) {
			const factor = work[column]!;
			if (factor === 0) continue;
			const above = echelon[column];
			if (above === null || above === undefined) {
				echelon[column] = beginningWithOne(work, column, end, prime);
				break;
			}
			for (let place = 0; place < above.columns.length; place++) {
				const target = above.columns[place]!;
				const rest = work[target]! - times(factor, above.values[place]!, prime);
				work[target] = rest < 0 ? rest + prime : rest;
				if (target >= end) end = target + 1;
			}
		}
		work.fill(0, begin, end);
	}
	return echelon;
}

function beginningWithOne(work: Float64Array, begin: number, end: number, prime: number): SparseRow {
	const scale = inverse(work[begin]!, prime);
	const columns: number[] = [];
	const values: number[] = [];
	for (let column = begin; column < end; column++) {
		if (work[column] === 0) continue;
		columns.push(column);
		values.push(times(work[column]!, scale, prime));
	}
	return { columns: Int32Array.from(columns), values: Float64Array.from(values) };
}

/** Chance where no row begins; what the rows ask for where one does, from the last column to the first. */
function randomChange(echelon: readonly (SparseRow | null)[], prime: number, random: () => number): Float64Array {
	const change = new Float64Array(echelon.length);
	for (let column = echelon.length - 1; column >= 0; column--) {
		const row = echelon[column];
		if (row === null || row === undefined) {
			change[column] = Math.floor(random() * prime);
			continue;
		}
		let sum = 0;
		for (let place = 1; place < row.columns.length; place++) {
			sum += times(row.values[place]!, change[row.columns[place]!]!, prime);
		}
		const rest = sum % prime;
		change[column] = rest === 0 ? 0 : prime - rest;
	}
	return change;
}

function times(a: number, b: number, prime: number): number {
	const product = a * b;
	const rest = product - Math.floor(product / prime) * prime;
	return rest < 0 ? rest + prime : rest >= prime ? rest - prime : rest;
}

/** By Fermat's little theorem; 0 for 0. */
function inverse(a: number, prime: number): number {
	let result = 1;
	let base = a;
	for (let exponent = prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
		if (exponent % 2 === 1) result = times(result, base, prime);
		base = times(base, base, prime);
	}
	return a === 0 ? 0 : result;
}
