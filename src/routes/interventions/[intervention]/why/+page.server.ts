import { error } from '@sveltejs/kit';
import { explainRecommendation } from '#server/use-cases/evidence/explain-recommendation.ts';
import { groupOfWayBack, kindOfWayBack, sameSitePath } from './same-site-path.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const back = sameSitePath(url.searchParams.get('back'));
	const outcome = await explainRecommendation(locals.context, locals.actor, {
		interventionId: params.intervention,
		factorId: url.searchParams.get('factor'),
		group: back === null ? null : groupOfWayBack(back)
	});
	switch (outcome.kind) {
		case 'explanation':
			return {
				outcome,
				factors: outcome.inGroup === null ? [] : locals.context.evidence.factors,
				back: back === null ? null : { href: back, kind: kindOfWayBack(back) }
			};
		case 'unknown-intervention':
			error(404, { message: 'unknown intervention', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
