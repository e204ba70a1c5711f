// The shape of an instrument file, with the value that each field has when it is left out.
// Unknown fields are refused: a misspelt "isReversed" would otherwise turn a scale round without a word.
import * as v from 'valibot';

const text = v.pipe(v.string(), v.regex(/\S/));
const id = v.pipe(v.string(), v.regex(/^\S(.*\S)?$/));
const value = v.pipe(v.number(), v.finite());
const localised = v.strictObject({ da: text, en: text });

const format = v.strictObject({
	id,
	minimum: value,
	maximum: value,
	isWhole: v.optional(v.boolean(), true),
	options: v.optional(v.array(v.strictObject({ value, label: localised })))
});

const item = v.strictObject({
	id,
	format: id,
	wording: v.optional(localised),
	isReversed: v.optional(v.boolean(), false)
});

const scale = v.strictObject({
	id,
	name: localised,
	items: v.array(id),
	direction: v.picklist(['strain', 'resource', 'neutral']),
	factor: v.optional(v.nullable(id), null),
	outcome: v.optional(v.nullable(id), null),
	metric: v.optional(v.picklist(['points', 'mean']), 'points')
});

const page = v.strictObject({ id, title: localised, introduction: v.optional(localised), items: v.array(id) });

const instrumentId = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const version = v.pipe(v.number(), v.integer(), v.minValue(1));

export const instrumentShape = v.strictObject({
	$schema: v.optional(v.string()),
	id: instrumentId,
	version: v.optional(version, 1),
	parent: v.optional(v.strictObject({ id: instrumentId, version })),
	name: localised,
	validation: localised,
	licence: text,
	formats: v.pipe(v.array(format), v.nonEmpty()),
	items: v.pipe(v.array(item), v.nonEmpty()),
	scales: v.pipe(v.array(scale), v.nonEmpty()),
	pages: v.optional(v.array(page), []),
	missingCodes: v.optional(v.array(v.string()), [])
});
