import { error } from '@sveltejs/kit';
import { readEvidenceHistory } from '#server/use-cases/evidence/read-evidence-history.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const outcome = await readEvidenceHistory(locals.context, locals.actor, { record: null });
	switch (outcome.kind) {
		case 'history':
			return { outcome };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
