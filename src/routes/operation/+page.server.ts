import { error } from '@sveltejs/kit';
import { readOperation } from '#server/use-cases/operation/read-operation.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const outcome = await readOperation(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'operation':
			return { operation: outcome };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
