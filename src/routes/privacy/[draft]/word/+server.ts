import { error } from '@sveltejs/kit';
import { readPrivacyDraft } from '#server/use-cases/privacy/read-privacy-draft.ts';
import { download } from '../../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const input = { draft: params.draft, language: locals.language };
	const outcome = await readPrivacyDraft(locals.context, locals.actor, input);
	switch (outcome.kind) {
		case 'privacy-draft':
			return download({
				content: await outcome.word(),
				mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
				fileName: outcome.fileName
			});
		case 'no-statement-yet':
		case 'unknown-draft':
			error(404, { message: 'not found', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
