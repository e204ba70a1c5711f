// What the schema says of a record in English becomes a problem of a field, for which there is a sentence.
import type { FieldCode, FieldProblem } from '#domain/evidence/edit/form-values.ts';

const messages: readonly { readonly says: RegExp; readonly code: FieldCode }[] = [
	{ says: /^\/(?<field>[A-Za-z]+) must NOT have fewer than (?<detail>\d+) items$/, code: 'too-few' },
	{ says: /^\/(?<field>[A-Za-z]+)\S* must NOT have more than (?<detail>\d+) characters$/, code: 'too-long' },
	{ says: /^\/(?<field>[A-Za-z]+) must be >= (?<detail>\d+)$/, code: 'too-low' },
	{ says: /^\/(?<field>[A-Za-z]+) must be <= (?<detail>\d+)$/, code: 'too-high' }
];

/** Null where the sentence is about something that no editor can leave out in the form. */
export function readSchemaProblem(detail: string): FieldProblem | null {
	const [, part] = /^\/confidence must have required property '(.+)'$/.exec(detail) ?? [];
	if (part !== undefined) return { field: `confidence.${part}`, code: 'confidence-missing', detail: part };
	for (const { says, code } of messages) {
		const found = says.exec(detail)?.groups;
		if (found !== undefined) return { field: found['field'] ?? '', code, detail: found['detail'] ?? '' };
	}
	return null;
}
