import { error } from '@sveltejs/kit';
import { searchLibrary } from '#server/use-cases/evidence/search-library.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const parameters = url.searchParams;
	const outcome = searchLibrary(locals.context, locals.actor, {
		question: parameters.get('q') ?? '',
		language: locals.language,
		filters: Object.fromEntries(parameters),
		page: Number(parameters.get('page') ?? 1)
	});
	switch (outcome.kind) {
		case 'hits':
			return { found: outcome };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
