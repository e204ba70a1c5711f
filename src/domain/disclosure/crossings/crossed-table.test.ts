import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { crossedTable, listAt } from './crossed-table.ts';
import { randomCrossings } from './random-crossings.testing.ts';

test('every equation adds up, atom by atom, and cells hold whom their names say', () => {
	fc.assert(
		fc.property(fc.nat(), (seed) => {
			const respondents = randomCrossings(seed, { units: 8, properties: 2, categories: 3, respondents: 40 });
			const table = crossedTable(respondents);
			assert.equal(
				table.atomSizes.reduce((sum, size) => sum + size, 0),
				respondents.unitOf.length
			);
			for (let equation = 0; equation + 1 < table.equations.starts.length; equation++) {
				const [whole, ...parts] = listAt(table.equations, equation);
				const inParts = parts.flatMap((part) => [...listAt(table.atomsOf, part)]).sort((a, b) => a - b);
				assert.deepEqual(
					inParts,
					[...listAt(table.atomsOf, whole!)].sort((a, b) => a - b)
				);
			}
			const root = table.unitOfCell.findIndex(
				(unit, cell) =>
					unit === 0 &&
					table.categoriesOfCell
						.subarray(cell * respondents.properties.length, (cell + 1) * respondents.properties.length)
						.every((category) => category === -1)
			);
			assert.equal(table.cellSizes[root], respondents.unitOf.length);
			assert.ok(table.cellSizes.every((size) => size > 0));
		}),
		{ numRuns: 100, seed: 1 }
	);
});

test('units that run in a circle, and properties of another length, are refused', () => {
	assert.throws(() => crossedTable({ parentOf: [1, 0], unitOf: [0], properties: [] }), RangeError);
	assert.throws(
		() => crossedTable({ parentOf: [-1], unitOf: [0, 0], properties: [{ categories: 2, of: [0] }] }),
		RangeError
	);
});
