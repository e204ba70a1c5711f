// From raw cells to a table whose columns we understand: finds the heading row and gives each column its field.
import { foldHeading, tidyText } from './fold-text.ts';
import { certainHeadings, civilNumberHeadings, openHeadings, type Field, type OpenHeading } from './heading-names.ts';
import { importLimits } from './import-problem.ts';

export type Column = { readonly index: number; readonly heading: string; readonly field: Field };

/** One row below the heading that holds something. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

export type OrganisationTable = {
	/** The heading row's line, or null where the file holds no row. */
	readonly headingLine: number | null;
	/** Every heading as it stands in the file; the row's width. */
	readonly headings: readonly string[];
	readonly columns: readonly Column[];
	/** Headings that nothing is taken from, empty ones left out. */
	readonly unused: readonly string[];
	/** Heading of a civil registration number column, which is never read, or null. */
	readonly civilNumber: string | null;
	readonly rows: readonly TableRow[];
	/** First line beyond the limit of rows, or null. */
	readonly firstLineTooMany: number | null;
};

const rowsSearched = 20;

/**
 * Finds the heading row (the first of the top 20 filled rows with two known headings, else the row that fits best) and
 * the field of each column, in any order, in Danish or English.
 * `rows`: lines × cells, an empty line as an empty row; `firstLine`: the line number of `rows[0]`.
 * Returns the table; a column that fits two fields is settled by the others (see docs/organisation-import.md).
 */
export function readRows(
	rows: readonly (readonly string[])[],
	options: { readonly firstLine?: number } = {}
): OrganisationTable {
	const firstLine = options.firstLine ?? 1;
	const headingIndex = findHeading(rows);
	if (headingIndex === null) return emptyTable;
	const headings = trimEnd((rows[headingIndex] ?? []).map(tidyText));
	const columns = recogniseHeadings(headings);
	const used = new Set(columns.map((column) => column.index));
	const table: TableRow[] = [];
	let firstLineTooMany: number | null = null;
	for (let index = headingIndex + 1; index < rows.length; index++) {
		const cells = rows[index] ?? [];
		if (isBlank(cells)) continue;
		if (table.length === importLimits.rows) {
			firstLineTooMany = firstLine + index;
			break;
		}
		table.push({ line: firstLine + index, cells });
	}
	const civilIndex = headings.findIndex((heading) => civilNumberHeadings.has(foldHeading(heading)));
	return {
		headingLine: firstLine + headingIndex,
		headings,
		columns,
		unused: headings.filter((heading, index) => heading !== '' && !used.has(index) && index !== civilIndex),
		civilNumber: headings[civilIndex] ?? null,
		rows: table,
		firstLineTooMany
	};
}

const emptyTable: OrganisationTable = {
	headingLine: null,
	headings: [],
	columns: [],
	unused: [],
	civilNumber: null,
	rows: [],
	firstLineTooMany: null
};

function findHeading(rows: readonly (readonly string[])[]): number | null {
	let best: { readonly index: number; readonly known: number } | null = null;
	let searched = 0;
	for (let index = 0; index < rows.length && searched < rowsSearched; index++) {
		const cells = rows[index] ?? [];
		if (isBlank(cells)) continue;
		searched++;
		const known = cells.filter(isKnown).length;
		if (known >= 2) return index;
		if (best === null || known > best.known) best = { index, known };
	}
	return best?.index ?? null;
}

function isKnown(heading: string): boolean {
	const folded = foldHeading(heading);
	return openHeadings.has(folded) || certainHeadings.has(folded);
}

/**
 * Gives each heading its field: first those that mean one thing, then the open ones ("navn", "leder", "kode") by what
 * else is there. Returns the recognised columns in the file's order; two columns may have one field (a problem later).
 */
export function recogniseHeadings(headings: readonly string[]): Column[] {
	const byIndex = new Map<number, Field>();
	const open = new Map<number, OpenHeading>();
	headings.forEach((heading, index) => {
		const folded = foldHeading(heading);
		const meaning = openHeadings.get(folded);
		const field = certainHeadings.get(folded);
		if (meaning !== undefined) open.set(index, meaning);
		else if (field !== undefined) byIndex.set(index, field);
	});
	for (const meaning of ['code', 'id', 'name', 'boss', 'boss-email', 'above'] as const) {
		for (const [index, itsMeaning] of open) {
			if (itsMeaning !== meaning) continue;
			const field = settle(meaning, index, { byIndex, open });
			if (field !== null) byIndex.set(index, field);
		}
	}
	return headings.flatMap((heading, index) => {
		const field = byIndex.get(index);
		return field === undefined ? [] : [{ index, heading, field }];
	});
}

type Settling = { readonly byIndex: ReadonlyMap<number, Field>; readonly open: ReadonlyMap<number, OpenHeading> };

function settle(meaning: OpenHeading, index: number, { byIndex, open }: Settling): Field | null {
	const taken = new Set(byIndex.values());
	const has = (...wanted: readonly Field[]) => wanted.some((field) => taken.has(field));
	const hasBoss = [...open.values()].includes('boss');
	const speaksOfLeaders =
		hasBoss ||
		[...open.values()].includes('boss-email') ||
		has(
			'leader-name',
			'first-name',
			'last-name',
			'email',
			'employee-number',
			'manager',
			'manager-email',
			'manager-number',
			'profession'
		);
	switch (meaning) {
		case 'code':
			return has('unit-code') ? null : 'unit-code';
		case 'id':
			return !has('unit-code') && (!speaksOfLeaders || has('parent-code')) ? 'unit-code' : null;
		case 'name': {
			if (has('unit-name')) return 'leader-name';
			const followsCode = byIndex.get(index - 1) === 'unit-code';
			const leaderIsNamedElsewhere = hasBoss || has('leader-name', 'first-name', 'last-name');
			return !speaksOfLeaders || (followsCode && leaderIsNamedElsewhere) ? 'unit-name' : 'leader-name';
		}
		case 'boss':
			return has('leader-name', 'first-name', 'last-name') ? 'manager' : 'leader-name';
		case 'boss-email':
			return has('email') ? 'manager-email' : 'email';
		case 'above':
			return has('parent', 'parent-code', 'parent-name', 'unit-path') ? 'manager' : 'parent';
	}
}

function isBlank(cells: readonly string[]): boolean {
	return cells.every((cell) => cell.trim() === '');
}

function trimEnd(cells: readonly string[]): string[] {
	let length = cells.length;
	while (length > 0 && cells[length - 1] === '') length--;
	return cells.slice(0, length);
}
