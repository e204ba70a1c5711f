import { error, fail, redirect } from '@sveltejs/kit';
import { isAllowed } from '#server/use-cases/permissions.ts';
import { uploadOrganisation } from '#server/use-cases/organisation/upload-organisation.ts';
import { textsFor } from '#texts/texts.ts';
import type { Actions, PageServerLoad } from './$types';

/** Enough to work through at a time; the rest is counted. */
const shownProblems = 100;

export const load: PageServerLoad = ({ locals }) => {
	if (!isAllowed('upload-organisation', locals.actor)) error(403, { message: 'forbidden', code: 'forbidden' });
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const texts = textsFor(locals.language);
		const form = await request.formData();
		const file = form.get('file');
		const mode = form.get('mode') === 'complete' ? 'complete' : 'additions';
		if (!(file instanceof File) || file.size === 0)
			return fail(400, { mode, message: texts.organisation.fileMissing, sentences: [], count: 0 });
		const bytes = new Uint8Array(await file.arrayBuffer());
		const outcome = await uploadOrganisation(locals.context, locals.actor, { fileName: file.name, bytes, mode });
		switch (outcome.kind) {
			case 'preview':
				redirect(303, `/organisation/import/${outcome.preview.importId}`);
			case 'not-a-table':
				return fail(400, {
					mode,
					message: texts.organisationImport.unreadable(outcome.code, outcome.line),
					sentences: [],
					count: 0
				});
			case 'faulty':
				return fail(400, {
					mode,
					message: null,
					sentences: outcome.problems
						.slice(0, shownProblems)
						.map((problem) => texts.organisationImport.problem(problem)),
					count: outcome.problems.length
				});
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};
