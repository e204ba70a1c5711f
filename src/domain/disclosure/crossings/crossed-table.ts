// The table that all crossings of a tree with other properties make: which respondents no filter separates (atoms),
// which cells somebody can ask for, and which cells add up to which. Only counts are in it, no answers.

/** Respondents as places in a tree and in a category of every other property. */
export type CrossedRespondents = {
	/** Parent of every unit; -1 for a root. Any order. */
	readonly parentOf: ArrayLike<number>;
	/** Unit of every respondent. */
	readonly unitOf: ArrayLike<number>;
	/** Other properties, such as level and profession. */
	readonly properties: readonly {
		readonly categories: number;
		/** Category of every respondent, from 0. */
		readonly of: ArrayLike<number>;
	}[];
};

/** Lists of different lengths in one array: list `i` is `items` from `starts[i]` to before `starts[i + 1]`. */
export type Lists = { readonly starts: Int32Array; readonly items: Int32Array };

export type CrossedTable = {
	/** Respondents in every atom. */
	readonly atomSizes: Int32Array;
	/** Respondents in every cell; no cell is empty. */
	readonly cellSizes: Int32Array;
	/** Atoms in every cell. */
	readonly atomsOf: Lists;
	/** Cells that hold every atom. */
	readonly cellsOf: Lists;
	/** Sums that always hold: the first cell of each list is the sum of the others. */
	readonly equations: Lists;
	/** Unit of every cell. */
	readonly unitOfCell: Int32Array;
	/** Category of every cell in every property, cells × properties; -1 for all. */
	readonly categoriesOfCell: Int32Array;
};

/**
 * Makes the table of all cells unit × (category or all) × (category or all) × …, without the empty ones. A unit holds
 * its own respondents and those of all units below it.
 *
 * Shapes: `unitOf` and each `of` have one entry a respondent. Throws `RangeError` when they do not, or when the units
 * are no tree.
 */
export function crossedTable(respondents: CrossedRespondents): CrossedTable {
	const { unitOf, properties } = respondents;
	for (const property of properties) {
		if (property.of.length !== unitOf.length) throw new RangeError('a property has another number of respondents');
	}
	const paths = pathsToRoot(respondents.parentOf);
	const atoms = atomsFrom(respondents);
	const radix = properties.map((property) => property.categories + 1);

	const idOfKey = new Map<number, number>();
	const keys: number[] = [];
	const cellsOfAtoms = atoms.categories.map((categories, atom) => {
		const ids: number[] = [];
		for (const unit of paths[atoms.units[atom]!]!) {
			for (const key of keysOf(unit, categories, radix)) {
				let id = idOfKey.get(key);
				if (id === undefined) {
					id = keys.length;
					idOfKey.set(key, id);
					keys.push(key);
				}
				ids.push(id);
			}
		}
		return ids;
	});
	const cellsOf = listsOf(cellsOfAtoms);
	const atomsOf = transposed(cellsOf, keys.length);
	const atomSizes = Int32Array.from(atoms.sizes);
	const cellSizes = new Int32Array(keys.length);
	cellsOfAtoms.forEach((ids, atom) => {
		for (const id of ids) cellSizes[id]! += atomSizes[atom]!;
	});

	const unitOfCell = new Int32Array(keys.length);
	const categoriesOfCell = new Int32Array(keys.length * properties.length);
	keys.forEach((key, cell) => {
		let rest = key;
		for (let place = properties.length - 1; place >= 0; place--) {
			const base = radix[place]!;
			categoriesOfCell[cell * properties.length + place] = (rest % base) - 1;
			rest = Math.floor(rest / base);
		}
		unitOfCell[cell] = rest;
	});
	const table = { atomSizes, cellSizes, atomsOf, cellsOf, unitOfCell, categoriesOfCell };
	return { ...table, equations: equationsOf(respondents, table, idOfKey, radix) };
}

/** Number of entries of list `index`. */
export function lengthOf(lists: Lists, index: number): number {
	return lists.starts[index + 1]! - lists.starts[index]!;
}

/** Entries of list `index`, not copied. */
export function listAt(lists: Lists, index: number): Int32Array {
	return lists.items.subarray(lists.starts[index]!, lists.starts[index + 1]!);
}

export function listsOf(lists: readonly ArrayLike<number>[]): Lists {
	const starts = new Int32Array(lists.length + 1);
	lists.forEach((list, index) => (starts[index + 1] = starts[index]! + list.length));
	const items = new Int32Array(starts[lists.length]!);
	lists.forEach((list, index) => items.set(list, starts[index]!));
	return { starts, items };
}

/** For every item below `count`, the lists that hold it. */
export function transposed(lists: Lists, count: number): Lists {
	const starts = new Int32Array(count + 1);
	for (const item of lists.items) starts[item + 1]!++;
	for (let item = 0; item < count; item++) starts[item + 1]! += starts[item]!;
	const next = starts.slice();
	const items = new Int32Array(lists.items.length);
	for (let list = 0; list + 1 < lists.starts.length; list++) {
		for (const item of listAt(lists, list)) items[next[item]!++] = list;
	}
	return { starts, items };
}

function pathsToRoot(parentOf: ArrayLike<number>): number[][] {
	return Array.from(parentOf, (_, start) => {
		const path: number[] = [];
		for (let unit = start; unit >= 0; unit = parentOf[unit]!) {
			if (path.length > parentOf.length || unit >= parentOf.length) throw new RangeError('the units are no tree');
			path.push(unit);
		}
		return path;
	});
}

type Atoms = {
	readonly units: readonly number[];
	readonly categories: readonly (readonly number[])[];
	readonly sizes: readonly number[];
};

function atomsFrom({ unitOf, properties }: CrossedRespondents): Atoms {
	const places = new Map<string, number>();
	const units: number[] = [];
	const categories: number[][] = [];
	const sizes: number[] = [];
	for (let respondent = 0; respondent < unitOf.length; respondent++) {
		const unit = unitOf[respondent]!;
		const own = properties.map((property) => property.of[respondent]!);
		const key = `${unit} ${own.join(' ')}`;
		const place = places.get(key);
		if (place !== undefined) {
			sizes[place]! += 1;
			continue;
		}
		places.set(key, units.length);
		units.push(unit);
		categories.push(own);
		sizes.push(1);
	}
	return { units, categories, sizes };
}

/** Keys of a unit's cells that hold the categories: each of them, or all, in every property. */
function keysOf(unit: number, categories: readonly number[], radix: readonly number[]): number[] {
	let keys = [unit];
	categories.forEach((category, place) => {
		const base = radix[place]!;
		keys = keys.flatMap((key) => [key * base + category + 1, key * base]);
	});
	return keys;
}

function equationsOf(
	{ parentOf, unitOf, properties }: CrossedRespondents,
	table: Pick<CrossedTable, 'unitOfCell' | 'categoriesOfCell' | 'cellSizes'>,
	idOfKey: ReadonlyMap<number, number>,
	radix: readonly number[]
): Lists {
	const childrenOf: number[][] = Array.from(parentOf, () => []);
	Array.from(parentOf).forEach((parent, unit) => {
		if (parent >= 0) childrenOf[parent]!.push(unit);
	});
	const isAsked = new Uint8Array(parentOf.length);
	for (let respondent = 0; respondent < unitOf.length; respondent++) isAsked[unitOf[respondent]!] = 1;

	const strides = radix.map((_, place) => radix.slice(place + 1).reduce((product, base) => product * base, 1));
	const unitStride = radix.reduce((product, base) => product * base, 1);
	const equations: number[][] = [];
	for (let cell = 0; cell < table.unitOfCell.length; cell++) {
		const unit = table.unitOfCell[cell]!;
		const own = table.categoriesOfCell.subarray(cell * radix.length, (cell + 1) * radix.length);
		const key = own.reduce((sum, category, place) => sum + (category + 1) * strides[place]!, unit * unitStride);
		const add = (keys: readonly number[]): void => {
			const parts = keys.flatMap((part) => idOfKey.get(part) ?? []);
			if (parts.length > 0) equations.push([cell, ...parts]);
		};
		// A unit's own respondents can be asked for by nobody, so its parts do not make up the whole.
		if (isAsked[unit] === 0) add(childrenOf[unit]!.map((child) => key + (child - unit) * unitStride));
		properties.forEach((property, place) => {
			if (own[place] !== -1) return;
			add(Array.from({ length: property.categories }, (_, category) => key + (category + 1) * strides[place]!));
		});
	}
	return listsOf(equations);
}
