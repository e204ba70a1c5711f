import test from 'node:test';
import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { deflateRawSync } from 'node:zlib';
import { readRows } from '#domain/organisation/read-rows.ts';
import { parseOrganisation } from '#domain/organisation/parse-organisation.ts';
import { readTable, type TableReading } from './read-table.ts';

const headings = {
	da: ['Enhedskode', 'Enhed', 'Overordnet enhed', 'Leder', 'E-mail', 'Faggruppe', 'Ledelsesspænd'],
	en: ['Unit code', 'Unit', 'Parent unit', 'Leader', 'E-mail', 'Profession', 'Span of control']
};
const body = [
	['10', 'Ærø Sygehus', '', 'Åse Østergård', 'aase@region.example', 'læge', '12'],
	['20', 'Kirurgi; "A", øst', '10', 'Bjørn Ågård', 'bjorn@region.example', 'sygeplejerske', '31']
];
const encodings = {
	'utf-8': (text: string) => Buffer.from(text, 'utf8'),
	'utf-8-bom': (text: string) => Buffer.from(`\ufeff${text}`, 'utf8'),
	'utf-16le': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
	'windows-1252': (text: string) => iconv.encode(text, 'windows-1252')
};

function csv(rows: readonly (readonly string[])[], delimiter: string, lineEnd = '\r\n'): string {
	const quote = (cell: string) => (/[";,\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
	return rows.map((row) => row.map(quote).join(delimiter) + lineEnd).join('');
}

function table(reading: TableReading): Extract<TableReading, { kind: 'table' }> {
	if (reading.kind !== 'table') assert.fail(`not a table: ${reading.code}`);
	return reading;
}

async function code(bytes: Uint8Array, name = 'fil.csv'): Promise<string> {
	const reading = await readTable(bytes, name);
	return reading.kind === 'table' ? 'table' : reading.code;
}

for (const [encoding, encode] of Object.entries(encodings)) {
	for (const delimiter of [';', ',', '\t'] as const) {
		for (const [language, heading] of Object.entries(headings)) {
			for (const lineEnd of ['\r\n', '\n', '\r']) {
				const name = `${encoding}, ${JSON.stringify(delimiter)}, ${language}, ${JSON.stringify(lineEnd)}`;
				test(`the same organisation comes out of a CSV file in ${name}`, async () => {
					const read = table(await readTable(encode(csv([heading, ...body], delimiter, lineEnd)), 'organisation.csv'));
					assert.equal(read.encoding, encoding);
					assert.equal(read.delimiter, delimiter);
					assert.deepEqual(read.rows, [heading, ...body]);
					const parsed = parseOrganisation(readRows(read.rows, read));
					assert.deepEqual(parsed.problems, []);
					assert.deepEqual(
						parsed.organisation.units.map((unit) => unit.name),
						['Ærø Sygehus', 'Kirurgi; "A", øst']
					);
					assert.deepEqual(
						parsed.organisation.leaders.map((leader) => [leader.name, leader.profession, leader.span]),
						[
							['Åse Østergård', 'læge', 12],
							['Bjørn Ågård', 'sygeplejerske', 31]
						]
					);
					assert.equal(parsed.organisation.leaders[1]?.managerId, parsed.organisation.leaders[0]?.id);
				});
			}
		}
	}
}

test('the line of a row is the line an editor shows: after sep=, blank lines and a field of several lines', async () => {
	const text = 'sep=;\r\n\r\nEnhed;Leder\r\n"A\r\nB";Ane\r\n\r\nC;Bo\r\n';
	const read = table(await readTable(Buffer.from(text), 'x.csv'));
	assert.deepEqual(read.rows, [[], [], ['Enhed', 'Leder'], ['A\nB', 'Ane'], [], [], ['C', 'Bo']]);
	assert.equal(read.firstLine, 1);
	assert.deepEqual(
		readRows(read.rows, read).rows.map((row) => row.line),
		[4, 7]
	);
});

test('a first line "sep=," decides, although another delimiter is more frequent', async () => {
	const read = table(await readTable(Buffer.from('sep=,\nEnhed,Leder\nA;B;C,Ane\nD;E;F,Bo\n'), 'x.csv'));
	assert.equal(read.delimiter, ',');
	assert.deepEqual(read.rows[2], ['A;B;C', 'Ane']);
});

test('commas inside names do not make the comma the delimiter', async () => {
	const text = 'Enhed;Leder\nHukommelsesklinikken, N7;Ane\nHjerne, ryg;Bo\nLunge, hjerte;Ib\nØre, næse;Eva\n';
	assert.equal(table(await readTable(Buffer.from(text), 'x.csv')).delimiter, ';');
});

test('a file of one column has no delimiter, and no line end at the end is needed', async () => {
	const read = table(await readTable(Buffer.from('Enhed\nKirurgi\nMedicin'), 'x.csv'));
	assert.equal(read.delimiter, null);
	assert.deepEqual(read.rows, [['Enhed'], ['Kirurgi'], ['Medicin']]);
});

test('a quotation mark inside a name stays; one that is never closed is told with its line', async () => {
	const read = table(await readTable(Buffer.from('Enhed;Leder\nAfsnit "A";Ane\n'), 'x.csv'));
	assert.equal(read.rows[1]?.[0], 'Afsnit "A"');
	const broken = await readTable(Buffer.from('Enhed;Leder\nKirurgi;Ane\n"Medicin;Bo\nØre;Ib\n'), 'x.csv');
	assert.deepEqual(broken, { kind: 'not-a-table', code: 'broken-quotes', line: 3 });
});

test('what is no table is named for what it is, whatever its name says', async () => {
	assert.equal(await code(Buffer.alloc(0)), 'empty');
	assert.equal(await code(Buffer.from(' \r\n\r\n')), 'empty');
	assert.equal(await code(Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj')), 'pdf');
	assert.equal(await code(Buffer.from('<html><table><tr><td>Enhed</td></tr></table></html>'), 'x.xls'), 'html');
	assert.equal(await code(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...Array(200).fill(0)])), 'not-text');
	const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
	assert.equal(await code(compound, 'x.xls'), 'old-excel');
	assert.equal(await code(Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]), 'x.xlsx'), 'password');
	assert.equal(await code(Buffer.from('PK\u0003\u0004 and then nothing'), 'x.xlsx'), 'broken-xlsx');
	assert.equal(await code(zip([{ name: 'word/document.xml', data: Buffer.from('<w/>') }]), 'x.docx'), 'other-zip');
});

test('a file larger than 10 MB is refused by its size: just above, and 50 MB', async () => {
	assert.equal(await code(Buffer.alloc(10 * 1024 * 1024 + 1, 'a')), 'too-large');
	assert.equal(await code(Buffer.alloc(50 * 1024 * 1024, 'a')), 'too-large');
	assert.equal(await code(Buffer.from(`Enhed\n${'a\n'.repeat(100)}`)), 'table');
});

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
	const book = new ExcelJS.Workbook();
	fill(book);
	return Buffer.from(await book.xlsx.writeBuffer());
}

test('an .xlsx file gives the cells as a person sees them', async () => {
	const bytes = await workbook((book) => {
		book.addWorksheet('Tom');
		const sheet = book.addWorksheet('Ledere');
		sheet.addRow(['Udtræk fra personalesystemet']);
		sheet.addRow([]);
		sheet.addRow(['Medarbejdernummer', 'Navn', 'E-mail', 'Enhed', 'Antal medarbejdere', 'Ansat']);
		sheet.addRow([
			100234,
			{ richText: [{ text: 'Åse ' }, { font: { bold: true }, text: 'Østergård' }] },
			{ text: 'aase@region.example', hyperlink: 'mailto:aase@region.example' },
			'Kirurgi',
			{ formula: '6*2', result: 12 },
			new Date(Date.UTC(2024, 1, 29))
		]);
		sheet.addRow([42, 'Bo', 'bo@region.example', 'Medicin', 7]).getCell(1).numFmt = '000000';
		sheet.mergeCells('A1:F1');
	});
	const read = table(await readTable(bytes, 'ledere.xlsx'));
	assert.deepEqual(read.rows, [
		['Udtræk fra personalesystemet'],
		[],
		['Medarbejdernummer', 'Navn', 'E-mail', 'Enhed', 'Antal medarbejdere', 'Ansat'],
		['100234', 'Åse Østergård', 'aase@region.example', 'Kirurgi', '12', '2024-02-29'],
		['000042', 'Bo', 'bo@region.example', 'Medicin', '7']
	]);
	assert.equal(read.encoding, 'xlsx');
	const parsed = parseOrganisation(readRows(read.rows, read));
	assert.deepEqual(parsed.problems, []);
	assert.deepEqual(
		parsed.organisation.leaders.map((leader) => [leader.key, leader.span]),
		[
			['100234', 12],
			['000042', 7]
		]
	);
});

test('long numbers keep every digit, a hidden sheet waits behind a visible one, an empty workbook is told', async () => {
	const bytes = await workbook((book) => {
		book.addWorksheet('Skjult', { state: 'hidden' }).addRow(['hemmelig']);
		book.addWorksheet('Synlig').addRow([223601000016004, 0.1 + 0.2, true]);
	});
	assert.deepEqual(table(await readTable(bytes, 'x.xlsx')).rows, [['223601000016004', '0.3', 'true']]);
	assert.equal(await code(await workbook((book) => book.addWorksheet('Tom')), 'x.xlsx'), 'no-sheet');
});

/** An .xlsx as another program than exceljs might write it: inline strings, no styles. */
function foreignXlsx({ afterRows = '', afterSheets = '', furtherRows = '' }): Buffer {
	const office = 'http://schemas.openxmlformats.org';
	const types = `${office}/package/2006/content-types`;
	const relations = `${office}/package/2006/relationships`;
	const relation = `${office}/officeDocument/2006/relationships`;
	const main = `${office}/spreadsheetml/2006/main`;
	const file = (name: string, xml: string) => ({ name, data: Buffer.from(`<?xml version="1.0"?>${xml}`) });
	const row = (number: number, text: string) =>
		`<row r="${number}"><c r="A${number}" t="inlineStr"><is><t>${text}</t></is></c></row>`;
	return zip([
		file(
			'[Content_Types].xml',
			`<Types xmlns="${types}"><Default Extension="xml" ContentType="application/xml"/></Types>`
		),
		file(
			'_rels/.rels',
			`<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
		),
		file(
			'xl/workbook.xml',
			`<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="Ark1" sheetId="1" r:id="r1"/></sheets>${afterSheets}</workbook>`
		),
		file(
			'xl/_rels/workbook.xml.rels',
			`<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
		),
		file(
			'xl/worksheets/sheet1.xml',
			`<worksheet xmlns="${main}"><sheetData>${row(1, 'Enhed')}${row(2, 'Kirurgi')}${furtherRows}</sheetData>${afterRows}</worksheet>`
		)
	]);
}

test('a rule, a merge or a name over the whole sheet does not cost an object for each cell', async () => {
	const expected = [['Enhed'], ['Kirurgi']];
	const rule =
		'<dataValidations count="1"><dataValidation type="list" sqref="B2:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>';
	assert.deepEqual(table(await readTable(foreignXlsx({ afterRows: rule }), 'x.xlsx')).rows, expected);
	const name = '<definedNames><definedName name="alt">Ark1!$A$1:$XFD$1048576</definedName></definedNames>';
	assert.deepEqual(table(await readTable(foreignXlsx({ afterSheets: name }), 'x.xlsx')).rows, expected);
	const merge = '<mergeCells count="1"><mergeCell ref="B3:XFD1048576"/></mergeCells>';
	assert.deepEqual(table(await readTable(foreignXlsx({ afterRows: merge }), 'x.xlsx')).rows, expected);
});

test('a cell far away does not cost a row or a column for each step to it', async () => {
	const cell = (row: number, column: string) => `<row r="${row}"><c r="${column}${row}"><v>1</v></c></row>`;
	assert.equal(await code(foreignXlsx({ furtherRows: cell(999_999_999, 'A') }), 'x.xlsx'), 'broken-xlsx');
	const wide = Array.from({ length: 2000 }, (_, i) => cell(i + 3, 'XFD')).join('');
	assert.equal(await code(foreignXlsx({ furtherRows: wide }), 'x.xlsx'), 'xlsx-too-large');
	assert.equal(
		table(await readTable(foreignXlsx({ furtherRows: cell(1_048_576, 'A') }), 'x.xlsx')).rows.length,
		1_048_576
	);
	assert.equal(table(await readTable(foreignXlsx({ furtherRows: cell(3, 'XFD') }), 'x.xlsx')).rows[2]?.length, 16_384);
});

test('an .xlsx that unpacks to more than it may is stopped by its directory, one that lies about it by the trial', async () => {
	const zeros = Buffer.alloc(65 * 1024 * 1024);
	const honest = zip([
		{ name: 'xl/workbook.xml', data: Buffer.from('<a/>') },
		{ name: 'xl/worksheets/sheet1.xml', data: zeros }
	]);
	assert.ok(honest.length < 1024 * 1024);
	assert.equal(await code(honest, 'x.xlsx'), 'xlsx-too-large');
	const lying = zip([
		{ name: 'xl/workbook.xml', data: Buffer.from('<a/>') },
		{ name: 'xl/worksheets/sheet1.xml', data: zeros, says: 100 }
	]);
	assert.equal(await code(lying, 'x.xlsx'), 'broken-xlsx');
});

test('a cut or damaged .xlsx is told, wherever it is cut', async () => {
	const whole = await workbook((book) => book.addWorksheet('A').addRow(['Enhed', 'Leder']));
	for (const share of [0.1, 0.5, 0.9, 0.999]) {
		assert.equal(await code(whole.subarray(0, Math.floor(whole.length * share)), 'x.xlsx'), 'broken-xlsx');
	}
	const nonsense = zip([{ name: 'xl/workbook.xml', data: Buffer.from('<workbook><sheets>') }]);
	assert.equal(await code(nonsense, 'x.xlsx'), 'broken-xlsx');
});

/** A zip file by hand, so that its directory can be made to lie. */
function zip(parts: readonly { name: string; data: Buffer; says?: number }[]): Buffer {
	const locals: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, data, says = data.length } of parts) {
		const packed = deflateRawSync(data);
		const local = Buffer.alloc(30);
		local.writeUInt32LE(0x04034b50, 0);
		local.writeUInt16LE(8, 8);
		local.writeUInt32LE(packed.length, 18);
		local.writeUInt32LE(says, 22);
		local.writeUInt16LE(name.length, 26);
		const central = Buffer.alloc(46);
		central.writeUInt32LE(0x02014b50, 0);
		central.writeUInt16LE(8, 10);
		central.writeUInt32LE(packed.length, 20);
		central.writeUInt32LE(says, 24);
		central.writeUInt16LE(name.length, 28);
		central.writeUInt32LE(offset, 42);
		locals.push(local, Buffer.from(name), packed);
		directory.push(central, Buffer.from(name));
		offset += 30 + name.length + packed.length;
	}
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(parts.length, 10);
	end.writeUInt32LE(Buffer.concat(directory).length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...locals, ...directory, end]);
}
