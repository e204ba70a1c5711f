import { error, fail, redirect } from '@sveltejs/kit';
import type { FieldProblem } from '#domain/evidence/edit/form-values.ts';
import { listEvidenceDrafts } from '#server/use-cases/evidence/list-evidence-drafts.ts';
import { publishEvidence } from '#server/use-cases/evidence/publish-evidence.ts';
import { readText } from '../read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const outcome = await listEvidenceDrafts(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'drafts': {
			const published = url.searchParams.get('published') ?? '';
			const isSettled = url.searchParams.get('done') === 'settled';
			return { outcome, isSettled, published: /^\d{1,9}$/.test(published) ? Number(published) : null };
		}
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

/** What did not happen, and why; the note stands in the form again. */
type Refusal = {
	readonly note: string;
	readonly problems: readonly FieldProblem[];
	readonly what: 'newer' | 'nothing' | 'rulesBroken' | null;
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const form = await request.formData();
		const note = readText(form, 'note');
		const outcome = await publishEvidence(locals.context, locals.actor, { note, seen: readText(form, 'seen') });
		const refusal: Refusal = { note, problems: [], what: null };
		switch (outcome.kind) {
			case 'published':
				redirect(303, `/evidence/drafts?published=${outcome.publication}`);
			case 'nothing-to-publish':
				return fail(409, { ...refusal, what: 'nothing' as const });
			case 'newer':
				return fail(409, { ...refusal, what: 'newer' as const });
			case 'rules-broken':
				return fail(400, { ...refusal, what: 'rulesBroken' as const });
			case 'unreadable':
				return fail(400, { ...refusal, problems: outcome.problems });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};
