import { error, fail, redirect } from '@sveltejs/kit';
import type { FieldProblem } from '#domain/evidence/edit/form-values.ts';
import { readEvidenceHistory } from '#server/use-cases/evidence/read-evidence-history.ts';
import { undoEvidenceEdit } from '#server/use-cases/evidence/undo-evidence-edit.ts';
import { readRevision, readText } from '../../../read-form.ts';
import { editHref, readKind } from '../../../record-kind.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const record = recordOf(params);
	const outcome = await readEvidenceHistory(locals.context, locals.actor, { record });
	switch (outcome.kind) {
		case 'history':
			if (outcome.record === null) error(404, { message: 'unknown record', code: 'not-found' });
			return { outcome, record: outcome.record };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

/** What did not happen, and why; `revision` is 0 for the way back to what is shipped. */
type Refusal = {
	readonly revision: number;
	readonly reason: string;
	readonly problems: readonly FieldProblem[];
	readonly what: 'newer' | 'unchanged' | null;
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { kind, id } = recordOf(params);
		const revision = readRevision(form, 'revision');
		const reason = readText(form, 'reason');
		const outcome = await undoEvidenceEdit(locals.context, locals.actor, {
			kind,
			recordId: id,
			revision: revision === 0 ? null : revision,
			basedOn: readRevision(form, 'basedOn'),
			reason
		});
		const refusal: Refusal = { revision, reason, problems: [], what: null };
		switch (outcome.kind) {
			case 'saved':
				redirect(303, `${editHref({ kind, id })}/history?done`);
			case 'unreadable':
				return fail(400, { ...refusal, problems: outcome.problems });
			case 'newer':
				return fail(409, { ...refusal, what: 'newer' as const });
			case 'unchanged':
				return fail(409, { ...refusal, what: 'unchanged' as const });
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
	return { kind, id };
}
