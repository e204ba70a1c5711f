// From a table to an organisation, or to the list of everything that must be put right first.
import { buildLeaders } from './build-leaders.ts';
import { buildUnits } from './build-units.ts';
import type { Field } from './heading-names.ts';
import { importLimits, type ImportNotice, type ImportProblem } from './import-problem.ts';
import type { UnlistedParents } from './join-parents.ts';
import { emptyOrganisation, type Organisation } from './organisation.ts';
import type { OrganisationTable } from './read-rows.ts';
import { draftRow } from './row-drafts.ts';

/** `complete`: the file is the whole organisation. `additions`: what it leaves out stays as it is (the safe default). */
export type ImportMode = 'complete' | 'additions';

/** What the file speaks of at all; on the rest, an import changes nothing. */
export type Coverage = {
	/** True where rows declare units, not only mention them. */
	readonly units: boolean;
	/** True where the file says who lies under whom. */
	readonly parents: boolean;
	readonly leaders: boolean;
	readonly leaderFields: readonly LeaderField[];
};

/** The parts of a leader that a column may or may not be there for. */
export type LeaderField = 'email' | 'level' | 'profession' | 'span';

export type ParseOptions = {
	/** The organisation as it is: units and leaders that the file mentions without declaring them are looked up here. */
	readonly current?: Organisation;
	readonly mode?: ImportMode;
	readonly unlistedParents?: UnlistedParents;
	readonly parentsFromShak?: boolean;
};

export type ParsedOrganisation = {
	/** What could be understood; to be saved only where `problems` is empty. With `additions` it holds the current one too. */
	readonly organisation: Organisation;
	/** Every faulty row, by line. */
	readonly problems: readonly ImportProblem[];
	readonly notices: readonly ImportNotice[];
	readonly covers: Coverage;
};

/**
 * Reads the organisation a table describes: one row a leader with the unit, or rows of units and rows of leaders.
 * A missing manager is derived from the tree (`deriveManagers`); an empty cell is "not stated".
 * Returns organisation, problems, notices and coverage; it never throws on what a file holds.
 */
export function parseOrganisation(table: OrganisationTable, options: ParseOptions = {}): ParsedOrganisation {
	const {
		current = emptyOrganisation,
		mode = 'additions',
		unlistedParents = 'judge',
		parentsFromShak = false
	} = options;
	const problems: ImportProblem[] = [];
	const notices: ImportNotice[] = [];
	const has = (...fields: readonly Field[]) => table.columns.some((column) => fields.includes(column.field));
	checkHeadings(table, has, problems);
	noticeHeadings(table, notices);
	if (problems.length > 0) return { organisation: emptyOrganisation, problems, notices, covers: nothing };
	const rows = table.rows.map((row) => draftRow(row, table, problems));
	const covers: Coverage = {
		parents: parentsFromShak || has('parent', 'parent-code', 'parent-name', 'unit-path'),
		units: has('parent', 'parent-code', 'parent-name', 'unit-path') || rows.some((row) => row.leader === null),
		leaders: has('leader-name', 'first-name', 'last-name'),
		leaderFields: (['email', 'level', 'profession', 'span'] as const).filter((field) => has(field))
	};
	const report = { problems, notices };
	const known = mode === 'additions' || !covers.units ? current.units : [];
	const tree = buildUnits(
		rows,
		{ known, declaresUnits: covers.units, declaresParents: covers.parents, unlistedParents, parentsFromShak },
		report
	);
	const headingOf = (field: Field) => table.columns.find((column) => column.field === field)?.heading ?? null;
	const leaders = buildLeaders(
		rows.flatMap((row) => row.leader ?? []),
		{
			tree,
			known: mode === 'additions' ? current.leaders : [],
			declaresManagers: has('manager', 'manager-email', 'manager-number'),
			columns: { email: headingOf('email'), number: headingOf('employee-number') },
			headingLine: table.headingLine ?? 1
		},
		report
	);
	if (table.firstLineTooMany !== null) {
		const detail = { limit: importLimits.rows };
		problems.push({ line: table.firstLineTooMany, column: null, code: 'too-many-rows', detail });
	}
	const byLine = (a: { readonly line: number }, b: { readonly line: number }) => a.line - b.line;
	return {
		organisation: { units: tree.units, leaders },
		problems: problems.sort(byLine),
		notices: notices.sort(byLine),
		covers
	};
}

const nothing: Coverage = { units: false, parents: false, leaders: false, leaderFields: [] };

const aboutLeaders = ['email', 'employee-number', 'profession', 'manager', 'manager-email', 'manager-number'] as const;

function checkHeadings(
	table: OrganisationTable,
	has: (...fields: readonly Field[]) => boolean,
	problems: ImportProblem[]
): void {
	const line = table.headingLine ?? 1;
	if (table.headingLine === null) {
		problems.push({ line, column: null, code: 'no-rows', detail: {} });
		return;
	}
	const namesLeader = has('leader-name', 'first-name', 'last-name');
	const needed: (readonly Field[])[] = [];
	if (!has('unit-name', 'unit-code', 'unit-path')) needed.push(['unit-name', 'unit-code', 'unit-path']);
	else if (!namesLeader && !has('unit-name', 'unit-path')) needed.push(['unit-name', 'unit-path']);
	if (!namesLeader && has(...aboutLeaders)) needed.push(['leader-name', 'first-name']);
	if (needed.length > 0) {
		const found = table.headings.filter((heading) => heading !== '');
		problems.push({ line, column: null, code: 'heading-missing', detail: { needed, found } });
	}
	for (const [field, columns] of Map.groupBy(table.columns, (column) => column.field)) {
		if (columns.length < 2) continue;
		const headings = columns.map((column) => column.heading);
		problems.push({ line, column: headings[1] ?? null, code: 'heading-repeated', detail: { field, headings } });
	}
}

function noticeHeadings(table: OrganisationTable, notices: ImportNotice[]): void {
	const line = table.headingLine ?? 1;
	if (table.unused.length > 0) {
		notices.push({ line, column: null, code: 'heading-unused', detail: { headings: table.unused } });
	}
	if (table.civilNumber !== null) {
		const heading = table.civilNumber;
		notices.push({ line, column: heading, code: 'civil-number-unread', detail: { heading } });
	}
}
