// Which cells to hide, as a linear programme: every known sum must leave room for what it would give away. The solution
// is not yet safe; it says in which order to try.
import { lengthOf, listAt, type CrossedTable } from './crossed-table.ts';
import type { ProgrammeRow } from './linear-programme.ts';

export type HidingProgramme = {
	/** Column of every cell: cells that hold the same atoms share one; -1 for a cell below k. */
	readonly columnOf: Int32Array;
	readonly costs: Float64Array;
	readonly rows: readonly ProgrammeRow[];
};

/** `costOf`: what hiding a cell costs. */
export function hidingProgramme(table: CrossedTable, k: number, costOf: (cell: number) => number): HidingProgramme {
	const columnOf = columnsOf(table, k);
	const costs = new Float64Array(columnOf.reduce((most, column) => Math.max(most, column), -1) + 1);
	columnOf.forEach((column, cell) => {
		if (column >= 0) costs[column]! += costOf(cell);
	});
	const rows: ProgrammeRow[] = [];
	for (let equation = 0; equation + 1 < table.equations.starts.length; equation++) {
		if (lengthOf(table.equations, equation) > 2) rows.push(...rowsOf(table, k, equation, columnOf));
	}
	return { columnOf, costs, rows };
}

/** At least one of the columns is hidden. */
export function atLeastOne(columns: readonly number[]): ProgrammeRow {
	return { columns, factors: columns.map(() => 1), atLeast: 1 };
}

function rowsOf(table: CrossedTable, k: number, equation: number, columnOf: Int32Array): ProgrammeRow[] {
	const cells = listAt(table.equations, equation);
	const columns: number[] = [];
	let protectedCells = 0;
	let protectedRespondents = 0;
	for (const cell of cells) {
		const column = columnOf[cell]!;
		if (column >= 0) columns.push(column);
		else {
			protectedCells += 1;
			protectedRespondents += table.cellSizes[cell]!;
		}
	}
	if (columns.length === 0 || columnOf[cells[0]!]! < 0) return [];
	if (protectedCells > 0) return protectedRespondents < k ? [atLeastOne(columns)] : [];
	// A cell that alone is hidden in a sum can be calculated: where one is hidden, so is another.
	return columns.map((_, own) => ({
		columns,
		factors: columns.map((_column, place) => (place === own ? -1 : 1)),
		atLeast: 0
	}));
}

/** Cells that hold the same atoms are linked by sums with one part. */
function columnsOf(table: CrossedTable, k: number): Int32Array {
	const leader = Int32Array.from(table.cellSizes, (_, cell) => cell);
	const leaderOf = (cell: number): number => {
		let one = cell;
		while (leader[one] !== one) one = leader[one] = leader[leader[one]!]!;
		return one;
	};
	for (let equation = 0; equation + 1 < table.equations.starts.length; equation++) {
		if (lengthOf(table.equations, equation) !== 2) continue;
		const [whole, part] = listAt(table.equations, equation);
		leader[leaderOf(whole!)] = leaderOf(part!);
	}
	const columnOfLeader = new Int32Array(leader.length).fill(-1);
	let count = 0;
	return Int32Array.from(leader, (_, cell) => {
		if (table.cellSizes[cell]! < k) return -1;
		const one = leaderOf(cell);
		if (columnOfLeader[one] === -1) columnOfLeader[one] = count++;
		return columnOfLeader[one]!;
	});
}
