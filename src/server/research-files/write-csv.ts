// The file for researchers as CSV: UTF-8 with a mark that Excel needs, semicolons as Danish Excel expects, a point in numbers.
import type { ReleaseRow } from '#domain/disclosure/release-rows.ts';
import { researchColumns } from './columns.ts';

export function writeResearchCsv(rows: readonly ReleaseRow[]): Uint8Array<ArrayBuffer> {
	const lines = [
		researchColumns.map(({ name }) => name).join(';'),
		...rows.map((row) => researchColumns.map((column) => fieldOf(column.read(row))).join(';'))
	];
	return new TextEncoder().encode(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`);
}

function fieldOf(value: string | number | null): string {
	if (value === null) return '';
	const text = String(value);
	// A name that begins like a formula would be computed by a spreadsheet.
	const safe = typeof value === 'string' && /^[=+\-@\t]/.test(text) ? `'${text}` : text;
	return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
