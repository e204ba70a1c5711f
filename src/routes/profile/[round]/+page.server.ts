import { error } from '@sveltejs/kit';
import { readProfileMaterial } from '#server/use-cases/profiles/read-profile-material.ts';
import type { PageServerLoad } from './$types';

/** The only page that needs a script to be read: the profile is made in the browser. */
export const csr = true;

export const load: PageServerLoad = async ({ locals, params }) => {
	const outcome = await readProfileMaterial(locals.context, { kind: 'visitor' }, { roundId: params.round });
	switch (outcome.kind) {
		case 'material':
			return { material: outcome, isDemonstration: outcome.isDemonstration || locals.isDemonstration };
		case 'unknown-round':
			return { material: null };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
