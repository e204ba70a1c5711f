// The filter values of every document as bits, so that counting tens of thousands of documents takes a millisecond.
import { documentKinds, type SearchDocument } from './documents.ts';
import { facetNames } from './facets.ts';

export const filterNames = ['kind', ...facetNames] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

/** Every value by which a filter can narrow, in a fixed order. */
export type FilterValues = Readonly<Record<FilterName, readonly string[]>>;

export type ValueBits = {
	readonly values: FilterValues;
	/** Numbers that hold the bits of one row; a filter with many values has several of them. */
	readonly width: number;
	/** For each filter, as in `filterNames`, the first of its numbers; then the end. */
	readonly starts: readonly number[];
	/** `width` numbers a row, the rows of one document after those of another. */
	readonly rows: Int32Array;
	/** For each document its first row; then the end. */
	readonly firstRow: Int32Array;
	/** `width` numbers a document: all its rows together. */
	readonly together: Int32Array;
};

const bitsOfNumber = 31;

export function packValues(documents: readonly SearchDocument[], ofFacets: Omit<FilterValues, 'kind'>): ValueBits {
	const values: FilterValues = { kind: documentKinds, ...ofFacets };
	const starts = [0];
	for (const name of filterNames) {
		starts.push((starts.at(-1) ?? 0) + Math.max(1, Math.ceil(values[name].length / bitsOfNumber)));
	}
	const width = starts.at(-1) ?? 0;
	const places = filterNames.map((name) => new Map(values[name].map((value, place) => [value, place])));
	const rows: number[] = [];
	const firstRow: number[] = [];
	const together = new Int32Array(documents.length * width);
	for (const [at, document] of documents.entries()) {
		firstRow.push(rows.length / width);
		for (const row of document.rows.length === 0 ? [[]] : document.rows) {
			const bits = new Int32Array(width);
			for (const [filter, own] of [[document.kind], ...row].entries()) {
				for (const value of own) {
					const place = places[filter]?.get(value);
					if (place !== undefined) setBits(bits, numberAt(starts, filter, place), 1 << (place % bitsOfNumber));
				}
			}
			for (const [number, own] of bits.entries()) {
				rows.push(own);
				setBits(together, at * width + number, own);
			}
		}
	}
	firstRow.push(rows.length / width);
	return { values, width, starts, rows: Int32Array.from(rows), firstRow: Int32Array.from(firstRow), together };
}

export type Narrowed = {
	/** Places of the documents that pass. */
	readonly places: Int32Array;
	/** For each filter and value, how many would pass with that value and the other filters as they are. */
	readonly counts: Readonly<Record<FilterName, readonly number[]>>;
};

/** A filter with a value that does not exist lets nothing through. */
export function narrow(bits: ValueBits, candidates: Int32Array, filters: Filters): Narrowed {
	const { values, width, starts, rows, firstRow, together } = bits;
	const wanted = filterNames.flatMap((name, filter) => {
		const value = filters[name];
		if (value === undefined) return [];
		const place = values[name].indexOf(value);
		return [
			{ filter, number: numberAt(starts, filter, Math.max(0, place)), bit: place < 0 ? 0 : 1 << (place % bitsOfNumber) }
		];
	});
	const counts = new Int32Array(width * bitsOfNumber);
	const places = new Int32Array(candidates.length);
	const own = new Int32Array(width);
	let passed = 0;
	for (const place of candidates) {
		if (wanted.length === 0) {
			for (let number = 0; number < width; number++) countBits(counts, number, together[place * width + number] ?? 0);
			places[passed++] = place;
			continue;
		}
		own.fill(0);
		let isPassed = false;
		for (let row = firstRow[place] ?? 0; row < (firstRow[place + 1] ?? 0); row++) {
			const failed = failingFilter(rows, row * width, wanted);
			if (failed === 'several') continue;
			if (failed === 'none') isPassed = true;
			const from = failed === 'none' ? 0 : (starts[failed] ?? 0);
			const to = failed === 'none' ? width : (starts[failed + 1] ?? 0);
			for (let number = from; number < to; number++) setBits(own, number, rows[row * width + number] ?? 0);
		}
		if (isPassed) places[passed++] = place;
		for (let number = 0; number < width; number++) countBits(counts, number, own[number] ?? 0);
	}
	const countsOf = (name: FilterName) => {
		const first = (starts[filterNames.indexOf(name)] ?? 0) * bitsOfNumber;
		return Array.from(counts.subarray(first, first + values[name].length));
	};
	return {
		places: places.subarray(0, passed),
		counts: {
			kind: countsOf('kind'),
			level: countsOf('level'),
			factor: countsOf('factor'),
			design: countsOf('design'),
			country: countsOf('country'),
			certainty: countsOf('certainty')
		}
	};
}

function failingFilter(
	rows: Int32Array,
	at: number,
	wanted: readonly { readonly filter: number; readonly number: number; readonly bit: number }[]
): 'none' | 'several' | number {
	let failed: 'none' | number = 'none';
	for (const { filter, number, bit } of wanted) {
		if (((rows[at + number] ?? 0) & bit) !== 0) continue;
		if (failed !== 'none') return 'several';
		failed = filter;
	}
	return failed;
}

function setBits(numbers: Int32Array, at: number, bits: number): void {
	numbers[at] = (numbers[at] ?? 0) | bits;
}

function countBits(counts: Int32Array, number: number, bits: number): void {
	let left = bits;
	while (left !== 0) {
		const lowest = left & -left;
		const index = number * bitsOfNumber + 31 - Math.clz32(lowest);
		counts[index] = (counts[index] ?? 0) + 1;
		left ^= lowest;
	}
}

function numberAt(starts: readonly number[], filter: number, place: number): number {
	return (starts[filter] ?? 0) + Math.floor(place / bitsOfNumber);
}
