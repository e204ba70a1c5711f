import test from 'node:test';
import assert from 'node:assert/strict';
import { foldHeading } from './fold-text.ts';
import { certainHeadings, fields, openHeadings } from './heading-names.ts';
import { readRows, recogniseHeadings } from './read-rows.ts';

function fieldsOf(headings: string): (string | null)[] {
	const cells = headings.split(';');
	const columns = recogniseHeadings(cells);
	return cells.map((_, index) => columns.find((column) => column.index === index)?.field ?? null);
}

test('headings are met in Danish and English, whatever their case, spaces, punctuation and Danish letters', () => {
	const spellings = {
		manager: ['Nærmeste leder', 'NÆRMESTE_LEDER', 'naermeste leder', 'Narmeste-leder', 'Line manager', 'Reports to'],
		span: [
			'Ledelsesspænd',
			'ledelsesspaend',
			'Ledelsesspand',
			'Antal medarbejdere',
			'Antal\nmedarbejdere',
			'Span of control'
		],
		parent: ['Overordnet enhed', 'overordnet_enhed', 'Hører under', 'Hoerer under', 'Parent unit'],
		'employee-number': ['Medarbejdernr.', 'Medarbejder-nr', 'Ansættelsesnummer', 'Ansaettelsesnummer', 'Employee no.'],
		'manager-email': ['Nærmeste leders e-mail', 'Naermeste leders email', 'Nærmeste leder, mail', "Manager's e-mail"],
		'unit-path': ['Enhedssti', 'Org. path', 'Organisatorisk placering'],
		email: ['E-mail', 'email', 'Mailadresse', 'E-mail address'],
		'unit-code': ['Enhedskode', 'sor_kode', 'Unit code', 'Org.-enhed ID']
	};
	for (const [field, headings] of Object.entries(spellings)) {
		for (const heading of headings) assert.deepEqual(fieldsOf(heading), [field], heading);
	}
});

test('every field has a heading of its own, and no heading stands for two', () => {
	assert.deepEqual(new Set(certainHeadings.values()), new Set(fields));
	for (const heading of openHeadings.keys()) {
		const certain = certainHeadings.get(heading);
		assert.ok(certain === undefined || certain === 'manager', `${heading} is open and ${certain}`);
	}
	assert.equal(foldHeading('–'), '');
});

test('an open heading is settled by the columns beside it', () => {
	const cases: [string, (string | null)[]][] = [
		['sor_kode;navn;hospital_prefix;shak;definition', ['unit-code', 'unit-name', 'parent-name', 'shak', null]],
		['Kode;Navn;Overordnet', ['unit-code', 'unit-name', 'parent']],
		['ID;Name;Parent ID', ['unit-code', 'unit-name', 'parent-code']],
		['Navn;E-mail;Enhed;Leder', ['leader-name', 'email', 'unit-name', 'manager']],
		['Enhed;Leder;E-mail', ['unit-name', 'leader-name', 'email']],
		['Enhed;Navn', ['unit-name', 'leader-name']],
		['Kode;Navn;Overordnet enhed;Leder;Mail', ['unit-code', 'unit-name', 'parent', 'leader-name', 'email']],
		['Navn;E-mail;Leders e-mail;Enhed', ['leader-name', 'email', 'manager-email', 'unit-name']],
		['Leder;Leders e-mail;Enhed', ['leader-name', 'email', 'unit-name']],
		['ID;Navn;E-mail;Enhed', [null, 'leader-name', 'email', 'unit-name']],
		['First name;Last name;Manager;Department', ['first-name', 'last-name', 'manager', 'unit-name']]
	];
	for (const [headings, expected] of cases) assert.deepEqual(fieldsOf(headings), expected, headings);
});

test('lines above the heading row are passed over, and lines keep the numbers of the file', () => {
	const rows = [['Udtræk, november'], [], ['Enhed', 'Leder'], [], ['Kirurgi', 'Ane'], ['', ' '], ['Medicin', 'Bo']];
	const table = readRows(rows, { firstLine: 2 });
	assert.equal(table.headingLine, 4);
	assert.deepEqual(
		table.rows.map((row) => row.line),
		[6, 8]
	);
	assert.deepEqual(readRows([[], ['']]).headingLine, null);
});

test('a civil registration number column is recognised only to leave it unread', () => {
	const table = readRows([
		['Enhed', 'Leder', 'CPR-nr.', 'Bemærkning'],
		['Kirurgi', 'Ane', '010203-1234', 'x']
	]);
	assert.equal(table.civilNumber, 'CPR-nr.');
	assert.deepEqual(table.unused, ['Bemærkning']);
	assert.deepEqual(
		table.columns.map((column) => column.field),
		['unit-name', 'leader-name']
	);
});
