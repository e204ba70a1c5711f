// What the audit asks of a solver of linear programmes. It is handed in, so that this room needs none.

/** Σ factors × columns ≥ `atLeast`. */
export type ProgrammeRow = {
	readonly columns: readonly number[];
	readonly factors: readonly number[];
	readonly atLeast: number;
};

/**
 * Minimises Σ costs × columns, each column from 0 to 1. Returns a solution, one value a column, or null where the rows
 * contradict each other.
 */
export type SolveLinearProgramme = (programme: {
	readonly costs: Float64Array;
	readonly rows: readonly ProgrammeRow[];
}) => ArrayLike<number> | null;
