import { error, fail, redirect } from '@sveltejs/kit';
import type { FieldProblem, FormValues } from '#domain/evidence/edit/form-values.ts';
import {
	editEvidenceRecord,
	type EditEvidenceRecordOutcome,
	type OpenedForm
} from '#server/use-cases/evidence/edit-evidence-record.ts';
import { prepareEvidenceEdit } from '#server/use-cases/evidence/prepare-evidence-edit.ts';
import { previewEvidenceEdit, type EvidencePreview } from '#server/use-cases/evidence/preview-evidence-edit.ts';
import { readPackedValues, readRevision, readText, readValues } from '../../read-form.ts';
import { editHref, newRecord, readKind } from '../../record-kind.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { kind, recordId } = recordOf(params);
	const outcome = await prepareEvidenceEdit(locals.context, locals.actor, { kind, recordId });
	switch (outcome.kind) {
		case 'form':
			return { prepared: outcome, isSaved: url.searchParams.has('saved') };
		case 'unknown-record':
			error(404, { message: 'unknown record', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

/** What the page says to a form that was sent. What was written stands in it again, whatever happened. */
type Answer = {
	readonly values: FormValues;
	readonly reason: string;
	readonly opened: OpenedForm;
	readonly problems: readonly FieldProblem[];
	readonly preview: EvidencePreview | null;
	readonly newer: Extract<EditEvidenceRecordOutcome, { kind: 'newer' }> | null;
	readonly isUnchanged: boolean;
};

const nothing = { problems: [], preview: null, newer: null, isUnchanged: false };

export const actions: Actions = {
	preview: async ({ locals, params, request }) => {
		const { values, reason, opened } = readEdit(await request.formData());
		const outcome = await previewEvidenceEdit(locals.context, locals.actor, { ...recordOf(params), values });
		const answer: Answer = { ...nothing, values, reason, opened };
		switch (outcome.kind) {
			case 'preview':
				return { ...answer, preview: outcome };
			case 'unreadable':
				return fail(400, { ...answer, problems: outcome.problems });
			case 'unknown-record':
				error(404, { message: 'unknown record', code: 'not-found' });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	save: async ({ locals, params, request }) => {
		const { values, reason, opened } = readEdit(await request.formData());
		const record = recordOf(params);
		const outcome = await editEvidenceRecord(locals.context, locals.actor, { ...record, values, reason, ...opened });
		const answer: Answer = { ...nothing, values, reason, opened };
		switch (outcome.kind) {
			case 'saved':
				redirect(303, `${editHref({ kind: record.kind, id: outcome.recordId })}?saved`);
			case 'unreadable':
				return fail(400, { ...answer, problems: outcome.problems });
			case 'unchanged':
				return { ...answer, isUnchanged: true };
			case 'newer':
				return fail(409, { ...answer, values: outcome.values, opened: outcome.opened, newer: outcome });
			case 'unknown-record':
				error(404, { message: 'unknown record', code: 'not-found' });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

function recordOf({ kind: text, id }: { readonly kind: string; readonly id: string }) {
	const kind = readKind(text);
	if (kind === null) error(404, { message: 'unknown kind', code: 'not-found' });
	return { kind, recordId: id === newRecord ? null : id };
}

function readEdit(form: FormData) {
	const opened: OpenedForm = {
		basedOn: readRevision(form, 'basedOn'),
		shippedVersion: readRevision(form, 'shippedVersion'),
		openedValues: readPackedValues(form, 'openedValues')
	};
	return { values: readValues(form), reason: readText(form, 'reason'), opened };
}
