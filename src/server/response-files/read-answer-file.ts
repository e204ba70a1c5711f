// A file of answers as a table. An operator's file may be larger than what a page accepts, because nobody else waits for it.
import { decodeText } from '#server/organisation-files/decode-text.ts';
import { readCsv } from '#server/organisation-files/read-csv.ts';
import { fileByteLimit, readTable, type TableReading } from '#server/organisation-files/read-table.ts';

/** 150,000 answers to 45 questions take about 14 MB. */
export const answerFileByteLimit = 200 * 1024 * 1024;

/** As `readTable`, but with room for CSV files up to `answerFileByteLimit`. */
export async function readAnswerFile(bytes: Uint8Array, fileName: string): Promise<TableReading> {
	if (bytes.length <= fileByteLimit) return readTable(bytes, fileName);
	if (bytes.length > answerFileByteLimit) return { kind: 'not-a-table', code: 'too-large' };
	// Recognised by its start alone: the start of a large file of another kind gives the same answer as the whole.
	const start = await readTable(bytes.subarray(0, 1024), fileName);
	if (start.kind === 'not-a-table' && start.code !== 'broken-quotes') {
		return { kind: 'not-a-table', code: start.code === 'broken-xlsx' ? 'xlsx-too-large' : start.code };
	}
	const decoded = decodeText(bytes);
	if (decoded === null) return { kind: 'not-a-table', code: 'not-text' };
	const read = readCsv(decoded.text);
	if (read.kind === 'broken-quotes') return { kind: 'not-a-table', code: 'broken-quotes', line: read.line };
	return { kind: 'table', rows: read.rows, firstLine: 1, encoding: decoded.encoding, delimiter: read.delimiter };
}
