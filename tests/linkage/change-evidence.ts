// Evidence with a table changed: in every night, or only after the close.
import type { Dump, Evidence, Row, Values } from './evidence.ts';

function changeTables(
	evidence: Evidence,
	table: string,
	change: (rows: readonly Row[]) => readonly Row[],
	from = 0
): Evidence {
	const dumps = evidence.dumps.map((dump, number): Dump => {
		if (number < from) return dump;
		return { ...dump, tables: { ...dump.tables, [table]: change(dump.tables[table] ?? []) } };
	});
	return { ...evidence, dumps };
}

export function changeRows(evidence: Evidence, table: string, change: (row: Row) => Row): Evidence {
	return changeTables(evidence, table, (rows) => rows.map(change));
}

export function changeEverywhere(evidence: Evidence, table: string, change: (values: Values) => Values): Evidence {
	return changeRows(evidence, table, ({ values, hidden }) => ({ values: change(values), hidden }));
}

export function changeFinal(evidence: Evidence, table: string, change: (values: Values) => Values): Evidence {
	const last = evidence.dumps.length - 1;
	return changeTables(
		evidence,
		table,
		(rows) => rows.map(({ values, hidden }) => ({ values: change(values), hidden })),
		last
	);
}

export function sortFinal(evidence: Evidence, table: string, key: (row: Row) => number | string): Evidence {
	const last = evidence.dumps.length - 1;
	return changeTables(
		evidence,
		table,
		(rows) =>
			rows
				.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
				.map(({ values, hidden }, place) => ({
					values,
					hidden: hidden === null ? null : { ...hidden, block: 0, offset: place }
				})),
		last
	);
}

/** `from`: the first of the dumps that has them. */
export function addRows(evidence: Evidence, table: string, rows: readonly Values[], from = 0): Evidence {
	const added = rows.map((values) => ({ values, hidden: null }));
	return changeTables(evidence, table, (before) => [...before, ...added], from);
}

export function byText(column: string): (one: Record<string, string>, other: Record<string, string>) => number {
	return (one, other) => ((one[column] ?? '') < (other[column] ?? '') ? -1 : 1);
}
