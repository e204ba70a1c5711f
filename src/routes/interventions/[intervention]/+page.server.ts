import { error } from '@sveltejs/kit';
import { readIntervention } from '#server/use-cases/evidence/read-intervention.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const { language } = locals;
	const outcome = readIntervention(locals.context, locals.actor, { interventionId: params.intervention, language });
	switch (outcome.kind) {
		case 'intervention':
			return { outcome };
		case 'unknown-intervention':
			error(404, { message: 'unknown intervention', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
