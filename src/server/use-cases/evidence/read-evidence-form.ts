// The form of an editor becomes a record, for the preview and for saving alike.
import type { RecordKind } from '#domain/evidence/apply-revisions.ts';
import { findRecord, type KindOfRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { FieldProblem, FormValues } from '#domain/evidence/edit/form-values.ts';
import { recordOfForm } from '#domain/evidence/edit/record-of-form.ts';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';
import type { StoredEdit } from '#server/database/evidence-revisions.ts';
import type { EvidenceDrafts } from './evidence-drafts.ts';

export type EvidenceFormInput = {
	readonly kind: RecordKind;
	/** Null for a new record: its id stands in the field `id`. */
	readonly recordId: string | null;
	readonly values: FormValues;
};

export type ReadEvidenceForm =
	| { readonly kind: 'read'; readonly edited: KindOfRecord; readonly original: KindOfRecord | null }
	| { readonly kind: 'unreadable'; readonly problems: readonly FieldProblem[] }
	| { readonly kind: 'unknown-record' };

const longestId = 100;

export function readEvidenceForm(
	{ kind, recordId, values }: EvidenceFormInput,
	{ draft, edits }: EvidenceDrafts
): ReadEvidenceForm {
	const id = recordId ?? (values['id']?.[0] ?? '').trim();
	const original = findRecord(draft, { kind, id });
	const isEdited = (one: StoredEdit) => one.kind === kind && one.id === id;
	// One that was taken out, or that pages cannot show any more, can be written again.
	if (recordId !== null && original === null && !edits.some(isEdited)) return { kind: 'unknown-record' };
	const outcome = recordOfForm({ kind, id }, values, { base: draft, original: recordId === null ? null : original });
	const isKnown = edits.some((edit) => edit.id === id) || hasId(draft, id);
	const ofId = recordId === null ? problemsOfId(id, isKnown) : [];
	if (outcome.kind === 'unreadable') return { kind: 'unreadable', problems: [...ofId, ...outcome.problems] };
	if (ofId.length > 0) return { kind: 'unreadable', problems: ofId };
	return { kind: 'read', edited: outcome.read, original };
}

/** Whatever its kind: names, problems and links are found by the id alone. */
function hasId({ studies, findings, interventions }: EvidenceBase, id: string): boolean {
	return [...studies, ...findings, ...interventions].some((record) => record.id === id);
}

/** An id is never given twice, also not that of a record that was taken out: it may have been cited. */
function problemsOfId(id: string, isKnown: boolean): readonly FieldProblem[] {
	if (id === '') return [{ field: 'id', code: 'missing', detail: '' }];
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > longestId || id === 'new')
		return [{ field: 'id', code: 'id-unreadable', detail: id }];
	return isKnown ? [{ field: 'id', code: 'id-taken', detail: id }] : [];
}
