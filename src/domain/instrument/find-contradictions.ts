// What a file of the right shape can still get wrong: names that point nowhere, and numbers that cannot both hold.
import type { Instrument, Item, ResponseFormat, Scale } from './instrument.ts';

export type InstrumentProblemCode =
	| 'wrong-shape'
	| 'field-missing'
	| 'unknown-field'
	| 'duplicate-id'
	| 'duplicate-value'
	| 'duplicate-item'
	| 'empty-range'
	| 'not-whole'
	| 'option-out-of-range'
	| 'unknown-format'
	| 'unknown-item'
	| 'unknown-factor'
	| 'unknown-outcome'
	| 'factor-and-outcome'
	| 'no-items'
	| 'mixed-ranges'
	| 'no-wording'
	| 'no-options'
	| 'item-on-no-page';

/** `path` is the place in the file (`items[3].format`), `detail` the value at fault. */
export type InstrumentProblem = {
	readonly path: string;
	readonly code: InstrumentProblemCode;
	readonly detail: string;
};

/** The ids that a scale may point at; a list left out is not checked. */
export type KnownTargets = { readonly factors?: readonly string[]; readonly outcomes?: readonly string[] };

/**
 * Finds all that contradicts itself in an instrument whose shape is right.
 *
 * Returns the problems in the file's order; an empty list means that the instrument can be used. Throws nothing.
 */
export function findContradictions(instrument: Instrument, targets: KnownTargets): readonly InstrumentProblem[] {
	const formats = new Map(instrument.formats.map((format) => [format.id, format]));
	const items = new Map(instrument.items.map((item) => [item.id, item]));
	return [
		...duplicateIds('formats', instrument.formats),
		...instrument.formats.flatMap((format, index) => formatProblems(format, `formats[${index}]`)),
		...duplicateIds('items', instrument.items),
		...instrument.items
			.map((item, index) => ({ path: `items[${index}].format`, detail: item.format }))
			.filter(({ detail }) => !formats.has(detail))
			.map((place): InstrumentProblem => ({ ...place, code: 'unknown-format' })),
		...duplicateIds('scales', instrument.scales),
		...instrument.scales.flatMap((scale, index) => [
			...itemListProblems(scale.items, items, `scales[${index}].items`),
			...targetProblems(scale, targets, `scales[${index}]`),
			...rangeProblems({ scale, items, formats, path: `scales[${index}].metric` })
		]),
		...duplicateIds('pages', instrument.pages),
		...pageProblems(instrument, items, formats)
	];
}

function duplicateIds(list: string, entries: readonly { readonly id: string }[]): InstrumentProblem[] {
	return repeats(entries.map((entry) => entry.id)).map(({ index, value }) => ({
		path: `${list}[${index}].id`,
		code: 'duplicate-id',
		detail: value
	}));
}

function formatProblems(format: ResponseFormat, path: string): InstrumentProblem[] {
	const problems: InstrumentProblem[] = [];
	const { minimum, maximum, isWhole, options = [] } = format;
	if (minimum >= maximum) problems.push({ path, code: 'empty-range', detail: `${minimum}–${maximum}` });
	if (isWhole && !(Number.isInteger(minimum) && Number.isInteger(maximum)))
		problems.push({ path, code: 'not-whole', detail: `${minimum}–${maximum}` });
	for (const [index, { value }] of options.entries()) {
		const place = { path: `${path}.options[${index}].value`, detail: String(value) };
		if (value < minimum || value > maximum) problems.push({ ...place, code: 'option-out-of-range' });
		else if (isWhole && !Number.isInteger(value)) problems.push({ ...place, code: 'not-whole' });
	}
	for (const { index, value } of repeats(options.map((option) => option.value)))
		problems.push({ path: `${path}.options[${index}].value`, code: 'duplicate-value', detail: String(value) });
	return problems;
}

function itemListProblems(ids: readonly string[], items: ReadonlyMap<string, Item>, path: string): InstrumentProblem[] {
	if (ids.length === 0) return [{ path, code: 'no-items', detail: '' }];
	const problems: InstrumentProblem[] = [];
	for (const [index, id] of ids.entries())
		if (!items.has(id)) problems.push({ path: `${path}[${index}]`, code: 'unknown-item', detail: id });
	for (const { index, value } of repeats(ids))
		problems.push({ path: `${path}[${index}]`, code: 'duplicate-item', detail: value });
	return problems;
}

function targetProblems(scale: Scale, targets: KnownTargets, path: string): InstrumentProblem[] {
	const problems: InstrumentProblem[] = [];
	const { factor, outcome } = scale;
	if (factor !== null && outcome !== null) problems.push({ path, code: 'factor-and-outcome', detail: scale.id });
	if (factor !== null && targets.factors?.includes(factor) === false)
		problems.push({ path: `${path}.factor`, code: 'unknown-factor', detail: factor });
	if (outcome !== null && targets.outcomes?.includes(outcome) === false)
		problems.push({ path: `${path}.outcome`, code: 'unknown-outcome', detail: outcome });
	return problems;
}

type ScaleInContext = {
	readonly scale: Scale;
	readonly items: ReadonlyMap<string, Item>;
	readonly formats: ReadonlyMap<string, ResponseFormat>;
	readonly path: string;
};

/** A mean of items with different ranges is a mean of nothing; 0-100 points are comparable. */
function rangeProblems({ scale, items, formats, path }: ScaleInContext): InstrumentProblem[] {
	if (scale.metric === 'points') return [];
	const ranges = new Set<string>();
	for (const id of scale.items) {
		const format = formats.get(items.get(id)?.format ?? '');
		if (format !== undefined) ranges.add(`${format.minimum}–${format.maximum}`);
	}
	return ranges.size > 1 ? [{ path, code: 'mixed-ranges', detail: [...ranges].join(', ') }] : [];
}

function pageProblems(
	instrument: Instrument,
	items: ReadonlyMap<string, Item>,
	formats: ReadonlyMap<string, ResponseFormat>
): InstrumentProblem[] {
	const problems: InstrumentProblem[] = [];
	const asked = new Set<string>();
	for (const [index, page] of instrument.pages.entries()) {
		const path = `pages[${index}].items`;
		problems.push(...itemListProblems(page.items, items, path));
		for (const [position, id] of page.items.entries()) {
			const place = { path: `${path}[${position}]`, detail: id };
			const item = items.get(id);
			if (asked.has(id) && page.items.indexOf(id) === position) problems.push({ ...place, code: 'duplicate-item' });
			asked.add(id);
			if (item === undefined) continue;
			if (item.wording === undefined) problems.push({ ...place, code: 'no-wording' });
			if ((formats.get(item.format)?.options ?? []).length === 0) problems.push({ ...place, code: 'no-options' });
		}
	}
	if (instrument.pages.length === 0) return problems;
	for (const [index, item] of instrument.items.entries())
		if (!asked.has(item.id)) problems.push({ path: `items[${index}]`, code: 'item-on-no-page', detail: item.id });
	return problems;
}

function repeats<Value>(values: readonly Value[]): { readonly index: number; readonly value: Value }[] {
	return values.map((value, index) => ({ index, value })).filter(({ index, value }) => values.indexOf(value) !== index);
}
