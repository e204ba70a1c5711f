// What survey platforms do instead, as far as their manuals say: rules that look at one sum or one pair at a time. They
// are here to be attacked beside the engine.
import {
	lengthOf,
	listAt,
	type CrossedRespondents,
	type CrossedTable
} from '#domain/disclosure/crossings/crossed-table.ts';

export type RuleOfThumb = {
	readonly name: string;
	/** 1 for a cell that the rule shows. */
	readonly isShown: (table: CrossedTable, respondents: CrossedRespondents) => Uint8Array;
};

export const rulesOfThumb: readonly RuleOfThumb[] = [
	{ name: 'hide under 5', isShown: (table) => largeEnough(table) },
	{ name: 'hide siblings until their hidden sum is 2', isShown: (table) => hidingSiblings(table, 2) },
	{ name: 'hide siblings until their hidden sum is 5', isShown: (table) => hidingSiblings(table, 5) },
	{ name: 'every nested pair differs by 5', isShown: (table, respondents) => nestedApart(table, respondents) }
];

const k = 5;

function largeEnough(table: CrossedTable): Uint8Array {
	return Uint8Array.from(table.cellSizes, (size) => (size >= k ? 1 : 0));
}

/** In every sum where something is hidden, the smallest parts are hidden too until the hidden ones hold `least` people. */
function hidingSiblings(table: CrossedTable, least: number): Uint8Array {
	const isShown = largeEnough(table);
	for (let isStable = false; !isStable;) {
		isStable = true;
		for (let equation = 0; equation + 1 < table.equations.starts.length; equation++) {
			if (lengthOf(table.equations, equation) < 3) continue;
			const parts = [...listAt(table.equations, equation).subarray(1)];
			const hidden = parts.filter((cell) => isShown[cell] === 0);
			let sum = hidden.reduce((total, cell) => total + table.cellSizes[cell]!, 0);
			if (sum === 0) continue;
			const shown = parts
				.filter((cell) => isShown[cell] === 1)
				.sort((a, b) => table.cellSizes[a]! - table.cellSizes[b]!);
			for (const cell of shown) {
				if (sum >= least) break;
				isShown[cell] = 0;
				sum += table.cellSizes[cell]!;
				isStable = false;
			}
		}
	}
	return isShown;
}

/** From the largest cell down: shown where it is as large as, or differs by `k` from, every shown cell around it. */
function nestedApart(table: CrossedTable, { parentOf, properties }: CrossedRespondents): Uint8Array {
	const width = properties.length;
	const nameOf = (unit: number, categories: readonly number[]): string => `${unit}: ${categories.join(' ')}`;
	const categoriesOf = (cell: number): number[] => [
		...table.categoriesOfCell.subarray(cell * width, (cell + 1) * width)
	];
	const cellOf = new Map([...table.unitOfCell].map((unit, cell) => [nameOf(unit, categoriesOf(cell)), cell]));
	const isShown = new Uint8Array(table.cellSizes.length);
	const fromLargest = [...isShown.keys()]
		.filter((cell) => table.cellSizes[cell]! >= k)
		.sort((a, b) => table.cellSizes[b]! - table.cellSizes[a]!);
	for (const cell of fromLargest) {
		const own = categoriesOf(cell);
		let isApart = true;
		for (let unit = table.unitOfCell[cell]!; unit >= 0; unit = parentOf[unit]!) {
			for (let chosen = 0; chosen < 2 ** width; chosen++) {
				const around = cellOf.get(
					nameOf(
						unit,
						own.map((category, place) => ((chosen >> place) & 1 ? category : -1))
					)
				);
				if (around === undefined || isShown[around] === 0) continue;
				const difference = table.cellSizes[around]! - table.cellSizes[cell]!;
				if (difference > 0 && difference < k) isApart = false;
			}
		}
		if (isApart) isShown[cell] = 1;
	}
	return isShown;
}
