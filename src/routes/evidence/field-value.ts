// A field of a record as lines that can be read: names instead of ids, words instead of codes.
import { fromAsText } from '#domain/evidence/edit/form-of-record.ts';
import { recordFields, type RecordField } from '#domain/evidence/edit/record-fields.ts';
import { linesAsText } from '#domain/evidence/edit/form-values.ts';
import type { FindingFrom, LineRange } from '#domain/evidence/evidence.ts';
import { isSame } from '#domain/evidence/merge-record.ts';
import type { Language } from '#domain/language/localised.ts';
import type { RecordKind } from '#domain/evidence/apply-revisions.ts';
import type { FieldChange, RecordNames } from '#server/use-cases/evidence/evidence-drafts.ts';
import { formatCountry } from '#texts/format.ts';
import { textsFor } from '#texts/texts.ts';
import { choiceLabel, fieldLabel } from './field-words.ts';

/** `language`: that of the line itself, where it is a text of the record. */
export type ValueLine = { readonly text: string; readonly language: Language | null };
export type ReadChange = {
	readonly field: string;
	readonly label: string;
	readonly before: readonly ValueLine[];
	readonly after: readonly ValueLine[];
};

/** A field in which something stands. */
export type FilledField = { readonly field: string; readonly label: string; readonly lines: readonly ValueLine[] };

type Reader = { readonly language: Language; readonly kind: RecordKind; readonly names: RecordNames };

/** A change as two lists of lines; of a field with parts only the parts that differ. */
export function readChange({ field, before, after }: FieldChange, reader: Reader): ReadChange {
	return {
		field,
		label: fieldLabel(reader.language, { kind: reader.kind, field }),
		before: linesOf(field, differing(before, after), reader),
		after: linesOf(field, differing(after, before), reader)
	};
}

/** What stands in a record that is new or taken out, on the side where there is one; a box without a tick says nothing. */
export function filledFields(
	changes: readonly FieldChange[],
	side: 'before' | 'after',
	reader: Reader
): readonly FilledField[] {
	const { language, kind } = reader;
	const fields: readonly RecordField[] = recordFields[kind];
	const isUnticked = (change: FieldChange) =>
		change[side] === false && fields.some(({ name, form }) => name === change.field && form === 'flag');
	return changes
		.filter((change) => !isUnticked(change))
		.map((change) => ({
			field: change.field,
			label: fieldLabel(language, { kind, field: change.field }),
			lines: linesOf(change.field, change[side], reader)
		}))
		.filter(({ lines }) => lines.length > 0);
}

/** No line where nothing stands there. */
export function linesOf(field: string, value: unknown, reader: Reader): readonly ValueLine[] {
	const { language, kind, names } = reader;
	const { evidenceFields, evidenceEditing } = textsFor(language);
	if (value === null || value === undefined || value === '') return [];
	if (typeof value === 'boolean') return [plain(value ? evidenceEditing.form.yes : evidenceEditing.form.no)];
	if (typeof value === 'number') return [plain(`${value}`)];
	if (typeof value === 'string') return [plain(choiceLabel(language, { kind, field }, value))];
	if (isLocalised(value)) return [text('da', value.da), text('en', value.en)];
	if (Array.isArray(value)) {
		if (field === 'lines') return value.length === 0 ? [] : [plain(linesAsText(value as readonly LineRange[]))];
		return value.flatMap((entry: unknown) => entryLines(field, entry, reader));
	}
	if (field === 'from') return [plain(fromInWords(value as FindingFrom, language, names))];
	if (field === 'confidence') {
		const { confidences, confidenceFields } = evidenceFields.choices;
		const wordOf = (words: Readonly<Record<string, string>>, key: string) => words[key] ?? key;
		return Object.entries(value).map(([part, confidence]) =>
			plain(`${wordOf(confidenceFields, part)}: ${wordOf(confidences, String(confidence))}`)
		);
	}
	return Object.entries(value).flatMap(([part, entry]) => {
		const label = fieldLabel(language, { kind, field: `${field}.${part}` });
		return linesOf(field, entry, reader).map((line) => ({ ...line, text: `${label}: ${line.text}` }));
	});
}

/** What a claim starts from, in words. */
export function fromInWords(from: FindingFrom, language: Language, names: RecordNames): string {
	const { form } = textsFor(language).evidenceEditing;
	if (from.kind === 'research') return form.research;
	if (from.kind === 'intervention' && from.id === null) return form.anyIntervention;
	const [, ...ids] = fromAsText(from).split(' ');
	return ids.map((id) => names.get(id)?.[language] ?? id).join(': ');
}

function entryLines(field: string, entry: unknown, reader: Reader): readonly ValueLine[] {
	const { language, names } = reader;
	if (typeof entry !== 'string') {
		if (typeof entry === 'object' && entry !== null && 'family' in entry) {
			const { family, given } = entry as { readonly family: string; readonly given: string | null };
			return [plain(given === null ? family : `${family}, ${given}`)];
		}
		return linesOf(field, entry, reader);
	}
	if (field === 'countries') return [plain(formatCountry(language, entry))];
	return [plain(names.get(entry)?.[language] ?? entry)];
}

/** The parts of a value that the other does not say alike; a value without named parts is taken whole. */
function differing(value: unknown, other: unknown): unknown {
	if (!hasParts(value) || !hasParts(other)) return value;
	const otherParts = new Map(Object.entries(other));
	return Object.fromEntries(Object.entries(value).filter(([part, entry]) => !isSame(entry, otherParts.get(part))));
}

function hasParts(value: unknown): value is object {
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isObject && !isLocalised(value) && !('kind' in value);
}

function isLocalised(value: unknown): value is { readonly da: string; readonly en: string } {
	return typeof value === 'object' && value !== null && 'da' in value && 'en' in value;
}

function plain(words: string): ValueLine {
	return { text: words, language: null };
}

function text(language: Language, words: string): ValueLine {
	return { text: words, language };
}
