// What somebody may hold who wants to know which answers are whose: everything but the round's key, and what is left of it
// when some of it was never kept.

/** What PostgreSQL keeps beside each row. `committed`: when its transaction ended, where that is tracked. */
export type Hidden = {
	readonly block: number;
	readonly offset: number;
	readonly xmin: number;
	readonly xmax: number;
	readonly cmin: number;
	readonly committed: string;
};

/** Columns as PostgreSQL writes them as text. */
export type Values = Readonly<Record<string, string | null>>;
export type Row = { readonly values: Values; readonly hidden: Hidden | null };

/** All tables in one night, rows in the order in which they lie in the file. */
export type Dump = { readonly night: number; readonly tables: Readonly<Record<string, readonly Row[]>> };

/** A row that has been written over and still lies in a copy of the data directory. */
export type OldVersion = {
	readonly night: number;
	readonly table: string;
	readonly xmin: number;
	readonly values: Values;
};

/** One change of one row, from the write-ahead log, in the order of the commits and of the changes within them. */
export type WalChange = {
	readonly position: number;
	readonly transaction: number;
	readonly operation: 'insert' | 'update' | 'delete';
	readonly table: string;
	readonly values: Values;
};

/** One record of the log as it lies on disk, in order, with the place that it changed. */
export type WalRecord = {
	readonly position: number;
	readonly transaction: number;
	readonly operation: string;
	readonly relation: string;
	readonly block: number;
	readonly offset: number;
};

/** A line of the application's log, or a letter as the mail server saw it, in order. */
export type Line = { readonly night: number; readonly text: string };
export type SentLetter = { readonly night: number; readonly to: string; readonly text: string };

/** What somebody sees who watches the requests as they come: who collects, and which ballot is handed in. Milliseconds. */
export type Watched =
	| { readonly at: number; readonly kind: 'collect'; readonly leader: string }
	| { readonly at: number; readonly kind: 'submit'; readonly ballot: string };

export type Evidence = {
	/** Each night, and last the one after the close. */
	readonly dumps: readonly Dump[];
	readonly oldVersions: readonly OldVersion[];
	readonly wal: readonly WalChange[];
	readonly walRecords: readonly WalRecord[];
	readonly log: readonly Line[];
	readonly letters: readonly SentLetter[];
	/** With the round's key: answers by ballot hash, as the column `answers` has them. */
	readonly opened: ReadonlyMap<string, string> | null;
	readonly watched: readonly Watched[];
};

export type Target = 'response' | 'ballot' | 'profile';

/** Guesses of one strategy: at most one item a leader and one leader an item. */
export type Strategy = {
	readonly name: string;
	readonly target: Target;
	readonly guesses: ReadonlyMap<string, string>;
	/** Where it lines up two orders: the place of each leader and of each item in them. */
	readonly orders: {
		readonly leaders: ReadonlyMap<string, number>;
		readonly items: ReadonlyMap<string, number>;
	} | null;
};

/** Nothing but SQL dumps: no log of PostgreSQL, no copies of its files, nobody who watched. */
export function withoutFiles(evidence: Evidence): Evidence {
	return { ...evidence, oldVersions: [], wal: [], walRecords: [], watched: [] };
}

/** As `pg_dump` writes them: rows in their order, without the columns that PostgreSQL hides. */
export function withoutHiddenColumns(evidence: Evidence): Evidence {
	const plain = (rows: readonly Row[]) => rows.map(({ values }) => ({ values, hidden: null }));
	return {
		...evidence,
		dumps: evidence.dumps.map(({ night, tables }) => ({
			night,
			tables: Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, plain(rows)]))
		}))
	};
}

/** With the first dump, the last before the close, and the one after it: where days do not matter, and seconds do. */
export function ofFewNights(evidence: Evidence): Evidence {
	return { ...evidence, dumps: [...evidence.dumps.slice(0, 1), ...evidence.dumps.slice(-2)] };
}

/** Only what is left after the close. */
export function afterTheClose(evidence: Evidence): Evidence {
	return { ...withoutFiles(evidence), dumps: evidence.dumps.slice(-1) };
}
