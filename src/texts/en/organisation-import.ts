import type { OrganisationChange } from '#domain/organisation/compare-organisations.ts';
import type { Field } from '#domain/organisation/heading-names.ts';
import type { ImportNotice, ImportProblem, UnreadableFileCode } from '#domain/organisation/import-problem.ts';
import type { organisationImport as danish, OrganisationNames } from '#texts/da/organisation-import.ts';

const number = new Intl.NumberFormat('en-GB');
const and = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const or = new Intl.ListFormat('en-GB', { type: 'disjunction' });

const fields: Readonly<Record<Field, string>> = {
	'unit-code': 'unit code',
	'unit-name': 'unit',
	'unit-path': 'unit path',
	parent: 'parent unit',
	'parent-code': 'parent unit code',
	'parent-name': 'name of parent unit',
	shak: 'SHAK code',
	'leader-name': 'the leader’s name',
	'first-name': 'first name',
	'last-name': 'last name',
	email: 'e-mail',
	'employee-number': 'employee number',
	manager: 'line manager',
	'manager-email': 'line manager’s e-mail',
	'manager-number': 'line manager’s employee number',
	level: 'leader level',
	profession: 'profession',
	span: 'span of control'
};

function quoted(words: readonly string[]): string {
	return and.format(words.map((word) => `“${word}”`));
}

function onLines(lines: readonly number[]): string {
	const shown = lines.slice(0, 10).map(String);
	const more = lines.length - shown.length;
	return `${lines.length === 1 ? 'line' : 'lines'} ${and.format(more > 0 ? [...shown, `${number.format(more)} more`] : shown)}`;
}

function whatIsWrong(problem: ImportProblem): string {
	switch (problem.code) {
		case 'no-rows':
			return 'The file is empty. It needs a row of headings and at least one row below it.';
		case 'heading-missing': {
			const needed = and.format(problem.detail.needed.map((choice) => or.format(choice.map((field) => fields[field]))));
			const { found } = problem.detail;
			const there = found.length === 0 ? 'There are no headings.' : `The headings now: ${quoted(found)}.`;
			return `There is no column with ${needed}. ${there}`;
		}
		case 'heading-repeated':
			return `The columns ${quoted(problem.detail.headings)} are both read as ${fields[problem.detail.field]}. Keep one of them.`;
		case 'too-many-rows':
			return `Reading stops here: a file may have at most ${number.format(problem.detail.limit)} rows. Split it.`;
		case 'row-too-long':
			return `The row has ${problem.detail.cells} fields, but there are only ${problem.detail.headings} headings. A field may lack its quotation marks.`;
		case 'field-too-long':
			return `The field under “${problem.column ?? ''}” has ${number.format(problem.detail.characters)} characters. There is room for ${number.format(problem.detail.limit)}.`;
		case 'control-character':
			return `The field under “${problem.column ?? ''}” holds a character that cannot be shown (${problem.detail.point}). Type the field again.`;
		case 'unit-missing':
			return 'It does not say which unit the row is about. Write the unit’s name or code.';
		case 'unit-name-missing':
			return `The unit with the code “${problem.detail.unitCode}” has no name.`;
		case 'unit-unknown':
			return `The unit “${problem.detail.unit}” is not in the file and was not imported before. Correct the name or add the unit.`;
		case 'unit-ambiguous':
			return `Several units are called “${problem.detail.unit}”${placed(problem.detail.lines)}. Give the unit’s code.`;
		case 'unit-path-broken':
			return `The path “${problem.detail.path}” lacks a name between two separators.`;
		case 'unit-code-conflict': {
			const what = problem.detail.about === 'name' ? 'different names' : 'different parent units';
			return `The unit “${problem.detail.unitCode}” has ${what} on ${onLines(problem.detail.lines)}.`;
		}
		case 'parent-unknown':
			return `There is no unit “${problem.detail.parent}” to be the parent.`;
		case 'parent-ambiguous':
			return `Several units are called “${problem.detail.parent}”${placed(problem.detail.lines)}. Give the parent unit’s code.`;
		case 'unit-cycle':
			return problem.detail.names.length === 1
				? `The unit ${quoted(problem.detail.names)} is given as its own parent.`
				: `The units ${quoted(problem.detail.names)} are each other’s parents in a circle (${onLines(problem.detail.lines)}).`;
		case 'leader-name-missing':
			return 'The leader’s name is missing.';
		case 'email-invalid':
			return `“${problem.detail.email}” is not an e-mail address.`;
		case 'email-repeated':
			return `More than one leader has the e-mail “${problem.detail.email}” (${onLines(problem.detail.lines)}).`;
		case 'email-taken':
			return `The e-mail “${problem.detail.email}” belongs to ${problem.detail.name}, who is not in the file.`;
		case 'employee-number-repeated':
			return `The employee number “${problem.detail.employeeNumber}” is there more than once (${onLines(problem.detail.lines)}). A leader takes one row.`;
		case 'employee-number-civil':
			return `Under “${problem.column ?? ''}” stands what looks like a civil registration number. Use an employee number; we do not keep civil registration numbers.`;
		case 'leader-repeated':
			return `${problem.detail.name} is there several times in one unit (${onLines(problem.detail.lines)}). Give an e-mail or an employee number, so that we can tell them apart.`;
		case 'span-not-a-number':
			return `The span of control “${problem.detail.value}” is not a number.`;
		case 'span-negative':
			return `The span of control “${problem.detail.value}” is below zero.`;
		case 'span-decimals':
			return `The span of control “${problem.detail.value}” is not a whole number.`;
		case 'span-too-large':
			return `The span of control “${problem.detail.value}” is too large. It can be at most ${number.format(problem.detail.limit)}.`;
		case 'manager-unknown':
			return `The line manager “${problem.detail.manager}” is not among the leaders.`;
		case 'manager-ambiguous':
			return `Several leaders are called “${problem.detail.manager}”${placed(problem.detail.lines)}. Give the line manager’s e-mail or employee number.`;
		case 'manager-self':
			return `${problem.detail.name} is given as their own line manager. Leave the field empty for the leader at the top.`;
		case 'manager-cycle':
			return `${quoted(problem.detail.names)} manage each other in a circle (${onLines(problem.detail.lines)}).`;
	}
}

function placed(lines: readonly number[]): string {
	return lines.length === 0 ? '' : ` (${onLines(lines)})`;
}

function whatWasDone(notice: ImportNotice): string {
	switch (notice.code) {
		case 'unit-created':
			return `The unit “${notice.detail.name}” has no row of its own. It will be created, because ${rows(notice.detail.lines)} as a parent.`;
		case 'managers-derived':
			return `The file does not say who the line managers are. For ${number.format(notice.detail.leaders)} ${notice.detail.leaders === 1 ? 'leader' : 'leaders'} we took the leader of the unit above.`;
		case 'manager-derived':
			return `No line manager is given for ${notice.detail.name}. We took ${notice.detail.manager}, who leads the unit above.`;
		case 'leader-weak-key':
			return `${notice.detail.name} has neither e-mail nor employee number. After a move or a new name we cannot see that it is the same leader.`;
		case 'heading-unused':
			return `We do not use the ${notice.detail.headings.length === 1 ? 'column' : 'columns'} ${quoted(notice.detail.headings)}.`;
		case 'civil-number-unread':
			return `The column “${notice.detail.heading}” was not read. We do not keep civil registration numbers.`;
	}
}

function rows(count: number): string {
	return count === 1 ? 'one row names it' : `${number.format(count)} rows name it`;
}

function place(id: string | null, name: (id: string) => string): string {
	return id === null ? 'the top' : `“${name(id)}”`;
}

function person(id: string | null, name: (id: string) => string): string {
	return id === null ? 'nobody' : name(id);
}

const leaderFields = {
	key: 'what we know the leader by',
	name: 'name',
	email: 'e-mail',
	level: 'leader level',
	profession: 'profession',
	span: 'span of control'
} as const;

function whatChanges(change: OrganisationChange, names: OrganisationNames): string {
	switch (change.kind) {
		case 'unit-added':
			return change.unit.parentId === null
				? `New unit at the top: “${change.unit.name}”.`
				: `New unit: “${change.unit.name}” under “${names.unit(change.unit.parentId)}”.`;
		case 'unit-renamed':
			return `The unit “${change.before}” will be called “${change.after}”.`;
		case 'unit-moved':
			return `The unit “${names.unit(change.unitId)}” moves from ${place(change.before, names.unit)} to ${place(change.after, names.unit)}.`;
		case 'unit-coded':
			return `The unit “${names.unit(change.unitId)}” gets the code “${change.after}”.`;
		case 'unit-closed':
			return `The unit “${change.unit.name}” is closed.`;
		case 'leader-added':
			return `New leader: ${change.leader.name} in “${names.unit(change.leader.unitId)}”.`;
		case 'leader-moved':
			return `${names.leader(change.leaderId)} moves from “${names.unit(change.before)}” to “${names.unit(change.after)}”.`;
		case 'leader-manager-changed':
			return `${names.leader(change.leaderId)} changes line manager from ${person(change.before, names.leader)} to ${person(change.after, names.leader)}.`;
		case 'leader-changed':
			return `${names.leader(change.leaderId)}: ${leaderFields[change.field]} changes from ${value(change.before)} to ${value(change.after)}.`;
		case 'leader-left':
			return `${change.leader.name} no longer leads in “${names.unit(change.leader.unitId)}”.`;
	}
}

function value(content: string | number | null): string {
	return content === null ? 'empty' : `“${content}”`;
}

const unreadable: Readonly<Record<UnreadableFileCode, string>> = {
	empty: 'The file is empty. Is it the right file?',
	'too-large': 'The file is larger than 10 MB. Remove columns that are not needed, or split it in two.',
	pdf: 'The file is a PDF, whatever its name says. Save the list as CSV or .xlsx.',
	'old-excel': 'The file is in the old Excel format (.xls). Open it in Excel and save it as .xlsx or CSV.',
	password: 'The file is locked with a password. Save it without one and try again.',
	'other-zip': 'The file is a zip file or another kind of document. Save the list as CSV or .xlsx.',
	'broken-xlsx':
		'The Excel file cannot be read; perhaps only half of it was fetched. Open it in Excel, save it again, and then try.',
	'xlsx-too-large': 'The Excel file becomes too large when unpacked. Save the list as CSV instead.',
	'no-sheet': 'There is nothing in any sheet of the Excel file. Is it the right file?',
	html: 'The file is a web page, though it may be called .xls. Open it in Excel and save it as .xlsx or CSV.',
	'not-text': 'The file is neither CSV nor .xlsx. Save the list as one of them.',
	'broken-quotes': 'A quotation mark is opened but never closed.'
};

export const organisationImport: typeof danish = {
	fields,
	problem: (problem) => `Line ${problem.line}: ${whatIsWrong(problem)}`,
	notice: (notice) => `Line ${notice.line}: ${whatWasDone(notice)}`,
	change: whatChanges,
	unreadable: (code, line) => (line === undefined ? unreadable[code] : `Line ${line}: ${unreadable[code]}`),
	problemCount: (count) =>
		count === 0
			? 'There are no errors.'
			: count === 1
				? 'There is one error.'
				: `There are ${number.format(count)} errors.`,
	nothingSaved: 'Nothing has been saved. Correct the file and read it in again.',
	noChanges: 'The file changes nothing.'
};
