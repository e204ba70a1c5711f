import { error } from '@sveltejs/kit';
import { readVisibility } from '#server/use-cases/rounds/read-visibility.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const outcome = await readVisibility(locals.context, locals.actor, {
		roundId: params.round,
		groupId: url.searchParams.get('group')
	});
	switch (outcome.kind) {
		case 'visibility':
			return { visibility: outcome, isDemonstration: outcome.isDemonstration };
		case 'unknown-round':
			return { visibility: outcome };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
