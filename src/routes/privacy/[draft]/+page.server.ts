import { error } from '@sveltejs/kit';
import { readPrivacyDraft } from '#server/use-cases/privacy/read-privacy-draft.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const input = { draft: params.draft, language: locals.language };
	const outcome = await readPrivacyDraft(locals.context, locals.actor, input);
	switch (outcome.kind) {
		case 'privacy-draft':
			return { draft: outcome.draft, organisation: '', wordHref: `/privacy/${params.draft}/word` };
		case 'no-statement-yet':
			return { draft: null, organisation: outcome.organisation, wordHref: '' };
		case 'unknown-draft':
			error(404, { message: 'not found', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
