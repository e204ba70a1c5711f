import { error, redirect } from '@sveltejs/kit';
import { completePlanStep } from '#server/use-cases/complete-plan-step.ts';
import { readPlans } from '#server/use-cases/read-plans.ts';
import { textsFor } from '#texts/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const outcome = await readPlans(locals.context, locals.actor, { planId: params.plan });
	switch (outcome.kind) {
		case 'plans': {
			const [shown] = outcome.plans;
			if (shown === undefined) error(404, { message: textsFor(locals.language).plans.notFound });
			return {
				shown,
				isNew: url.searchParams.has('saved'),
				factors: locals.context.evidence.factors,
				interventions: locals.context.evidence.interventions.map(({ id, name }) => ({ id, name }))
			};
		}
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const outcome = await completePlanStep(locals.context, locals.actor, {
			planId: params.plan,
			stepId: String(form.get('step') ?? ''),
			isDone: form.get('done') === 'yes'
		});
		switch (outcome.kind) {
			case 'marked':
				redirect(303, `/plans/${params.plan}`);
			case 'unknown-step':
				error(404, { message: textsFor(locals.language).plans.notFound });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};
