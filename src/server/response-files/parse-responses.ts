// A table of answers collected elsewhere, one row a respondent. Nothing is guessed: a value that is neither an answer nor a
// missing code is a fault, and a file with a fault is refused as a whole.
import { checkAnswers } from '#domain/instrument/check-answers.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { readNumber, sameValue } from './read-number.ts';

export type ResponseTable = {
	/** Row i stands on line `firstLine + i`; an empty row is a blank line. */
	readonly rows: readonly (readonly string[])[];
	readonly firstLine: number;
	/** True where empty cells at the end of a row are left out, as .xlsx does; else a short row is a fault. */
	readonly mayEndEarly: boolean;
};

export type ResponseColumns = {
	/** From the top down; one column alone may hold the whole path, as `Hospital > Department`. */
	readonly unitColumns: readonly string[];
	/** Only rows for which all of these hold. */
	readonly where: readonly { readonly column: string; readonly value: string }[];
};

export type ResponseProblem = {
	readonly line: number;
	/** Null where the whole row is meant. */
	readonly column: string | null;
	readonly code: 'row-length' | 'unit-missing' | 'unit-unusable' | 'not-a-number' | 'out-of-range' | 'not-whole';
	readonly value: string;
};

export type ParsedResponses =
	| {
			readonly kind: 'responses';
			/** The units of the respondents, each once, as names from the top down. */
			readonly paths: readonly (readonly string[])[];
			/** Index into `paths`, one a respondent. */
			readonly pathOfRespondent: readonly number[];
			/** In the instrument's item order; null is "not answered". */
			readonly answers: readonly (readonly (number | null)[])[];
			readonly missingAnswers: number;
			/** Rows that `where` left out. */
			readonly leftOut: number;
	  }
	| { readonly kind: 'no-rows' }
	| { readonly kind: 'columns-missing'; readonly missing: readonly string[]; readonly found: readonly string[] }
	| { readonly kind: 'columns-repeated'; readonly repeated: readonly string[] }
	/** There are rows, but `where` left all of them out. */
	| { readonly kind: 'nobody-left'; readonly rows: number }
	| { readonly kind: 'faulty'; readonly problems: readonly ResponseProblem[]; readonly total: number };

/** So many problems are told one by one; the rest are counted. */
export const problemLimit = 20;

const pathSeparator = ' > ';
const longestUnitName = 500;

export function parseResponses(
	instrument: Instrument,
	table: ResponseTable,
	columns: ResponseColumns
): ParsedResponses {
	const headingRow = table.rows.findIndex((row) => !isBlank(row));
	const headings = (table.rows[headingRow] ?? []).map((heading) => heading.trim());
	const wanted = [
		...instrument.items.map((item) => item.id),
		...columns.unitColumns,
		...columns.where.map(({ column }) => column)
	];
	const missing = [...new Set(wanted.filter((column) => !headings.includes(column)))];
	if (headings.length === 0) return { kind: 'no-rows' };
	if (missing.length > 0) return { kind: 'columns-missing', missing, found: headings };
	const repeated = [...new Set(wanted.filter((column) => headings.indexOf(column) !== headings.lastIndexOf(column)))];
	if (repeated.length > 0) return { kind: 'columns-repeated', repeated };

	const problems = countedProblems();
	const items = instrument.items.map((item) => ({
		id: item.id,
		place: headings.indexOf(item.id),
		read: answerReader(instrument, item.id)
	}));
	const unitPlaces = columns.unitColumns.map((column) => headings.indexOf(column));
	const conditions = columns.where.map(({ column, value }) => ({ place: headings.indexOf(column), value }));
	const indexOfPath = new Map<string, number>();
	const paths: (readonly string[])[] = [];
	const pathOfRespondent: number[] = [];
	const answers: (readonly (number | null)[])[] = [];
	let missingAnswers = 0;
	let leftOut = 0;
	for (const [index, row] of table.rows.entries()) {
		if (index <= headingRow || isBlank(row)) continue;
		const line = table.firstLine + index;
		if (row.length > headings.length || (row.length < headings.length && !table.mayEndEarly)) {
			problems.add({
				line,
				column: null,
				code: 'row-length',
				value: `${row.length} fields under ${headings.length} headings`
			});
			continue;
		}
		if (!conditions.every(({ place, value }) => sameValue(row[place] ?? '', value))) {
			leftOut += 1;
			continue;
		}
		const path = pathOf(unitPlaces.map((place) => row[place] ?? ''));
		const fault = faultOfPath(path);
		if (fault !== null) {
			const column = columns.unitColumns[fault.position] ?? columns.unitColumns[0] ?? null;
			problems.add({ line, column, code: fault.code, value: fault.value });
		}
		const pathKey = path.join('\n');
		const known = indexOfPath.get(pathKey) ?? paths.length;
		if (known === paths.length) {
			indexOfPath.set(pathKey, known);
			paths.push(path);
		}
		pathOfRespondent.push(known);
		answers.push(
			items.map(({ id, place, read }) => {
				const cell = row[place] ?? '';
				const answer = read(cell);
				if (answer === null) missingAnswers += 1;
				else if (typeof answer === 'string')
					problems.add({ line, column: id, code: answer, value: cell.trim().slice(0, 40) });
				return typeof answer === 'number' ? answer : null;
			})
		);
	}
	if (problems.total() > 0) return { kind: 'faulty', problems: problems.first, total: problems.total() };
	if (answers.length === 0) return leftOut > 0 ? { kind: 'nobody-left', rows: leftOut } : { kind: 'no-rows' };
	return { kind: 'responses', paths, pathOfRespondent, answers, missingAnswers, leftOut };
}

function isBlank(row: readonly string[]): boolean {
	return row.every((cell) => cell.trim() === '');
}

function countedProblems() {
	const first: ResponseProblem[] = [];
	let count = 0;
	return {
		first,
		total: () => count,
		add: (problem: ResponseProblem) => {
			count += 1;
			if (first.length < problemLimit) first.push(problem);
		}
	};
}

type AnswerFault = 'not-a-number' | 'out-of-range' | 'not-whole';

/** Reads the cells of one item; the few texts that occur again and again are judged once. */
function answerReader(instrument: Instrument, item: string): (cell: string) => number | null | AnswerFault {
	const known = new Map<string, number | null | AnswerFault>();
	const judge = (cell: string): number | null | AnswerFault => {
		const text = cell.trim();
		if (instrument.missingCodes.some((code) => sameValue(text, code))) return null;
		const value = readNumber(text);
		if (value === null) return 'not-a-number';
		const checked = checkAnswers({ instrument, answers: { [item]: value } });
		return checked.kind === 'ok' ? value : checked.kind === 'not-whole' ? 'not-whole' : 'out-of-range';
	};
	return (cell) => {
		const before = known.get(cell);
		if (before !== undefined) return before;
		const judged = judge(cell);
		known.set(cell, judged);
		return judged;
	};
}

/** Empty levels at the end are left out: a respondent may belong to a hospital and to no ward. */
function pathOf(cells: readonly string[]): readonly string[] {
	const [only = ''] = cells;
	const names = (cells.length === 1 ? only.split(pathSeparator) : cells).map((name) =>
		name.trim().replace(/\s+/g, ' ')
	);
	const last = names.findLastIndex((name) => name !== '');
	return cells.length === 1 ? names : names.slice(0, last + 1);
}

function faultOfPath(
	path: readonly string[]
): { readonly position: number; readonly code: 'unit-missing' | 'unit-unusable'; readonly value: string } | null {
	if (path.length === 0) return { position: 0, code: 'unit-missing', value: '' };
	for (const [position, name] of path.entries()) {
		if (name === '') return { position, code: 'unit-missing', value: path.join(pathSeparator) };
		if (name.length > longestUnitName || /\p{Cc}/u.test(name))
			return { position, code: 'unit-unusable', value: name.slice(0, 40) };
	}
	return null;
}
