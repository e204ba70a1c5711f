// Random small populations for the tests in this room: a tree, other properties, a few people in each place.
import { randomNumbers } from '../seeded-random.ts';
import type { CellName } from './attack-table.ts';
import type { CrossedRespondents, CrossedTable } from './crossed-table.ts';

export type MostSizes = {
	readonly units: number;
	readonly properties: number;
	readonly categories: number;
	readonly respondents: number;
};

/** A population of at most these sizes; respondents may sit in any unit, not only at the end of the tree. */
export function randomCrossings(seed: number, most: MostSizes): CrossedRespondents {
	const random = randomNumbers(seed);
	const upTo = (count: number): number => Math.floor(random() * count);
	const units = 1 + upTo(most.units);
	const people = Array.from({ length: 1 + upTo(most.respondents) }, (_, person) => person);
	return {
		parentOf: Array.from({ length: units }, (_, unit) => (unit === 0 ? -1 : upTo(unit))),
		unitOf: people.map(() => Math.floor(random() ** 2 * units)),
		properties: Array.from({ length: upTo(most.properties + 1) }, () => {
			const categories = 1 + upTo(most.categories);
			return { categories, of: people.map(() => Math.floor(random() ** 2 * categories)) };
		})
	};
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
