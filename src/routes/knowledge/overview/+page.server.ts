import { error } from '@sveltejs/kit';
import { readKnowledgeOverview } from '#server/use-cases/evidence/read-knowledge-overview.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const outcome = readKnowledgeOverview(locals.context, locals.actor, { language: locals.language });
	switch (outcome.kind) {
		case 'knowledge-overview':
			return { document: outcome.document };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
