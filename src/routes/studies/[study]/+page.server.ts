import { error } from '@sveltejs/kit';
import { readStudy } from '#server/use-cases/evidence/read-study.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const outcome = readStudy(locals.context, locals.actor, {
		studyId: params.study,
		language: locals.language
	});
	switch (outcome.kind) {
		case 'study':
			return { outcome };
		case 'unknown-study':
			error(404, { message: 'unknown study', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
