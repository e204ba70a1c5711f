// An editor saves a correction or a new record as a draft: readers see it when it is published.
import type { EditConflict, EvidenceRecord } from '#domain/evidence/apply-revisions.ts';
import { findRecord, formOfRecord, type KindOfRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { FieldProblem, FormValues } from '#domain/evidence/edit/form-values.ts';
import { mergeForms } from '#domain/evidence/edit/merge-forms.ts';
import { recordOfForm } from '#domain/evidence/edit/record-of-form.ts';
import { withFieldsOf } from '#domain/evidence/merge-record.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import {
	holdEvidence,
	insertRevision,
	listRevisions,
	type RecordKey,
	type SavedRevision
} from '#server/database/evidence-revisions.ts';
import {
	fieldChanges,
	isOf,
	readDrafts,
	recordNames,
	type EvidenceDrafts,
	type FieldChange,
	type RecordNames
} from './evidence-drafts.ts';
import { editorName, problemsOfReason } from './evidence-editor.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readEvidenceForm, type EvidenceFormInput } from './read-evidence-form.ts';

export type EditEvidenceRecordOutcome =
	| { readonly kind: 'saved'; readonly recordId: string; readonly revision: number }
	| { readonly kind: 'unreadable'; readonly problems: readonly FieldProblem[] }
	/** It says what the last draft says already. */
	| { readonly kind: 'unchanged' }
	/** The record is another one than when the form was opened. Nothing is saved, and nothing that was written is lost. */
	| {
			readonly kind: 'newer';
			/** What somebody else has saved; null where nobody has, and the program was upgraded meanwhile. */
			readonly newer: Pick<SavedRevision, 'revision' | 'reason' | 'editorName' | 'savedAt'> | null;
			/** They took the record out: saving again takes it back in. */
			readonly isTakenOut: boolean;
			/** From what it is now to what is in `values`. */
			readonly changes: readonly FieldChange[];
			/** The form as it is now, with what was changed in this one on top. */
			readonly values: FormValues;
			/** What the form in `values` is filled in from. */
			readonly opened: OpenedForm;
			readonly names: RecordNames;
	  }
	| { readonly kind: 'unknown-record' }
	| Forbidden;

/** What a form was filled in from. */
export type OpenedForm = {
	/** 0 where the record was never edited here. */
	readonly basedOn: number;
	/** 0 where the record was not shipped. */
	readonly shippedVersion: number;
	/** What stood in it; null where the form does not say. */
	readonly openedValues: FormValues | null;
};

export async function editEvidenceRecord(
	context: Pick<Context, 'db' | 'shippedEvidence' | 'now'>,
	actor: Actor,
	input: EvidenceFormInput & OpenedForm & { readonly reason: string }
): Promise<EditEvidenceRecordOutcome> {
	if (!isAllowed('edit-evidence-record', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	const reason = input.reason.trim();
	return context.db.transaction().execute(async (db): Promise<EditEvidenceRecordOutcome> => {
		await holdEvidence(db, organisationId);
		const drafts = await readDrafts(db, context.shippedEvidence, organisationId);
		const form = readEvidenceForm(input, drafts);
		if (form.kind === 'unknown-record') return form;
		const problems = [...(form.kind === 'unreadable' ? form.problems : []), ...problemsOfReason(reason)];
		if (form.kind === 'unreadable' || problems.length > 0) return { kind: 'unreadable', problems };
		const { edited, original } = form;
		const key = { kind: edited.kind, id: edited.record.id };
		const changes = fieldChanges(original?.record ?? null, edited.record);
		const [newest] = await listRevisions(db, organisationId, key);
		const shipped = findRecord(context.shippedEvidence, key)?.record ?? null;
		const isNewer = newest !== undefined && newest.revision !== input.basedOn;
		const isUpgraded = input.recordId !== null && (shipped?.version ?? 0) !== input.shippedVersion;
		if (isNewer || isUpgraded) {
			const before = recordAtOpening(key, input.openedValues, drafts);
			const together = original === null ? edited : mergeForms({ before, now: original, edited });
			return {
				kind: 'newer',
				newer: isNewer ? newest : null,
				isTakenOut: original === null,
				changes: fieldChanges(original?.record ?? null, together.record),
				values: formOfRecord(together),
				opened: {
					basedOn: newest?.revision ?? 0,
					shippedVersion: shipped?.version ?? 0,
					openedValues: original === null ? null : formOfRecord(original)
				},
				names: recordNames(drafts.draft)
			};
		}
		if (original !== null && changes.length === 0) return { kind: 'unchanged' };
		const revision = (newest?.revision ?? 0) + 1;
		await insertRevision(db, organisationId, {
			...key,
			revision,
			content: edited.record,
			shippedBefore: stillDisputed({
				conflicts: drafts.conflicts.filter((conflict) => isOf(conflict, key)),
				changes,
				newest: newest?.shippedBefore ?? null,
				shipped
			}),
			reason,
			editorName: editorName(actor),
			savedAt: context.now()
		});
		return { kind: 'saved', recordId: key.id, revision };
	});
}

/** Null where the form does not say it, or says something that is no record. */
function recordAtOpening(key: RecordKey, values: FormValues | null, { draft }: EvidenceDrafts): KindOfRecord | null {
	if (values === null) return null;
	const outcome = recordOfForm(key, values, { base: draft, original: findRecord(draft, key) });
	return outcome.kind === 'read' ? outcome.read : null;
}

/**
 * The shipped record that a new revision counts as made from: what an upgrade and an earlier edit dispute, and this edit does
 * not touch, stays as it was before the upgrade. So the question stands until somebody has answered it.
 */
function stillDisputed({
	conflicts,
	changes,
	newest,
	shipped
}: {
	readonly conflicts: readonly EditConflict[];
	readonly changes: readonly FieldChange[];
	readonly newest: EvidenceRecord | null;
	readonly shipped: EvidenceRecord | null;
}): EvidenceRecord | null {
	if (conflicts.some(({ what }) => what === 'added-twice' || what === 'no-longer-shipped')) return newest;
	if (shipped === null) return null;
	const open = conflicts
		.filter((conflict) => conflict.what === 'field')
		.filter(({ field }) => !changes.some((change) => change.field === field));
	const before = Object.fromEntries(
		open.filter((conflict) => conflict.before !== undefined).map((conflict) => [conflict.field, conflict.before])
	);
	return withFieldsOf(
		shipped,
		before,
		open.map(({ field }) => field)
	);
}
