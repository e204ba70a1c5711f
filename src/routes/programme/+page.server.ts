import { error } from '@sveltejs/kit';
import { readProgramme } from '#server/use-cases/programme/read-programme.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const outcome = await readProgramme(locals.context, locals.actor, { roundId: url.searchParams.get('round') });
	switch (outcome.kind) {
		case 'programme':
			return { programme: outcome };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
