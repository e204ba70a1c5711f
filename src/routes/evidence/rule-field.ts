// The field to look at first when a rule is broken.
import type { RecordKind } from '#domain/evidence/apply-revisions.ts';
import { recordFields, type RecordField } from '#domain/evidence/edit/record-fields.ts';

const fields: Readonly<Record<string, string>> = {
	'outcomes-are-named': 'outcomes',
	'claims-have-a-source': 'studies',
	'doi-is-verified': 'doi',
	'doi-is-unique': 'doi',
	'unknown-claims-nothing': 'status',
	'lines-are-in-overview': 'lines',
	'lines-name-the-study': 'lines',
	'mentions-are-carried': 'lines',
	'doubts-are-noted': 'note',
	'intervention-studies-count': 'studies',
	'certainty-follows-the-rule': 'certainty'
};

/** Null where the rule is about the record as a whole. The schema names the field at the start of its detail: "/steps …". */
export function fieldOfRule(kind: RecordKind, rule: string, detail: string): string | null {
	const [, named] = /^\/([A-Za-z]+)/.exec(detail) ?? [];
	const wanted = rule === 'schema' ? named : fields[rule];
	const own: readonly RecordField[] = recordFields[kind];
	return own.some(({ name }) => name === wanted) && wanted !== undefined ? wanted : null;
}
