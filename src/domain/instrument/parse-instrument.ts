// The door through which every instrument comes in, our own as well as one that an organisation brings.
import * as v from 'valibot';
import { findContradictions } from './find-contradictions.ts';
import type { InstrumentProblem, KnownTargets } from './find-contradictions.ts';
import { instrumentShape } from './instrument-shape.ts';
import type { Instrument } from './instrument.ts';

export type ParsedInstrument =
	| { readonly kind: 'instrument'; readonly instrument: Instrument }
	| { readonly kind: 'faulty'; readonly problems: readonly InstrumentProblem[] };

/**
 * Reads an instrument file: fills in what was left out, and names every fault with its place.
 *
 * Shape: `json` is the file after `JSON.parse`, see docs/instrument-format.md. Missing: an optional field gets its
 * default; an empty field in a file of answers always means "not answered", so `''` is added to `missingCodes`.
 * `targets`, when given, are the factors and outcomes a scale may point at. Returns the instrument, or all problems:
 * those of shape first, and those of contradiction only when the shape is right. Throws nothing.
 * Checked against evidence/schema/instrument.schema.json, which must agree on the shape.
 */
export function parseInstrument(json: unknown, targets: KnownTargets = {}): ParsedInstrument {
	const parsed = v.safeParse(instrumentShape, json);
	if (!parsed.success) return { kind: 'faulty', problems: parsed.issues.map(problemOf) };
	const { $schema: _, parent, ...fields } = parsed.output;
	const missingCodes = fields.missingCodes.includes('') ? fields.missingCodes : ['', ...fields.missingCodes];
	const instrument: Instrument = { ...fields, ...(parent === undefined ? {} : { parent }), missingCodes };
	const problems = findContradictions(instrument, targets);
	return problems.length === 0 ? { kind: 'instrument', instrument } : { kind: 'faulty', problems };
}

function problemOf(issue: v.BaseIssue<unknown>): InstrumentProblem {
	const isUnknownField = issue.expected === 'never';
	const path = pathOf(issue.path ?? []);
	if (isUnknownField) return { path, code: 'unknown-field', detail: issue.received };
	const isAbsent = issue.received === 'undefined';
	if (isAbsent) return { path, code: 'field-missing', detail: issue.expected ?? '' };
	return { path, code: 'wrong-shape', detail: `${issue.expected ?? issue.type} ≠ ${issue.received}` };
}

function pathOf(steps: readonly { readonly key: unknown }[]): string {
	let path = '';
	for (const { key } of steps) {
		if (typeof key === 'number') path += `[${key}]`;
		else path += path === '' ? String(key) : `.${String(key)}`;
	}
	return path;
}
