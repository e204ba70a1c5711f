// A record that was saved when records had another shape, as the form shows it.
import { formOfRecord, type KindOfRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { FormValues } from '#domain/evidence/edit/form-values.ts';
import { recordFields, type RecordField } from '#domain/evidence/edit/record-fields.ts';
import { standInRecord } from '#domain/evidence/edit/record-of-form.ts';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';

/**
 * The values of the form, with what was saved in it.
 *
 * Shape: a record that need not fit the schema of today. Missing: a field that the record does not have is left empty, so that
 * whoever fills in the form says what it is. Throws nothing.
 */
export function formOfOlderRecord(older: KindOfRecord, base: EvidenceBase): FormValues {
	const fields: readonly RecordField[] = recordFields[older.kind];
	const absent = fields.map(({ name }) => name).filter((name) => !(partOf(name) in older.record));
	const isAbsent = (field: string) => absent.some((name) => field === name || field.startsWith(`${name}.`));
	return Object.fromEntries(Object.entries(formOfRecord(completeRecord(older, base))).filter(([field]) => !isAbsent(field)));
}

/** "fit.context" stands in the field "fit". */
function partOf(name: string): string {
	return name.split('.')[0] ?? name;
}

/** A record with every field of today; what was not saved is as empty as its kind allows. Throws nothing. */
export function completeRecord(older: KindOfRecord, base: EvidenceBase): KindOfRecord {
	const standIn = standInRecord({ kind: older.kind, id: older.record.id }, base);
	if (older.kind === 'finding' && standIn.kind === 'finding')
		return { kind: 'finding', record: { ...standIn.record, ...older.record } };
	if (older.kind === 'study' && standIn.kind === 'study')
		return { kind: 'study', record: { ...standIn.record, ...older.record } };
	if (older.kind === 'intervention' && standIn.kind === 'intervention')
		return { kind: 'intervention', record: { ...standIn.record, ...older.record } };
	return older;
}
