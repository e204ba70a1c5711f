// Random small populations for the tests in this room: a tree, one or two other properties, a few people in each place.
import fc from 'fast-check';
import type { CrossedRespondents, CrossedTable } from './crossed-table.ts';
import type { CellName } from './attack-table.ts';

export type Sizes = {
	readonly units: number;
	readonly properties: number;
	readonly categories: number;
	readonly respondents: number;
};

/** Populations of at most these sizes; respondents may sit in any unit, not only at the end of the tree. */
export function crossings(most: Sizes): fc.Arbitrary<CrossedRespondents> {
	return fc
		.record({
			parents: fc.array(fc.nat({ max: 1_000 }), { maxLength: most.units - 1 }),
			categories: fc.array(fc.integer({ min: 1, max: most.categories }), { maxLength: most.properties }),
			people: fc.array(fc.array(fc.nat({ max: 1_000 }), { minLength: 3, maxLength: 3 }), {
				minLength: 1,
				maxLength: most.respondents
			})
		})
		.map(({ parents, categories, people }) => ({
			parentOf: [-1, ...parents.map((parent, place) => parent % (place + 1))],
			unitOf: people.map((person) => person[0]! % (parents.length + 1)),
			properties: categories.map((count, place) => ({
				categories: count,
				of: people.map((person) => person[1 + place]! % count)
			}))
		}));
}

/** Names of the cells that are shown, for the attack. */
export function shownNames(table: CrossedTable, isShown: ArrayLike<number>): CellName[] {
	const width = table.categoriesOfCell.length / table.cellSizes.length;
	return [...table.cellSizes.keys()]
		.filter((cell) => isShown[cell] === 1)
		.map((cell) => ({
			unit: table.unitOfCell[cell]!,
			categories: [...table.categoriesOfCell.subarray(cell * width, (cell + 1) * width)]
		}));
}
