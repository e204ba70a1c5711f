import { error, fail, redirect } from '@sveltejs/kit';
import { createPlan } from '#server/use-cases/create-plan.ts';
import { preparePlan } from '#server/use-cases/prepare-plan.ts';
import { textsFor } from '#texts/texts.ts';
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
			const chosen = outcome.interventions.find((one) => one.id === url.searchParams.get('intervention'));
			const first =
				chosen === undefined
					? emptyStep
					: {
							...emptyStep,
							description: chosen.steps[0]?.[locals.language] ?? '',
							level: chosen.level,
							interventionId: chosen.id
						};
			return {
				choices: {
					...outcome,
					interventions: outcome.interventions.map(({ id, name, level }) => ({ id, name, level }))
				},
				start: {
					title: chosen?.name[locals.language] ?? '',
					targetFactor: url.searchParams.get('factor') ?? outcome.suggestedFactor ?? '',
					steps: [first, ...Array.from({ length: stepCount - 1 }, () => emptyStep)]
				}
			};
		}
		case 'unknown-group':
			error(404, { message: textsFor(locals.language).plans.problems['unknown-group'] });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

const emptyStep = { description: '', level: '', owner: '', dueOn: '', interventionId: '' };

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const values = {
			title: text('title'),
			targetFactor: text('factor'),
			steps: Array.from({ length: stepCount }, (_, index) => ({
				description: text(`step-${index}`),
				level: text(`level-${index}`),
				owner: text(`owner-${index}`),
				dueOn: text(`due-${index}`),
				interventionId: text(`intervention-${index}`)
			}))
		};
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
