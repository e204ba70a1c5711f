// Which sets of people follow from published sets by adding and subtracting: row reduction with exact arithmetic.

/** Largest prime below 2^26: products of two remainders stay exact in a double. */
const PRIME = 67108859;

export type PublishedSet = { readonly group: number; readonly classes: readonly number[]; readonly n: number };
/** A set that can be derived: the classes in it, how many respondents, and a published group that it came from. */
export type DerivedSet = { readonly group: number; readonly classes: readonly number[]; readonly n: number };

/** A row of the reduced form: Σ factors × classes has `n` respondents. Its pivot stands in no other row, with factor 1. */
export type ReducedRow = {
	readonly group: number;
	readonly pivot: number;
	readonly classes: readonly number[];
	readonly factors: readonly number[];
	readonly n: number;
};

type Row = { readonly group: number; pivot: number; classes: number[]; factors: number[]; n: number };

/**
 * Reduces published sets to the sets that span everything derivable from them (reduced row echelon form modulo a prime).
 *
 * Where published sets are nested or disjoint, the reduced rows are disjoint sets and every derivable set is a union of
 * them, so the smallest of them is the smallest derivable set. Rows that are no set (a difference of two people, say)
 * are left out; sets that overlap otherwise are reported by the audit as such. A set without classes but with
 * respondents means that two published counts contradict each other.
 */
export function deriveSets(published: readonly PublishedSet[]): DerivedSet[] {
	return reduceSets(published)
		.filter((row) => row.factors.every((factor) => factor === 1))
		.map(({ group, classes, n }) => ({ group, classes, n }));
}

/** The same, with the rows that are no sets: together they span everything that can be derived. */
export function reduceSets(published: readonly PublishedSet[]): ReducedRow[] {
	const rows: Row[] = [];
	const rowOfPivot = new Map<number, Row>();
	/** Rows that hold a class which is not their pivot. */
	const rowsWith = new Map<number, Set<Row>>();
	const vector = sparseVector(published.reduce((most, set) => Math.max(most, 1 + largestOf(set.classes)), 0));
	for (const set of published.toSorted((a, b) => a.classes.length - b.classes.length)) {
		let n = set.n;
		for (const one of set.classes) vector.add(one, 1);
		for (const one of set.classes) {
			const pivotRow = rowOfPivot.get(one);
			const times = vector.at(one);
			if (pivotRow === undefined || times === 0) continue;
			vector.subtract(pivotRow, times);
			n = modulo(n - times * pivotRow.n);
		}
		const row: Row = { group: set.group, pivot: -1, ...vector.take(), n };
		const [pivot] = row.classes;
		if (pivot === undefined && n === 0) continue;
		rows.push(row);
		if (pivot === undefined) continue;
		row.pivot = pivot;
		scale(row, inverse(row.factors[0]!));
		for (const other of rowsWith.get(pivot) ?? []) eliminate(other, row, pivot, vector);
		rowOfPivot.set(pivot, row);
		for (const holder of [row, ...(rowsWith.get(pivot) ?? [])]) {
			if (holder.classes.length === 1) continue;
			for (const one of row.classes) if (one !== pivot) remember(rowsWith, one, holder);
		}
	}
	return rows.map((row) => ({ ...row, factors: row.factors.map(centred), n: centred(row.n) }));
}

function centred(value: number): number {
	return value > PRIME / 2 ? value - PRIME : value;
}

function largestOf(classes: readonly number[]): number {
	return classes.reduce((most, one) => Math.max(most, one), -1);
}

type SparseVector = {
	add(one: number, value: number): void;
	at(one: number): number;
	subtract(row: Row, times: number): void;
	/** What is in the vector, which is empty afterwards. */
	take(): Pick<Row, 'classes' | 'factors'>;
};

function sparseVector(size: number): SparseVector {
	const values = new Float64Array(size);
	let touched: number[] = [];
	const add = (one: number, value: number): void => {
		if (values[one] === 0) touched.push(one);
		values[one] = modulo(values[one]! + value);
	};
	return {
		add,
		at: (one) => values[one]!,
		subtract: (row, times) => row.classes.forEach((one, i) => add(one, -times * row.factors[i]!)),
		take: () => {
			const classes: number[] = [];
			const factors: number[] = [];
			for (const one of touched) {
				if (values[one] === 0) continue;
				classes.push(one);
				factors.push(values[one]!);
				values[one] = 0;
			}
			touched = [];
			return { classes, factors };
		}
	};
}

/** Takes the new row's pivot out of a row that was there before. */
function eliminate(other: Row, row: Row, pivot: number, vector: SparseVector): void {
	const times = other.factors[other.classes.indexOf(pivot)];
	if (times === undefined) return;
	other.classes.forEach((one, i) => vector.add(one, other.factors[i]!));
	vector.subtract(row, times);
	Object.assign(other, vector.take());
	other.n = modulo(other.n - times * row.n);
}

function scale(row: Row, times: number): void {
	if (times === 1) return;
	row.factors = row.factors.map((factor) => modulo(factor * times));
	row.n = modulo(row.n * times);
}

function modulo(value: number): number {
	const rest = value % PRIME;
	return rest < 0 ? rest + PRIME : rest;
}

/** By Fermat: a^(p-2). */
function inverse(value: number): number {
	let result = 1;
	let power = value;
	for (let exponent = PRIME - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
		if (exponent % 2 === 1) result = modulo(result * power);
		power = modulo(power * power);
	}
	return result;
}

function remember(index: Map<number, Set<Row>>, one: number, row: Row): void {
	const rows = index.get(one);
	if (rows === undefined) index.set(one, new Set([row]));
	else rows.add(row);
}
