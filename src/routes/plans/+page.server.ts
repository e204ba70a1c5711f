import { error } from '@sveltejs/kit';
import { readPlans } from '#server/use-cases/read-plans.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const outcome = await readPlans(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'plans':
			return { plans: outcome.plans, factors: locals.context.evidence.factors };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
