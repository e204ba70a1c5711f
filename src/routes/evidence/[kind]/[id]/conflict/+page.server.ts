import { error, fail, redirect } from '@sveltejs/kit';
import type { EditConflict } from '#domain/evidence/apply-revisions.ts';
import type { FieldProblem } from '#domain/evidence/edit/form-values.ts';
import { prepareEvidenceEdit } from '#server/use-cases/evidence/prepare-evidence-edit.ts';
import {
	choiceName,
	settleEvidenceConflict,
	type ConflictChoice
} from '#server/use-cases/evidence/settle-evidence-conflict.ts';
import { readRevision, readText, readValues } from '../../../read-form.ts';
import { readKind } from '../../../record-kind.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const record = recordOf(params);
	const outcome = await prepareEvidenceEdit(locals.context, locals.actor, { kind: record.kind, recordId: record.id });
	switch (outcome.kind) {
		case 'form':
			if (outcome.record === null) error(404, { message: 'unknown record', code: 'not-found' });
			return {
				key: record,
				label: outcome.record.label,
				revision: outcome.revision,
				isShipped: outcome.isShipped,
				names: outcome.names,
				conflicts: outcome.conflicts.map((conflict: EditConflict) => ({ ...conflict, name: choiceName(conflict) }))
			};
		case 'unknown-record':
			error(404, { message: 'unknown record', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

/** What did not happen, and why; what was chosen stands in the form again. */
type Refusal = {
	readonly choices: Readonly<Record<string, ConflictChoice>>;
	readonly reason: string;
	readonly problems: readonly FieldProblem[];
	readonly what: 'newer' | 'none' | null;
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { kind, id } = recordOf(params);
		const choices = readChoices(form);
		const reason = readText(form, 'reason');
		const basedOn = readRevision(form, 'basedOn');
		const outcome = await settleEvidenceConflict(locals.context, locals.actor, {
			kind,
			recordId: id,
			choices,
			basedOn,
			reason
		});
		const refusal: Refusal = { choices, reason, problems: [], what: null };
		switch (outcome.kind) {
			case 'saved':
				redirect(303, `/evidence/drafts?done=settled`);
			case 'unreadable':
				return fail(400, { ...refusal, problems: outcome.problems });
			case 'newer':
				return fail(409, { ...refusal, what: 'newer' as const });
			case 'no-conflict':
				return fail(409, { ...refusal, what: 'none' as const });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

function readChoices(form: FormData): Readonly<Record<string, ConflictChoice>> {
	return Object.fromEntries(
		Object.entries(readValues(form)).flatMap(([field, [value]]): readonly [string, ConflictChoice][] =>
			field.startsWith('choice.') && (value === 'ours' || value === 'shipped')
				? [[field.replace('choice.', ''), value]]
				: []
		)
	);
}

function recordOf({ kind: text, id }: { readonly kind: string; readonly id: string }) {
	const kind = readKind(text);
	if (kind === null) error(404, { message: 'unknown kind', code: 'not-found' });
	return { kind, id };
}
