import { error } from '@sveltejs/kit';
import { readEvidenceStatus } from '#server/use-cases/evidence/read-evidence-status.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const outcome = readEvidenceStatus(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'evidence-status':
			return { status: outcome };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
