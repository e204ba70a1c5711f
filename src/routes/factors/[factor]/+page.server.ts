import { error } from '@sveltejs/kit';
import { readFactor } from '#server/use-cases/evidence/read-factor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const outcome = readFactor(locals.context, locals.actor, { factorId: params.factor });
	switch (outcome.kind) {
		case 'factor':
			return { outcome };
		case 'unknown-factor':
			error(404, { message: 'unknown factor', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
