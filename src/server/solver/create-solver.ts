// The kept solver (HiGHS as WebAssembly) behind the few things the domain asks of one. Loading waits; solving does not,
// so long programmes belong in a process or worker of their own.
import loadHighs, { type Highs } from 'highs';
import type {
	OpenProgramme,
	OpenProgrammeFor,
	ProgrammeOutcome,
	ProgrammeRow
} from '#domain/disclosure/crossings/linear-programme.ts';

export type Solver = { readonly openProgramme: OpenProgrammeFor };

/** Loads the solver. It says nothing on the console: its output goes nowhere. */
export async function createSolver(): Promise<Solver> {
	const highs = await loadHighs({ print: () => undefined, printErr: () => undefined });
	return { openProgramme: (wanted) => openProgramme(highs, wanted) };
}

function openProgramme(highs: Highs, { costs, isWhole, rows }: Parameters<OpenProgrammeFor>[0]): OpenProgramme {
	const count = costs.length;
	const { variableType, modelStatus } = highs.constants;
	const model = highs.createModel({
		numCols: count,
		numRows: rows.length,
		colCost: Float64Array.from(costs),
		colLower: new Float64Array(count),
		colUpper: new Float64Array(count).fill(1),
		...matrixOf(highs, rows, count),
		...(isWhole ? { integrality: new Int32Array(count).fill(variableType.integer) } : {})
	});
	model.options.set({ output_flag: false });

	function solve({ seconds, gap = 0, start }: Parameters<OpenProgramme['solve']>[0]): ProgrammeOutcome {
		model.raw.zeroAllClocks();
		model.options.set({ time_limit: Math.max(0.01, seconds), mip_rel_gap: gap });
		if (start !== undefined) model.setSolution({ colValue: Float64Array.from(start) });
		model.run();
		const status = model.getModelStatus();
		if (status === modelStatus.empty)
			return { kind: 'optimal', values: new Float64Array(count), reducedCosts: Float64Array.from(costs), bound: 0 };
		if (status === modelStatus.optimal) {
			const bound = isWhole ? Number(model.info.get('mip_dual_bound')) : model.getObjectiveValue();
			const { colValue, colDual } = model.getSolution();
			return { kind: 'optimal', values: colValue.map(positive), reducedCosts: isWhole ? [] : colDual, bound };
		}
		if (status !== modelStatus.timeLimit && status !== modelStatus.interrupted) {
			throw new Error(`the solver stopped on a programme of ${count} columns with status ${status}`);
		}
		if (!isWhole) return { kind: 'none', values: [], reducedCosts: [], bound: 0 };
		const bound = Number(model.info.get('mip_dual_bound'));
		const isFound = Number(model.info.get('primal_solution_status')) === 2;
		return isFound
			? { kind: 'feasible', values: model.getSolution().colValue.map(positive), reducedCosts: [], bound }
			: { kind: 'none', values: [], reducedCosts: [], bound };
	}

	return {
		addRows: (more) => {
			if (more.length > 0) {
				const { rowLower, rowUpper, matrix } = matrixOf(highs, more, count);
				model.addRows({ lower: rowLower, upper: rowUpper, matrix });
			}
		},
		solve,
		close: () => model.dispose()
	};
}

/** The solver tells 0 from −0; nobody else should have to. */
function positive(value: number): number {
	return value + 0;
}

function matrixOf(highs: Highs, rows: readonly ProgrammeRow[], count: number) {
	const starts = new Int32Array(rows.length + 1);
	rows.forEach((row, index) => (starts[index + 1] = starts[index]! + row.columns.length));
	const indices = new Int32Array(starts[rows.length]!);
	const values = new Float64Array(starts[rows.length]!);
	rows.forEach((row, index) => {
		indices.set(row.columns, starts[index]!);
		values.set(row.factors, starts[index]!);
	});
	return {
		rowLower: Float64Array.from(rows, (row) => row.atLeast),
		rowUpper: new Float64Array(rows.length).fill(highs.infinity),
		matrix: { format: 'csr' as const, numRows: rows.length, numCols: count, starts, indices, values }
	};
}
