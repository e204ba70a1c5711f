// CSV text as rows, with the delimiter found by trying: the one that gives most rows one width.
import { CsvError, parse } from 'csv-parse/sync';

export const delimiters = [';', ',', '\t'] as const;

export type Delimiter = (typeof delimiters)[number];

export type CsvReading =
	| { readonly kind: 'rows'; readonly rows: string[][]; readonly delimiter: Delimiter | null }
	/** A quotation mark that is opened and not closed; `line` is where it is opened. */
	| { readonly kind: 'broken-quotes'; readonly line: number };

const sampleRows = 200;

/**
 * Reads CSV with any line ends. Row i of the result stands on line i + 1: blank lines, a first line `sep=;` and the lines
 * that a quoted field goes on over are empty rows.
 */
export function readCsv(text: string): CsvReading {
	const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
	const announced = /^sep=([;,\t])\n/i.exec(lines);
	const body = announced === null ? lines : lines.slice(announced[0].length - 1);
	const delimiter = announced === null ? findDelimiter(body) : (delimiters.find((one) => one === announced[1]) ?? null);
	const rows: string[][] = [];
	let nextLine = 1;
	try {
		parse(body, {
			...options(delimiter),
			onRecord: (record: string[], context) => {
				while (rows.length < nextLine - 1) rows.push([]);
				rows.push(isBlank(record) ? [] : record);
				nextLine = context.lines + 1;
				return null;
			}
		});
	} catch (cause) {
		if (!(cause instanceof CsvError)) throw cause;
		return { kind: 'broken-quotes', line: nextLine };
	}
	return { kind: 'rows', rows, delimiter };
}

function options(delimiter: Delimiter | null) {
	return {
		delimiter: delimiter ?? ';',
		record_delimiter: '\n',
		relax_column_count: true,
		relax_quotes: true,
		skip_empty_lines: false
	};
}

function findDelimiter(text: string): Delimiter | null {
	let best: { readonly delimiter: Delimiter; readonly share: number; readonly width: number } | null = null;
	for (const delimiter of delimiters) {
		const widths = widthsOf(text, delimiter);
		const counts = Map.groupBy(widths, (width) => width);
		const [width = 1, sameWidth = []] = [...counts].sort((a, b) => b[1].length - a[1].length || b[0] - a[0])[0] ?? [];
		if (width === 1) continue;
		const share = sameWidth.length / widths.length;
		if (best === null || share > best.share || (share === best.share && width > best.width))
			best = { delimiter, share, width };
	}
	return best?.delimiter ?? null;
}

function widthsOf(text: string, delimiter: Delimiter): number[] {
	const widths: number[] = [];
	try {
		parse(text, {
			...options(delimiter),
			to: sampleRows,
			onRecord: (record: string[]) => {
				if (!isBlank(record)) widths.push(record.length);
				return null;
			}
		});
	} catch (cause) {
		if (!(cause instanceof CsvError)) throw cause;
	}
	return widths;
}

function isBlank(record: readonly string[]): boolean {
	return record.every((cell) => cell.trim() === '');
}
