import { error } from '@sveltejs/kit';
import { explainRecommendation } from '#server/use-cases/explain-recommendation.ts';
import { kindOfWayBack, sameSitePath } from './same-site-path.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const outcome = explainRecommendation(locals.context, locals.actor, {
		interventionId: params.intervention,
		factorId: url.searchParams.get('factor')
	});
	switch (outcome.kind) {
		case 'explanation': {
			const back = sameSitePath(url.searchParams.get('back'));
			return { outcome, back: back === null ? null : { href: back, kind: kindOfWayBack(back) } };
		}
		case 'unknown-intervention':
			error(404, { message: 'unknown intervention', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
