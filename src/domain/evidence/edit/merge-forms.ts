// Two people have had the same record open: what the second one wrote is put on top of what the first one saved.
import type { KindOfRecord } from '#domain/evidence/edit/form-of-record.ts';
import { mergeRecord } from '#domain/evidence/merge-record.ts';

/**
 * The newest record with what was changed in the form. Where both changed a field, the form's value stands.
 *
 * Shape: `before` is the record that the form was filled in from, `now` the newest, `edited` what the form says; all of one
 * kind. Missing: `before` is null where it is not known any more; then the form stands as it is. Throws nothing.
 */
export function mergeForms({
	before,
	now,
	edited
}: {
	readonly before: KindOfRecord | null;
	readonly now: KindOfRecord;
	readonly edited: KindOfRecord;
}): KindOfRecord {
	if (before?.kind === 'finding' && now.kind === 'finding' && edited.kind === 'finding')
		return { kind: 'finding', record: merged(before.record, now.record, edited.record) };
	if (before?.kind === 'study' && now.kind === 'study' && edited.kind === 'study')
		return { kind: 'study', record: merged(before.record, now.record, edited.record) };
	if (before?.kind === 'intervention' && now.kind === 'intervention' && edited.kind === 'intervention')
		return { kind: 'intervention', record: merged(before.record, now.record, edited.record) };
	return edited;
}

function merged<Entry extends { readonly version: number }>(before: Entry, now: Entry, edited: Entry): Entry {
	return mergeRecord({ before, now, edited }).record;
}
