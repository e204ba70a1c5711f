import { error } from '@sveltejs/kit';
import { readOutcome } from '#server/use-cases/evidence/read-outcome.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const outcome = readOutcome(locals.context, locals.actor, { outcomeId: params.outcome });
	switch (outcome.kind) {
		case 'outcome':
			return { outcome };
		case 'unknown-outcome':
			error(404, { message: 'unknown outcome', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
