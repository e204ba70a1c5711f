// Which sets of people follow from published sets by adding and subtracting: row reduction with exact arithmetic.

/** Largest prime below 2^26: products of two remainders stay exact in a double. */
const PRIME = 67108859;

export type PublishedSet = { readonly group: number; readonly classes: readonly number[]; readonly n: number };
/** A set that can be derived: the classes in it, how many respondents, and a published group that it came from. */
export type DerivedSet = { readonly group: number; readonly classes: readonly number[]; readonly n: number };

type Row = { readonly group: number; readonly entries: Map<number, number>; n: number; pivot: number };

/**
 * Reduces published sets to the sets that span everything derivable from them (reduced row echelon form modulo a prime).
 *
 * Where published sets are nested or disjoint, the reduced rows are disjoint sets and every derivable set is a union of
 * them, so the smallest of them is the smallest derivable set. Rows that are no set (a difference of two people, say)
 * are left out; sets that overlap otherwise are reported by the audit as such.
 */
export function deriveSets(published: readonly PublishedSet[]): DerivedSet[] {
	const rows: Row[] = [];
	const rowOfPivot = new Map<number, Row>();
	const rowsWith = new Map<number, Set<Row>>();
	for (const set of published.toSorted((a, b) => a.classes.length - b.classes.length)) {
		const entries = new Map(set.classes.map((one) => [one, 1]));
		const row: Row = { group: set.group, entries, n: set.n, pivot: -1 };
		for (const one of set.classes) {
			const pivotRow = rowOfPivot.get(one);
			if (pivotRow !== undefined) subtract(row, pivotRow, row.entries.get(one) ?? 0);
		}
		const first = row.entries.entries().next();
		if (first.done === true) continue;
		const [pivot, factor] = first.value;
		scale(row, inverse(factor));
		row.pivot = pivot;
		for (const other of rowsWith.get(pivot) ?? []) {
			subtract(other, row, other.entries.get(pivot) ?? 0);
			for (const one of row.entries.keys()) remember(rowsWith, one, other);
		}
		rowOfPivot.set(pivot, row);
		for (const one of row.entries.keys()) if (one !== pivot) remember(rowsWith, one, row);
		rows.push(row);
	}
	return rows
		.filter((row) => [...row.entries.values()].every((entry) => entry === 1))
		.map(({ group, entries, n }) => ({ group, classes: [...entries.keys()], n: n > PRIME / 2 ? n - PRIME : n }));
}

function subtract(row: Row, other: Row, times: number): void {
	if (times === 0) return;
	for (const [one, entry] of other.entries) {
		const left = modulo((row.entries.get(one) ?? 0) - times * entry);
		if (left === 0) row.entries.delete(one);
		else row.entries.set(one, left);
	}
	row.n = modulo(row.n - times * other.n);
}

function scale(row: Row, times: number): void {
	if (times === 1) return;
	for (const [one, entry] of row.entries) row.entries.set(one, modulo(entry * times));
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
