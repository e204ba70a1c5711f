import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hitsInAll, hitsInCell, hitsNeeded, meanOf, normalTail, orderChance, tailFrom } from './statistics.ts';

test('hits in a cell are those counted over all permutations', () => {
	for (const size of [1, 2, 3, 4, 5, 6]) {
		const all = permutations(size);
		for (let guesses = 0; guesses <= size; guesses++) {
			const counted = new Array<number>(guesses + 1).fill(0);
			for (const permutation of all) {
				const hits = permutation.slice(0, guesses).filter((value, place) => value === place).length;
				counted[hits] = (counted[hits] ?? 0) + 1 / all.length;
			}
			hitsInCell({ size, guesses }).forEach((probability, hits) =>
				assert.ok(Math.abs(probability - (counted[hits] ?? 0)) < 1e-12, `${size} ${guesses} ${hits}`)
			);
		}
	}
});

test('one right guess a cell is expected, however large the cells are', () => {
	const distribution = hitsInAll([3, 7, 12, 20, 400].map((size) => ({ size, guesses: size })));
	assert.ok(Math.abs(meanOf(distribution) - 5) < 1e-6);
	assert.ok(Math.abs(tailFrom(distribution, 0) - 1) < 1e-9);
	const needed = hitsNeeded(distribution, 0.001);
	assert.ok(tailFrom(distribution, needed) < 0.001 && tailFrom(distribution, needed - 1) >= 0.001);
});

test('orders that go together are seen, in one direction and in the other, and others are not', () => {
	const cells = (y: (place: number, cell: number) => number) =>
		Array.from({ length: 100 }, (_, cell) =>
			Array.from({ length: 7 }, (_, place) => ({ x: place, y: y(place, cell) }))
		);
	assert.ok(orderChance(cells((place) => place)).deviations > 10);
	assert.ok(orderChance(cells((place) => -place)).chance < 1e-10);
	assert.equal(orderChance(cells(() => 1)).chance, 1);
	assert.ok(orderChance(cells((place, cell) => ((place + 1) * 17 * (cell + 3)) % 101)).chance > 0.001);
});

test('the tail of the normal is the known one', () => {
	for (const [z, tail] of [
		[0, 0.5],
		[1.959964, 0.025],
		[4.417173, 5e-6]
	] as const)
		assert.ok(Math.abs(normalTail(z) / tail - 1) < 1e-4, String(z));
});

function permutations(size: number): number[][] {
	if (size === 0) return [[]];
	return permutations(size - 1).flatMap((shorter) =>
		Array.from({ length: size }, (_, place) => shorter.toSpliced(place, 0, size - 1))
	);
}
