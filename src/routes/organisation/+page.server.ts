import { error } from '@sveltejs/kit';
import { readOrganisationToday } from '#server/use-cases/organisation/read-organisation.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const outcome = await readOrganisationToday(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'organisation':
			return {
				...outcome,
				saved: url.searchParams.get('saved'),
				/** Roles that rest since the import. */
				closed: Math.trunc(Number(url.searchParams.get('closed'))) || 0
			};
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
