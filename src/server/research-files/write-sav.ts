// The file for researchers as SPSS (.sav). What the library does not do by itself is done here: texts are cut to 255 bytes at
// the end of a letter and get the width that their bytes need, missing numbers are NaN (it would write null as 0), and the
// name of another program in the file's head is replaced. It cannot declare user-missing values: `status` says what is withheld.
import { VariableAlignment, VariableMeasure, VariableType } from 'sav-writer';
import { recordsToBuffer, variablesToBuffer } from 'sav-writer/lib/writer/stream.js';
import { rowStatuses, type ReleaseRow } from '#domain/disclosure/release-rows.ts';
import type { Language } from '#domain/language/localised.ts';
import { textsFor } from '#texts/texts.ts';
import { researchColumns, type ResearchColumn } from './columns.ts';

const longestTextBytes = 255;
const productPlace = { start: 4, bytes: 60 } as const;
const labelPlace = { start: 109, bytes: 64 } as const;

/** `label`: what the file is about, cut to 64 bytes. Variable labels and value labels are in the language given. */
export function writeSav(
	rows: readonly ReleaseRow[],
	{ language, label }: { readonly language: Language; readonly label: string }
): Uint8Array<ArrayBuffer> {
	const words = textsFor(language).research;
	const columns: readonly ResearchColumn[] = researchColumns;
	const variables = columns.map((column) => variableOf(column, rows, words.columns));
	const status = variables.find(({ name }) => name === 'status');
	if (status !== undefined) {
		Object.assign(status, {
			valueLabels: Object.entries(rowStatuses).map(([name, value]) => ({
				value,
				label: words.statuses[statusName(name)]
			}))
		});
	}
	const records = rows.map((row) => Object.fromEntries(columns.map((column) => [column.name, cellOf(column, row)])));
	const head = variablesToBuffer(variables, rows.length);
	put(head, productPlace, '@(#) SPSS DATA FILE - Ledertrivsel');
	put(head, labelPlace, cutToBytes(label, labelPlace.bytes));
	return new Uint8Array(Buffer.concat([head, recordsToBuffer(records, variables)]));
}

function variableOf(column: ResearchColumn, rows: readonly ReleaseRow[], labels: Readonly<Record<string, string>>) {
	const label = labels[column.name] ?? column.name;
	if (column.type === 'number') {
		const decimal = column.decimals ?? 0;
		const measure = column.name === 'status' ? VariableMeasure.Nominal : VariableMeasure.Continuous;
		return {
			...{ name: column.name, label, type: VariableType.Numeric, width: 10 + decimal, decimal, columns: 10 },
			...{ measure, alignment: VariableAlignment.Right }
		};
	}
	const widest = rows.reduce((most, row) => Math.max(most, Buffer.byteLength(textOf(column, row))), 1);
	return {
		...{
			name: column.name,
			label,
			type: VariableType.String,
			width: widest,
			decimal: 0,
			columns: Math.min(40, widest)
		},
		...{ measure: VariableMeasure.Nominal, alignment: VariableAlignment.Left }
	};
}

function cellOf(column: ResearchColumn, row: ReleaseRow): string | number {
	if (column.type === 'text') return textOf(column, row);
	const value = column.read(row);
	return typeof value === 'number' ? value : NaN;
}

function textOf(column: ResearchColumn, row: ReleaseRow): string {
	return cutToBytes(String(column.read(row) ?? ''), longestTextBytes);
}

/** Never in the middle of a letter: half of an "å" would make the whole file unreadable to some programs. */
export function cutToBytes(text: string, bytes: number): string {
	let kept = '';
	let size = 0;
	for (const letter of text) {
		size += Buffer.byteLength(letter);
		if (size > bytes) return kept;
		kept += letter;
	}
	return kept;
}

function put(buffer: Buffer, { start, bytes }: { readonly start: number; readonly bytes: number }, text: string): void {
	buffer.fill(' ', start, start + bytes);
	buffer.write(text, start, bytes, 'utf8');
}

function statusName(name: string): 'shown' | 'atMost' | 'atLeast' | 'withheld' {
	return name === 'atMost' || name === 'atLeast' || name === 'withheld' ? name : 'shown';
}
