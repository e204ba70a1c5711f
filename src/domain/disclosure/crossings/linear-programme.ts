// What the engine asks of a solver of linear programmes: the domain says what, src/server/solver knows how.

/** Σ factors × columns ≥ `atLeast`. */
export type ProgrammeRow = {
	readonly columns: readonly number[];
	readonly factors: readonly number[];
	readonly atLeast: number;
};

export type ProgrammeOutcome = {
	/** `optimal`: proven; `feasible`: the best found in the time; `none`: nothing found in the time. */
	readonly kind: 'optimal' | 'feasible' | 'none';
	/** One a column; empty for `none`. */
	readonly values: ArrayLike<number>;
	/** What raising a column from 0 would cost at least, where columns need not be whole; else empty. */
	readonly reducedCosts: ArrayLike<number>;
	/** No solution costs less than this. */
	readonly bound: number;
};

/** A programme that stays open, so that a solver can go on from the last solution when rows are added. */
export type OpenProgramme = {
	readonly addRows: (rows: readonly ProgrammeRow[]) => void;
	/** `gap`: how far above the bound is good enough, as a share (0: proven). `start`: a solution to begin with. */
	readonly solve: (limit: {
		readonly seconds: number;
		readonly gap?: number;
		readonly start?: ArrayLike<number>;
	}) => ProgrammeOutcome;
	readonly close: () => void;
};

/** Minimises Σ costs × columns where every column lies in 0..1, and is 0 or 1 where `isWhole`. */
export type OpenProgrammeFor = (wanted: {
	readonly costs: ArrayLike<number>;
	readonly isWhole: boolean;
	readonly rows: readonly ProgrammeRow[];
}) => OpenProgramme;
