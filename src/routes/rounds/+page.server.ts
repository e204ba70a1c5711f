import { error } from '@sveltejs/kit';
import { listRounds } from '#server/use-cases/rounds/list-rounds.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const outcome = await listRounds(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'rounds':
			return { rounds: outcome.rounds };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
