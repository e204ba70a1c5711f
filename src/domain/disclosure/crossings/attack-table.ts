// An intruder with the staff list and everything that is shown. Knows nothing of how the cells were chosen: builds the
// table anew, finds what the shown sums leave open, and looks for every small set of people that they do not leave open.
import type { CrossedRespondents } from './crossed-table.ts';
import { openDirections, type OpenDirections } from './open-directions.ts';

/** A cell that can be asked for: a unit and a category of every property, -1 for all. */
export type CellName = { readonly unit: number; readonly categories: readonly number[] };

/** People whom the attack calculates together: a class is everybody with the same unit and the same categories. */
export type AttackedSet = { readonly classes: readonly CellName[]; readonly respondents: number };

export type TableBreaches = {
	/** Cells with 0 < n < k whose sum can be calculated. */
	readonly exact: readonly AttackedSet[];
	/** Other sets of fewer than k people whose sum can be calculated, none of which holds a smaller one. */
	readonly implied: readonly AttackedSet[];
	/** Two lone people: who knows the own value can calculate the other's. */
	readonly insider: readonly AttackedSet[];
	/** Whether some breaches were left out because there were more than `most` of a kind. */
	readonly isCut: boolean;
};

/**
 * Attacks a table of sums (or means with known counts) over respondents of whom everybody knows unit and categories.
 *
 * `shown`: the cells whose sums are shown. Complete for sets of up to four classes, which with k up to 5 is every set;
 * for larger k, sets of more classes are searched only where they are cells. What it reports as open is certain: it has two
 * assignments of values that agree in every shown sum. Values are taken to be unbounded numbers, so bounds of a scale and
 * rounding are not in it. `random` in [0, 1). Throws `RangeError` for a shown cell that nobody is in.
 */
export function attackTable(
	attacked: {
		readonly respondents: CrossedRespondents;
		readonly shown: readonly CellName[];
		readonly k: number;
		readonly most?: number;
	},
	random: () => number
): TableBreaches {
	const { k, most = 1_000_000 } = attacked;
	const population = classesOf(attacked.respondents);
	const rows = attacked.shown.map((cell) => {
		const classes = population.classesOfCell.get(nameOf(cell));
		if (classes === undefined) throw new RangeError(`nobody is in the shown cell ${nameOf(cell)}`);
		return classes;
	});
	const open = openDirections(rows, population.names.length, random);
	const sizeOf = (classes: readonly number[]): number => classes.reduce((sum, one) => sum + population.sizes[one]!, 0);
	const setOf = (classes: readonly number[]): AttackedSet => ({
		classes: classes.map((one) => population.names[one]!),
		respondents: sizeOf(classes)
	});

	const smallCells = [...population.classesOfCell.values()].filter((classes) => sizeOf(classes) < k);
	const exact = smallCells.filter((classes) => open.isKnown(classes));
	const cellKeys = new Set(smallCells.map((classes) => classes.join(' ')));
	const sets = knownSets(population.sizes, open, k, most);
	const implied = sets.filter((classes) => !cellKeys.has(classes.join(' ')));
	const insider = tiedPairs(population.sizes, open, most);
	return {
		exact: exact.map(setOf),
		implied: implied.map(setOf),
		insider: insider.map(setOf),
		isCut: sets.length >= most || insider.length >= most
	};
}

type Population = {
	readonly names: readonly CellName[];
	readonly sizes: readonly number[];
	/** Classes in every cell that somebody is in, in rising order. */
	readonly classesOfCell: ReadonlyMap<string, readonly number[]>;
};

const nameOf = ({ unit, categories }: CellName): string => `${unit}: ${categories.join(' ')}`;

function classesOf({ parentOf, unitOf, properties }: CrossedRespondents): Population {
	const counts = new Map<string, { readonly name: CellName; count: number }>();
	for (let respondent = 0; respondent < unitOf.length; respondent++) {
		const name = { unit: unitOf[respondent]!, categories: properties.map((property) => property.of[respondent]!) };
		const known = counts.get(nameOf(name));
		if (known === undefined) counts.set(nameOf(name), { name, count: 1 });
		else known.count += 1;
	}
	const classes = [...counts.values()].sort((a, b) => a.name.unit - b.name.unit);
	const classesOfCell = new Map<string, number[]>();
	classes.forEach(({ name }, index) => {
		for (let unit = name.unit; unit >= 0; unit = parentOf[unit]!) {
			for (let chosen = 0; chosen < 2 ** properties.length; chosen++) {
				const categories = name.categories.map((category, place) => ((chosen >> place) & 1 ? category : -1));
				const cell = nameOf({ unit, categories });
				const members = classesOfCell.get(cell);
				if (members === undefined) classesOfCell.set(cell, [index]);
				else members.push(index);
			}
		}
	});
	return { names: classes.map((one) => one.name), sizes: classes.map((one) => one.count), classesOfCell };
}

/** Sets of up to four classes with fewer than `k` people that are known together, though no part of them is. */
function knownSets(sizes: readonly number[], open: OpenDirections, k: number, most: number): number[][] {
	const small = sizes.flatMap((size, one) => (size < k ? [one] : []));
	const found: number[][] = small.filter((one) => open.isKnown([one])).map((one) => [one]);
	const unknown = small.filter((one) => !open.isKnown([one])).sort((a, b) => sizes[a]! - sizes[b]!);

	const ofNegative = new Map<number, number[]>();
	for (const one of unknown) {
		const key = open.keyOfNegative([one]);
		ofNegative.set(key, [...(ofNegative.get(key) ?? []), one]);
	}
	const seen = new Set<string>();
	const accept = (classes: readonly number[]): void => {
		if (found.length >= most || new Set(classes).size < classes.length || !open.isKnown(classes)) return;
		const sorted = [...classes].sort((a, b) => a - b);
		const key = sorted.join(' ');
		if (seen.has(key) || hasKnownPart(sorted, open)) return;
		seen.add(key);
		found.push(sorted);
	};
	for (const one of unknown) {
		for (const other of ofNegative.get(open.key([one])) ?? []) {
			if (other > one && sizes[one]! + sizes[other]! < k) accept([one, other]);
		}
	}
	// Classes that nothing shown ties to any other cannot cancel: their direction is theirs alone.
	const tied = unknown.filter((one) => open.isTied(one));
	const lone = tied.filter((one) => sizes[one] === 1);
	for (let first = 0; first < lone.length; first++) {
		for (const second of tied) {
			const total = 1 + sizes[second]!;
			if (total + 1 >= k) break;
			if (sizes[second] === 1 && second <= lone[first]!) continue;
			for (const third of ofNegative.get(open.key([lone[first]!, second])) ?? []) {
				if (total + sizes[third]! < k) accept([lone[first]!, second, third]);
			}
		}
	}
	if (k >= 5) for (const set of zeroFours(lone, open)) accept(set);
	return found;
}

/** Fours whose directions add up to nothing: two pairs with opposite sums, met in one table of all pairs. */
function zeroFours(lone: readonly number[], open: OpenDirections): number[][] {
	const count = (lone.length * (lone.length - 1)) / 2;
	const bits = Math.max(4, Math.ceil(Math.log2(2 * count + 1)));
	const mask = 2 ** bits - 1;
	const keys = new Float64Array(2 ** bits).fill(-1);
	const firsts = new Int32Array(2 ** bits);
	const seconds = new Int32Array(2 ** bits);
	const placeOf = (key: number): number => (Math.imul(key % 4294967291, 0x9e3779b1) >>> 0) & mask;
	const found: number[][] = [];
	for (let a = 0; a < lone.length; a++) {
		for (let b = a + 1; b < lone.length; b++) {
			const wanted = open.keyOfNegative([lone[a]!, lone[b]!]);
			for (let place = placeOf(wanted); keys[place] !== -1; place = (place + 1) & mask) {
				if (keys[place] === wanted) found.push([firsts[place]!, seconds[place]!, lone[a]!, lone[b]!]);
			}
			const own = open.key([lone[a]!, lone[b]!]);
			let place = placeOf(own);
			while (keys[place] !== -1) place = (place + 1) & mask;
			keys[place] = own;
			firsts[place] = lone[a]!;
			seconds[place] = lone[b]!;
		}
	}
	return found;
}

function hasKnownPart(classes: readonly number[], open: OpenDirections): boolean {
	for (let chosen = 1; chosen < 2 ** classes.length - 1; chosen++) {
		if (open.isKnown(classes.filter((_, place) => (chosen >> place) & 1))) return true;
	}
	return false;
}

/** Pairs of lone people whose open directions are the same up to a factor. */
function tiedPairs(sizes: readonly number[], open: OpenDirections, most: number): number[][] {
	const ofRatio = new Map<number, number[]>();
	const found: number[][] = [];
	sizes.forEach((size, one) => {
		if (size !== 1 || open.isKnown([one])) return;
		const ratio = open.ratio(one);
		const others = ofRatio.get(ratio) ?? [];
		for (const other of others) if (found.length < most) found.push([other, one]);
		ofRatio.set(ratio, [...others, one]);
	});
	return found;
}
