import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { randomNumbers } from '../seeded-random.ts';
import { attackTable, type CellName } from './attack-table.ts';
import { crossedTable, type CrossedRespondents } from './crossed-table.ts';
import { randomCrossings, shownNames } from './random-crossings.testing.ts';

/** One unit over others, and as many people in each as `sizes` says. */
function flat(sizes: readonly number[]): CrossedRespondents {
	return {
		parentOf: [-1, ...sizes.map(() => 0)],
		unitOf: sizes.flatMap((size, place) => Array.from({ length: size }, () => place + 1)),
		properties: []
	};
}
const unit = (place: number): CellName => ({ unit: place, categories: [] });
const attack = (respondents: CrossedRespondents, shown: readonly CellName[], k = 5) =>
	attackTable({ respondents, shown, k }, randomNumbers(1));

test('a whole with all but one of its parts gives the last part away', () => {
	const found = attack(flat([6, 7, 3]), [unit(0), unit(1), unit(2)]);
	assert.deepEqual(found.exact, [{ classes: [unit(3)], respondents: 3 }]);
	assert.equal(found.implied.length + found.insider.length, 0);
});

test('a whole less a part that leaves two small parts gives these away together', () => {
	const found = attack(flat([6, 2, 2]), [unit(0), unit(1)]);
	assert.deepEqual(found.exact, []);
	assert.deepEqual(found.implied, [{ classes: [unit(2), unit(3)], respondents: 4 }]);
});

test('four lone people who are known together are found over two levels', () => {
	const respondents = {
		parentOf: [-1, 0, 1, 1, 1, 1, 0],
		unitOf: [2, 3, 4, 5, 6, 6, 6, 6, 6],
		properties: []
	};
	const found = attack(respondents, [unit(0), unit(6)]);
	assert.deepEqual(
		found.exact.map((set) => set.respondents),
		[4]
	);
	assert.deepEqual(found.implied, []);
	const without = { ...respondents, parentOf: [-1, 0, 0, 0, 0, 0, 0] };
	assert.deepEqual(
		attack(without, [unit(0), unit(6)]).implied.map((set) => set.classes.length),
		[4]
	);
});

test('two lone people in two shown cells with the same others give each other away', () => {
	// Three people of one category stand in both cells; the fourth and the fifth differ.
	const respondents = {
		parentOf: [-1],
		unitOf: [0, 0, 0, 0, 0, 0],
		properties: [
			{ categories: 2, of: [0, 0, 0, 0, 0, 1] },
			{ categories: 2, of: [0, 0, 0, 0, 1, 0] }
		]
	};
	const shown = [
		{ unit: 0, categories: [0, -1] },
		{ unit: 0, categories: [-1, 0] }
	];
	const found = attack(respondents, shown);
	assert.equal(found.exact.length + found.implied.length, 0);
	assert.equal(found.insider.length, 1);
	assert.deepEqual(found.insider[0]?.respondents, 2);
});

test('what is safe is left alone', () => {
	const found = attack(flat([6, 7, 5]), [unit(0), unit(1), unit(2), unit(3)]);
	assert.deepEqual(found, { exact: [], implied: [], insider: [], isCut: false });
});

test('a shown cell that nobody is in is refused', () => {
	assert.throws(() => attack(flat([6]), [unit(9)]), RangeError);
});

test('on small tables it finds exactly what a search over all sets of people finds', () => {
	fc.assert(
		fc.property(
			fc.nat(),
			fc.array(fc.boolean(), { minLength: 64, maxLength: 64 }),
			fc.integer({ min: 2, max: 5 }),
			(seed, coins, k) => {
				const respondents = randomCrossings(seed, { units: 5, properties: 2, categories: 2, respondents: 9 });
				const table = crossedTable(respondents);
				const isShown = Uint8Array.from(table.cellSizes, (_, cell) => (coins[cell % coins.length] ? 1 : 0));
				const shown = shownNames(table, isShown);
				const found = attack(respondents, shown, k);
				const searched = searchedBreaches(respondents, shown, k);
				assert.equal(found.exact.length + found.implied.length > 0, searched.sets > 0);
				assert.equal(found.insider.length, searched.pairs);
			}
		),
		{ numRuns: 150, seed: 4 }
	);
});

/** Sets of people and pairs of lone people, found one by one with fractions that do not round. */
function searchedBreaches(
	respondents: CrossedRespondents,
	shown: readonly CellName[],
	k: number
): { readonly sets: number; readonly pairs: number } {
	const people = Array.from(respondents.unitOf, (_, person) => person);
	const rows = shown.map((cell) => people.map((person) => (isIn(respondents, person, cell) ? 1n : 0n)));
	const rank = rankOf(rows);
	const isKnown = (row: bigint[], more: bigint[][] = []): boolean =>
		rankOf([...rows, ...more, row]) === (more.length === 0 ? rank : rankOf([...rows, ...more]));
	const indicator = (set: readonly number[]): bigint[] => people.map((person) => (set.includes(person) ? 1n : 0n));
	let sets = 0;
	for (let chosen = 1; chosen < 2 ** people.length; chosen++) {
		const set = people.filter((person) => (chosen >> person) & 1);
		if (set.length < k && isKnown(indicator(set))) sets += 1;
	}
	let pairs = 0;
	for (const one of people) {
		for (const other of people) {
			if (other <= one || isKnown(indicator([one])) || isKnown(indicator([other]))) continue;
			if (isKnown(indicator([other]), [indicator([one])]) && isLone(respondents, one) && isLone(respondents, other)) {
				pairs += 1;
			}
		}
	}
	return { sets, pairs };
}

function isLone({ unitOf, properties }: CrossedRespondents, person: number): boolean {
	return Array.from(unitOf).every(
		(unit, other) =>
			other === person ||
			unit !== unitOf[person] ||
			properties.some((property) => property.of[other] !== property.of[person])
	);
}

function isIn({ parentOf, unitOf, properties }: CrossedRespondents, person: number, cell: CellName): boolean {
	let place = unitOf[person]!;
	while (place >= 0 && place !== cell.unit) place = parentOf[place]!;
	return (
		place === cell.unit &&
		cell.categories.every((category, index) => category === -1 || category === properties[index]!.of[person])
	);
}

function rankOf(rows: readonly (readonly bigint[])[]): number {
	const left = rows.map((row) => [...row]);
	let rank = 0;
	for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
		const pivot = left.findIndex((row, place) => place >= rank && row[column] !== 0n);
		if (pivot < 0) continue;
		[left[rank], left[pivot]] = [left[pivot]!, left[rank]!];
		const above = left[rank]!;
		for (let place = rank + 1; place < left.length; place++) {
			const factor = left[place]![column]!;
			left[place] = left[place]!.map((value, index) => value * above[column]! - above[index]! * factor);
		}
		rank += 1;
	}
	return rank;
}
