import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { randomNumbers } from '../seeded-random.ts';
import { crossedTable, listAt } from './crossed-table.ts';
import { inverse, prime, times } from './prime-field.ts';
import { randomCrossings } from './random-crossings.testing.ts';
import { combine, emptySpace, lightestFreeAtom, markOf, show, sumOf, takeBack } from './shown-space.ts';
import { addFactor, emptySum, factorAt, placesOf, setFactor } from './sparse-sums.ts';

test('a remainder times its inverse is 1, and products do not round', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: prime - 1 }), fc.integer({ min: 0, max: prime - 1 }), (a, b) => {
			assert.equal(times(a, inverse(a)), 1);
			assert.equal(BigInt(times(a, b)), (BigInt(a) * BigInt(b)) % BigInt(prime));
		}),
		{ seed: 1 }
	);
});

test('a sparse sum holds what a map would hold', () => {
	const step = fc.tuple(fc.nat({ max: 40 }), fc.integer({ min: 0, max: prime - 1 }), fc.boolean());
	fc.assert(
		fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
			const sum = emptySum();
			const map = new Map<number, number>();
			for (const [place, factor, isSet] of steps) {
				if (isSet) setFactor(sum, place, factor);
				else addFactor(sum, place, factor, prime);
				map.set(place, isSet ? factor : ((map.get(place) ?? 0) + factor) % prime);
			}
			const left = [...map].filter(([, factor]) => factor !== 0).map(([place]) => place);
			assert.deepEqual(placesOf(sum).sort(), left.sort());
			assert.equal(sum.size, left.length);
			for (const place of map.keys()) assert.equal(factorAt(sum, place), map.get(place));
		}),
		{ seed: 2 }
	);
});

test('after showing and taking back, exactly the sums of cells that are still shown are known', () => {
	fc.assert(
		fc.property(fc.nat(), fc.array(fc.nat({ max: 1_000 }), { minLength: 1, maxLength: 30 }), (seed, moves) => {
			const respondents = randomCrossings(seed, { units: 6, properties: 2, categories: 2, respondents: 20 });
			const table = crossedTable(respondents);
			const random = randomNumbers(5);
			const demand = new Int32Array(table.atomSizes.length).fill(1);
			const space = emptySpace({ demand, cellCount: table.cellSizes.length }, random);
			for (const move of moves) {
				const cell = move % table.cellSizes.length;
				if (space.users[cell]!.size > 0) takeBack(space, cell, random);
				else {
					const sum = sumOf(listAt(table.atomsOf, cell));
					const row = combine(space.rows, sum);
					const free = lightestFreeAtom(space, row);
					if (free >= 0) show(space, { cell, row, origin: combine(space.origins, sum), free });
				}
			}
			for (let cell = 0; cell < table.cellSizes.length; cell++) {
				const sum = sumOf(listAt(table.atomsOf, cell));
				const isKnown = combine(space.rows, sum).size === 0;
				if (space.isShown[cell] === 1) assert.ok(isKnown);
				assert.equal(
					markOf(space, sum).every((part) => part === 0),
					isKnown
				);
				if (isKnown) assertMadeOf(table, space, cell);
			}
		}),
		{ numRuns: 200, seed: 3 }
	);
});

/** A known cell is the sum of shown cells with the factors of its origin, atom by atom. */
function assertMadeOf(
	table: ReturnType<typeof crossedTable>,
	space: ReturnType<typeof emptySpace>,
	cell: number
): void {
	const origin = combine(space.origins, sumOf(listAt(table.atomsOf, cell)));
	const made = emptySum();
	for (const part of placesOf(origin)) {
		assert.equal(space.isShown[part], 1);
		for (const atom of listAt(table.atomsOf, part)) addFactor(made, atom, factorAt(origin, part), prime);
	}
	const atoms = listAt(table.atomsOf, cell);
	assert.equal(made.size, atoms.length);
	assert.ok(atoms.every((atom) => factorAt(made, atom) === 1));
}
