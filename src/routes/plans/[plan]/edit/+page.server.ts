import { error, fail, redirect } from '@sveltejs/kit';
import { editPlan } from '#server/use-cases/plans/edit-plan.ts';
import { ownerFields } from '#server/use-cases/plans/edited-text.ts';
import { readPlan } from '#server/use-cases/plans/read-plan.ts';
import { textsFor } from '#texts/texts.ts';
import { readPlanForm, withEmptySteps } from '../../read-plan-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Empty rows to write more steps in. */
const emptyRows = 2;

export const load: PageServerLoad = async ({ locals, params }) => {
	const outcome = await readPlan(locals.context, locals.actor, { planId: params.plan });
	switch (outcome.kind) {
		case 'plan': {
			const { plan, owner, mayChange } = outcome.shown;
			if (!mayChange) error(403, { message: 'forbidden', code: 'forbidden' });
			const steps = plan.steps.map((step) => ({
				id: step.id,
				description: step.description,
				level: step.level,
				owner: step.owner,
				// What the roster knows need not be written.
				ownerEmail: step.ownerLeaderId === null ? (step.ownerEmail ?? '') : '',
				dueOn: step.dueOn,
				interventionId: step.interventionId ?? ''
			}));
			const kept = owner.state === 'moved' && owner.owner !== null && owner.owner.leaderId !== null;
			return {
				title: plan.title,
				version: plan.version,
				start: withEmptySteps(
					{
						...ownerFields(owner.state === 'left' ? null : plan.owner),
						title: plan.title,
						targetFactor: plan.targetFactor,
						level: plan.level ?? '',
						resources: plan.resources,
						signs: plan.signs.join('\n'),
						involved: plan.involved,
						followUpOn: plan.followUpOn ?? '',
						steps
					},
					emptyRows
				),
				owners: [
					...outcome.owners,
					...(kept ? [{ leaderId: owner.owner.leaderId ?? '', name: owner.owner.name, unitName: '', distance: 0 }] : [])
				],
				names: outcome.names,
				factors: locals.context.evidence.factors.map(({ id, name }) => ({ id, name })),
				interventions: locals.context.evidence.interventions.map(({ id, name, level, signs }) => ({
					...{ id, name, level, signs }
				}))
			};
		}
		case 'unknown-plan':
			error(404, { message: textsFor(locals.language).plans.notFound });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const values = readPlanForm(form);
		const version = Number(form.get('version'));
		const outcome = await editPlan(locals.context, locals.actor, { ...values, planId: params.plan, version });
		switch (outcome.kind) {
			case 'saved':
				redirect(303, `/plans/${params.plan}?done=changed`);
			case 'faulty':
				return fail(400, { values, version, problems: outcome.problems, conflict: null });
			case 'conflict': {
				const { compared, changedBy, changedAt } = outcome;
				return fail(409, {
					values: withEmptySteps(outcome.values, 0),
					version: outcome.version,
					problems: [],
					conflict: { changedBy, changedAt, clashes: compared.clashes, takenOver: compared.takenOver }
				});
			}
			case 'ended':
				redirect(303, `/plans/${params.plan}?done=ended`);
			case 'unknown-plan':
				error(404, { message: textsFor(locals.language).plans.notFound });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};
