// Reads a CSV of the reference tests into plain rows, and a row's columns into the layout the statistics want.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { parseInstrument } from '#domain/instrument/parse-instrument.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { scoreResponses } from '#domain/scoring/score-responses.ts';

export type Row = Readonly<Record<string, string>>;

export function readRows(url: URL): readonly Row[] {
	return parse(readFileSync(url), { columns: true });
}

export function readInstrument(url: URL): Instrument {
	const parsed = parseInstrument(JSON.parse(readFileSync(url, 'utf8')));
	if (parsed.kind === 'faulty') throw new Error(JSON.stringify(parsed.problems));
	return parsed.instrument;
}

/** Answers, scores and groups of a round, as `describeRound` takes them. */
export function roundOf(instrument: Instrument, rows: readonly Row[], groupColumn: string) {
	const answers = new Float64Array(rows.length * instrument.items.length);
	let cell = 0;
	for (const row of rows) {
		for (const { id } of instrument.items) {
			const text = row[id];
			if (text === undefined) throw new Error(`no column ${id}`);
			answers[cell] = instrument.missingCodes.includes(text) ? NaN : Number(text);
			cell += 1;
		}
	}
	const names = [...new Set(rows.map((row) => row[groupColumn]))];
	const groupIndex = Int32Array.from(rows, (row) => names.indexOf(row[groupColumn]));
	const scores = scoreResponses({ instrument, answers, respondents: rows.length });
	return { instrument, answers, scores, groupIndex, groupCount: names.length };
}

export function scoreColumn(scores: Float64Array, column: number, columns: number): Float64Array {
	return scores.filter((_, index) => index % columns === column);
}
