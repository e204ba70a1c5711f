// An editor saves a correction or a new record as a draft: readers see it when it is published.
import { findRecord, formOfRecord, recordOfEdit, type KindOfRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { FieldProblem, FormValues } from '#domain/evidence/edit/form-values.ts';
import { mergeForms } from '#domain/evidence/edit/merge-forms.ts';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import {
	holdEvidence,
	insertRevision,
	listRevisions,
	recordEditOf,
	type RecordKey,
	type SavedRevision
} from '#server/database/evidence-revisions.ts';
import { fieldChanges, readDrafts, recordNames, type FieldChange, type RecordNames } from './evidence-drafts.ts';
import { editorName, problemsOfReason } from './evidence-editor.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';
import { readEvidenceForm, type EvidenceFormInput } from './read-evidence-form.ts';

export type EditEvidenceRecordOutcome =
	| { readonly kind: 'saved'; readonly recordId: string; readonly revision: number }
	| { readonly kind: 'unreadable'; readonly problems: readonly FieldProblem[] }
	/** It says what the last draft says already. */
	| { readonly kind: 'unchanged' }
	/** Somebody else has saved since the form was opened. Nothing is saved, and nothing that was written is lost. */
	| {
			readonly kind: 'newer';
			readonly newer: Pick<SavedRevision, 'revision' | 'reason' | 'editorName' | 'savedAt'>;
			/** From what they saved to what is in `values`. */
			readonly changes: readonly FieldChange[];
			/** The form as they saved it, with what was changed in this one on top. */
			readonly values: FormValues;
			readonly names: RecordNames;
	  }
	| { readonly kind: 'unknown-record' }
	| Forbidden;

export async function editEvidenceRecord(
	context: Pick<Context, 'db' | 'shippedEvidence' | 'now'>,
	actor: Actor,
	input: EvidenceFormInput & {
		/** The revision that the form was filled in from; 0 where there was none. */
		readonly basedOn: number;
		readonly reason: string;
	}
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
		const revisions = await listRevisions(db, organisationId, key);
		const [newest] = revisions;
		if (newest !== undefined && newest.revision !== input.basedOn) {
			const before = recordBefore(revisions, { ...key, revision: input.basedOn }, context.shippedEvidence);
			const together = original === null ? edited : mergeForms({ before, now: original, edited });
			return {
				kind: 'newer',
				newer: newest,
				changes: fieldChanges(original?.record ?? null, together.record),
				values: formOfRecord(together),
				names: recordNames(drafts.draft)
			};
		}
		if (original !== null && changes.length === 0) return { kind: 'unchanged' };
		const revision = (newest?.revision ?? 0) + 1;
		await insertRevision(db, organisationId, {
			...key,
			revision,
			content: edited.record,
			shippedBefore: findRecord(context.shippedEvidence, key)?.record ?? null,
			reason,
			editorName: editorName(actor),
			savedAt: context.now()
		});
		return { kind: 'saved', recordId: key.id, revision };
	});
}

/** What the form was filled in from; null where that is not known any more. */
function recordBefore(
	revisions: readonly SavedRevision[],
	{ kind, id, revision }: RecordKey & { readonly revision: number },
	shipped: EvidenceBase
): KindOfRecord | null {
	const based = revisions.find((one) => one.revision === revision);
	const saved = based === undefined ? null : recordOfEdit(recordEditOf(based));
	return saved ?? findRecord(shipped, { kind, id });
}
