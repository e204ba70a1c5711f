import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createSolver } from '#server/solver/create-solver.ts';
import { randomNumbers } from '../seeded-random.ts';
import { attackTable } from './attack-table.ts';
import { cheapestCrossings } from './cheapest-crossings.ts';
import { crossedTable, type CrossedRespondents } from './crossed-table.ts';
import { costOfHiding, protectCrossings } from './protect-crossings.ts';
import { randomCrossings, shownNames } from './random-crossings.testing.ts';

const { openProgramme } = await createSolver();
const effort = { relaxedRounds: 3, wholeRounds: 2, secondsAPart: 1, secondsLeft: () => 60 };

function breaches(
	respondents: CrossedRespondents,
	isShown: ArrayLike<number>,
	k: number,
	isInsiderKept: boolean
): number {
	const shown = shownNames(crossedTable(respondents), isShown);
	const { exact, implied, insider } = attackTable({ respondents, shown, k }, randomNumbers(2));
	return exact.length + implied.length + (isInsiderKept ? insider.length : 0);
}

test('the attack finds nothing in what is shown, and cells below k are never shown', () => {
	fc.assert(
		fc.property(fc.nat(), fc.integer({ min: 2, max: 5 }), fc.boolean(), (seed, k, isInsiderKept) => {
			const respondents = randomCrossings(seed, { units: 12, properties: 2, categories: 3, respondents: 80 });
			const table = crossedTable(respondents);
			const { isShown } = protectCrossings(table, {
				rules: { k, isInsiderKept },
				costOf: costOfHiding(table, k),
				effort,
				openProgramme,
				random: randomNumbers(3)
			});
			assert.equal(breaches(respondents, isShown, k, isInsiderKept), 0);
			assert.ok(table.cellSizes.every((size, cell) => size >= k || isShown[cell] === 0));
		}),
		{ numRuns: 60, seed: 5 }
	);
});

test('no time left still gives a safe choice', () => {
	const respondents = {
		parentOf: [-1, 0, 0, 0],
		unitOf: [...Array.from({ length: 6 }, () => 1), ...Array.from({ length: 9 }, () => 2), 3, 3],
		properties: []
	};
	const table = crossedTable(respondents);
	const { isShown, cost, bound } = protectCrossings(table, {
		rules: { k: 5, isInsiderKept: true },
		costOf: () => 1,
		effort: { ...effort, secondsLeft: () => 0 },
		openProgramme,
		random: randomNumbers(4)
	});
	assert.equal(breaches(respondents, isShown, 5, true), 0);
	assert.deepEqual([cost, bound], [1, 1]);
});

test('the cheapest choice is the best of all choices on tiny tables, and its bound says so', () => {
	fc.assert(
		fc.property(fc.nat(), fc.boolean(), (seed, isInsiderKept) => {
			const respondents = randomCrossings(seed, { units: 4, properties: 1, categories: 3, respondents: 24 });
			const table = crossedTable(respondents);
			const k = 4;
			const publishable = [...table.cellSizes.keys()].filter((cell) => table.cellSizes[cell]! >= k);
			fc.pre(publishable.length <= 9);
			const found = cheapestCrossings(table, {
				rules: { k, isInsiderKept },
				costOf: () => 1,
				leastStep: 1,
				openProgramme,
				random: randomNumbers(6),
				secondsLeft: () => 60
			});
			let best = Infinity;
			for (let chosen = 0; chosen < 2 ** publishable.length; chosen++) {
				const isShown = new Uint8Array(table.cellSizes.length);
				publishable.forEach((cell, place) => (isShown[cell] = (chosen >> place) & 1));
				const cost = publishable.filter((cell) => isShown[cell] === 0).length;
				if (cost < best && breaches(respondents, isShown, k, isInsiderKept) === 0) best = cost;
			}
			assert.ok(found.isProven);
			assert.deepEqual([found.cost, found.bound], [best, best]);
			assert.equal(breaches(respondents, found.isShown, k, isInsiderKept), 0);
		}),
		{ numRuns: 60, seed: 7 }
	);
});

test('a choice is never cheaper than its bound', () => {
	fc.assert(
		fc.property(fc.nat(), (seed) => {
			const respondents = randomCrossings(seed, { units: 10, properties: 2, categories: 3, respondents: 60 });
			const table = crossedTable(respondents);
			const common = {
				rules: { k: 5, isInsiderKept: true },
				costOf: costOfHiding(table, 5),
				openProgramme,
				random: randomNumbers(8)
			};
			const quick = protectCrossings(table, { ...common, effort });
			const proven = cheapestCrossings(table, { ...common, leastStep: 0, secondsLeft: () => 60 });
			assert.ok(quick.bound <= proven.cost + 1e-6);
			assert.ok(proven.cost <= quick.cost + 1e-6);
		}),
		{ numRuns: 30, seed: 9 }
	);
});
