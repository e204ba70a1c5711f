// The first filled sheet of an .xlsx file as rows of text, the way a person sees the cells.
import ExcelJS from 'exceljs';
import type { TableReading } from './read-table.ts';
import { isAsLargeAsItSays, readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** The most bytes the parts of an .xlsx may unpack to, and the most parts. */
export const unpackedByteLimit = 64 * 1024 * 1024;
const partLimit = 1000;
/** The last row that Excel has; a file can name any. */
const lastRow = 1_048_576;
/** The most cells of a sheet, with those that nothing stands in before the last one of a row. */
const cellLimit = 5_000_000;

// Parts of a sheet that hold no cell text. exceljs unfolds some of them cell by cell: a rule for a whole column would
// cost it a million objects.
const ignoreNodes = [
	'mergeCells',
	'dataValidations',
	'conditionalFormatting',
	'hyperlinks',
	'autoFilter',
	'rowBreaks',
	'drawing',
	'picture',
	'tableParts',
	'pageSetup',
	'headerFooter',
	'extLst',
	'legacyDrawing',
	'cols'
];

/** Reads an .xlsx whose bytes begin as a zip file. Hidden sheets are passed over while a visible one is filled. */
export async function readXlsx(bytes: Uint8Array): Promise<TableReading> {
	const entries = readZipDirectory(bytes);
	if (entries === null) return { kind: 'not-a-table', code: 'broken-xlsx' };
	if (!entries.some((entry) => entry.name === 'xl/workbook.xml')) {
		const isDamaged = entries.some((entry) => entry.name.startsWith('xl/'));
		return { kind: 'not-a-table', code: isDamaged ? 'broken-xlsx' : 'other-zip' };
	}
	if (isTooLarge(entries)) return { kind: 'not-a-table', code: 'xlsx-too-large' };
	for (const entry of entries) {
		if (!(await isAsLargeAsItSays(bytes, entry))) return { kind: 'not-a-table', code: 'broken-xlsx' };
	}
	const workbook = await load(bytes);
	if (workbook === null) return { kind: 'not-a-table', code: 'broken-xlsx' };
	const sheets = [...workbook.worksheets].sort((a, b) => Number(a.state !== 'visible') - Number(b.state !== 'visible'));
	for (const sheet of sheets) {
		if (sheet.rowCount > lastRow) return { kind: 'not-a-table', code: 'broken-xlsx' };
		if (countCells(sheet) > cellLimit) return { kind: 'not-a-table', code: 'xlsx-too-large' };
		const rows = readSheet(sheet);
		if (rows.length > 0) return { kind: 'table', rows, firstLine: 1, encoding: 'xlsx', delimiter: null };
	}
	return { kind: 'not-a-table', code: 'no-sheet' };
}

function isTooLarge(entries: readonly ZipEntry[]): boolean {
	return entries.length > partLimit || entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0) > unpackedByteLimit;
}

async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook | null> {
	const workbook = new ExcelJS.Workbook();
	const copy = new Uint8Array(bytes).buffer;
	// Names for ranges are unfolded cell by cell too, and no option leaves them out.
	Object.defineProperty(workbook.definedNames, 'model', { get: () => [], set: () => undefined });
	try {
		await workbook.xlsx.load(copy, { ignoreNodes });
		return workbook;
	} catch (cause) {
		// exceljs has no error type of its own: a damaged part shows as whatever its reading stumbled over.
		if (cause instanceof Error) return null;
		throw cause;
	}
}

function countCells(sheet: ExcelJS.Worksheet): number {
	let count = 0;
	sheet.eachRow((row) => (count += row.cellCount));
	return count;
}

function readSheet(sheet: ExcelJS.Worksheet): string[][] {
	const rows: string[][] = [];
	sheet.eachRow((row, number) => {
		const cells: string[] = [];
		row.eachCell((cell, column) => {
			const text = cellText(cell);
			if (text === '') return;
			while (cells.length < column - 1) cells.push('');
			cells.push(text);
		});
		if (cells.every((text) => text.trim() === '')) return;
		while (rows.length < number - 1) rows.push([]);
		rows.push(cells);
	});
	return rows;
}

function cellText(cell: ExcelJS.Cell): string {
	return valueText(cell.value, cell.numFmt);
}

function valueText(value: ExcelJS.CellValue, format: string | undefined): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'number') return numberText(value, format);
	if (typeof value === 'boolean') return String(value);
	if (value instanceof Date) return dateText(value);
	if ('richText' in value) return value.richText.map((part) => part.text).join('');
	if ('hyperlink' in value) return typeof value.text === 'string' ? value.text : valueText(value.text, format);
	if ('error' in value) return value.error;
	if ('result' in value) return valueText(value.result ?? null, format);
	return '';
}

/** A number as plain digits; a format of zeros ("00000") keeps the leading ones, as an employee number needs them. */
function numberText(value: number, format: string | undefined): string {
	const text = Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(15)));
	return format !== undefined && /^0+$/.test(format) ? text.padStart(format.length, '0') : text;
}

/** A date as 2026-11-23, with the time where it has one. */
function dateText(value: Date): string {
	if (Number.isNaN(value.getTime())) return '';
	const [day = '', time = ''] = value.toISOString().split('T');
	return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
}
