import { error, fail, redirect } from '@sveltejs/kit';
import { createPlan } from '#server/use-cases/plans/create-plan.ts';
import { preparePlan } from '#server/use-cases/plans/prepare-plan.ts';
import { textsFor } from '#texts/texts.ts';
import { emptyStep, readPlanForm, withEmptySteps } from '../read-plan-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Rows in the form; empty ones are not saved. */
const stepCount = 4;

export const load: PageServerLoad = async ({ locals, url }) => {
	const outcome = await preparePlan(locals.context, locals.actor, {
		roundId: url.searchParams.get('round') ?? '',
		groupId: url.searchParams.get('group') ?? ''
	});
	switch (outcome.kind) {
		case 'choices': {
			const { language } = locals;
			const chosen = outcome.interventions.find((one) => one.id === url.searchParams.get('intervention'));
			const first =
				chosen === undefined
					? emptyStep
					: {
							...emptyStep,
							description: chosen.steps[0]?.[language] ?? '',
							level: chosen.level,
							interventionId: chosen.id
						};
			return {
				choices: {
					...outcome,
					interventions: outcome.interventions.map(({ id, name, level, signs }) => ({ id, name, level, signs }))
				},
				start: withEmptySteps(
					{
						title: chosen?.name[language] ?? '',
						targetFactor: url.searchParams.get('factor') ?? outcome.suggestedFactor ?? '',
						owner: outcome.owners[0]?.leaderId ?? '',
						resources: chosen?.needs[language] ?? '',
						signs: (chosen?.signs ?? []).map((sign) => sign[language]).join('\n'),
						steps: [first]
					},
					stepCount - 1
				)
			};
		}
		case 'unknown-group':
			error(404, { message: textsFor(locals.language).plans.problems['unknown-group'] });
		case 'newer-round':
			error(409, { message: textsFor(locals.language).plans.problems['newer-round'] });
		case 'not-in-line':
			error(403, { message: textsFor(locals.language).plans.problems['not-in-line'] });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const values = readPlanForm(await request.formData());
		const outcome = await createPlan(locals.context, locals.actor, {
			roundId: url.searchParams.get('round') ?? '',
			groupId: url.searchParams.get('group') ?? '',
			...values
		});
		switch (outcome.kind) {
			case 'decided':
				redirect(303, `/plans/${outcome.planId}?saved`);
			case 'faulty':
				return fail(400, { values, problems: outcome.problems });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};
