import { error } from '@sveltejs/kit';
import { readFinding } from '#server/use-cases/evidence/read-finding.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { language } = locals;
	const outcome = readFinding(locals.context, locals.actor, { findingId: params.finding, language });
	switch (outcome.kind) {
		case 'finding':
			return { outcome, address: `${url.origin}${url.pathname}` };
		case 'unknown-finding':
			error(404, { message: 'unknown finding', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
