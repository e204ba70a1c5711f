import { error } from '@sveltejs/kit';
import { readKnowledge } from '#server/use-cases/evidence/read-knowledge.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const outcome = readKnowledge(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'knowledge':
			return { knowledge: outcome };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
