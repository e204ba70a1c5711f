// An uploaded file as rows of text, however the HR system wrote it; or the reason why it is no table.
import type { UnreadableFileCode } from '#domain/organisation/import-problem.ts';
import { decodeText, type TextEncoding } from './decode-text.ts';
import { readCsv, type Delimiter } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/** The most bytes a file may hold. */
export const fileByteLimit = 10 * 1024 * 1024;

export type TableReading =
	| {
			readonly kind: 'table';
			/** Row i stands on line `firstLine + i`; a line that holds nothing is an empty row. */
			readonly rows: string[][];
			readonly firstLine: number;
			readonly encoding: TextEncoding | 'xlsx';
			/** Null for .xlsx and for a file of one column. */
			readonly delimiter: Delimiter | null;
	  }
	| {
			readonly kind: 'not-a-table';
			readonly code: UnreadableFileCode;
			/** Where known: the line at which reading stopped. */
			readonly line?: number;
	  };

/**
 * Reads CSV (`;`, `,` or tab; UTF-8, UTF-16 or Windows-1252) or .xlsx. What the file is, its bytes say; its name only
 * decides between a damaged .xlsx and a file that is no text. Never throws on what a file holds.
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<TableReading> {
	if (bytes.length > fileByteLimit) return { kind: 'not-a-table', code: 'too-large' };
	const code = recogniseOther(bytes);
	if (code !== null) return { kind: 'not-a-table', code };
	if (startsWith(bytes, [0x50, 0x4b])) return readXlsx(bytes);
	const text = decodeText(bytes);
	if (text === null) {
		return { kind: 'not-a-table', code: /\.xls[xm]$/i.test(fileName) ? 'broken-xlsx' : 'not-text' };
	}
	if (text.text.trim() === '') return { kind: 'not-a-table', code: 'empty' };
	if (/^\s*<(!doctype|html|table|\?xml)/i.test(text.text)) return { kind: 'not-a-table', code: 'html' };
	const read = readCsv(text.text);
	if (read.kind === 'broken-quotes') return { kind: 'not-a-table', code: 'broken-quotes', line: read.line };
	return { kind: 'table', rows: read.rows, firstLine: 1, encoding: text.encoding, delimiter: read.delimiter };
}

function recogniseOther(bytes: Uint8Array): UnreadableFileCode | null {
	if (bytes.length === 0) return 'empty';
	if (latin1(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf';
	if (!startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return null;
	const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(encrypted) ? 'password' : 'old-excel';
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
	return start.every((byte, index) => bytes[index] === byte);
}

function latin1(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('latin1');
}
