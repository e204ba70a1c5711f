// A finalised document, read back as it was kept.
import * as v from 'valibot';
import type { Language } from '#domain/language/localised.ts';
import type { WrittenDocument } from './written-document.ts';

export type KeptDocuments = Readonly<Record<Language, WrittenDocument>>;

const text = v.string();
const tone = v.picklist(['strain', 'carry', 'warning']);
const cell = v.strictObject({ text, tone: v.optional(tone), shade: v.optional(v.number()) });
const axis = v.strictObject({
	label: text,
	from: v.number(),
	to: v.number(),
	ticks: v.array(v.strictObject({ at: v.number(), label: text }))
});
const block = v.variant('kind', [
	v.strictObject({ kind: v.literal('heading'), level: v.picklist([1, 2, 3]), text }),
	v.strictObject({ kind: v.literal('paragraph'), tone: v.picklist(['plain', 'lead', 'quiet']), text }),
	v.strictObject({ kind: v.literal('list'), items: v.array(text) }),
	v.strictObject({
		kind: v.literal('table'),
		caption: text,
		columns: v.array(v.strictObject({ label: text, width: v.optional(v.number()), isNumber: v.optional(v.boolean()) })),
		rows: v.array(v.array(cell))
	}),
	v.strictObject({
		kind: v.literal('scatter'),
		caption: text,
		alternative: text,
		across: axis,
		up: axis,
		points: v.array(v.strictObject({ across: v.number(), up: v.number(), name: text }))
	})
]);
const document = v.strictObject({
	language: v.picklist(['da', 'en']),
	title: text,
	subtitle: text,
	day: text,
	mark: v.optional(text),
	facts: v.array(v.strictObject({ label: text, value: text })),
	blocks: v.array(block)
});
const kept = v.strictObject({ da: document, en: document });

/** Throws where the text is not what `writeKept` writes. */
export function readKept(stored: string): KeptDocuments {
	return v.parse(kept, JSON.parse(stored));
}

export function writeKept(documents: KeptDocuments): string {
	return JSON.stringify({ da: documents.da, en: documents.en });
}
