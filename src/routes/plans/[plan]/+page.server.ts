import { error, fail, redirect } from '@sveltejs/kit';
import { completePlanStep } from '#server/use-cases/plans/complete-plan-step.ts';
import { endPlan } from '#server/use-cases/plans/end-plan.ts';
import { readEffects } from '#server/use-cases/plans/read-effects.ts';
import { readPlan } from '#server/use-cases/plans/read-plan.ts';
import { takeOverPlan } from '#server/use-cases/plans/take-over-plan.ts';
import { dayOf } from '#server/use-cases/calendar-day.ts';
import { textsFor } from '#texts/texts.ts';
import { noticeOf } from './notice.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, actor } = locals;
	const outcome = await readPlan(context, actor, { planId: params.plan });
	switch (outcome.kind) {
		case 'plan': {
			const effects = await readEffects(context, actor, { planId: params.plan });
			const { shown, history, checkIns, proposals } = outcome;
			return {
				shown,
				history,
				/** Asked and not answered yet, by step. */
				asked: new Map(checkIns.flatMap((one) => (one.answer === null ? [[one.stepId, one] as const] : []))),
				proposals: proposals.map(({ proposal, standing }) => ({
					...{ id: proposal.id, title: proposal.title, sentAt: proposal.sentAt, receiver: proposal.receiver },
					...{ state: standing.state, isOverdue: standing.isOverdue, waitingDays: standing.waitingDays }
				})),
				/** Once the factor has been measured again. */
				effect: effects.kind === 'effects' ? (effects.plans.find((one) => one.after !== null) ?? null) : null,
				notice: noticeOf(url.searchParams),
				today: dayOf(context.now()),
				factors: context.evidence.factors.map(({ id, name }) => ({ id, name })),
				interventions: context.evidence.interventions.map(({ id, name }) => ({ id, name }))
			};
		}
		case 'unknown-plan':
			error(404, { message: textsFor(locals.language).plans.notFound });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	step: async ({ locals, params, request }) => {
		const form = await request.formData();
		const stepId = String(form.get('step') ?? '');
		const isDone = form.get('done') === 'yes';
		const outcome = await completePlanStep(locals.context, locals.actor, { planId: params.plan, stepId, isDone });
		switch (outcome.kind) {
			case 'marked':
				redirect(303, `/plans/${params.plan}#step-${stepId}`);
			case 'ended':
				redirect(303, `/plans/${params.plan}?done=ended`);
			case 'unknown-step':
				error(404, { message: textsFor(locals.language).plans.notFound });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	takeOver: async ({ locals, params }) => {
		const outcome = await takeOverPlan(locals.context, locals.actor, { planId: params.plan });
		switch (outcome.kind) {
			case 'taken-over':
			case 'has-owner':
				redirect(303, `/plans/${params.plan}?done=${outcome.kind}`);
			case 'unknown-plan':
				error(404, { message: textsFor(locals.language).plans.notFound });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	end: async ({ locals, params, request }) => {
		const reason = String((await request.formData()).get('reason') ?? '');
		const outcome = await endPlan(locals.context, locals.actor, { planId: params.plan, reason });
		switch (outcome.kind) {
			case 'ended':
			case 'already-ended':
				redirect(303, `/plans/${params.plan}`);
			case 'reason-missing':
			case 'reason-too-long':
				return fail(400, { reason, problem: outcome.kind });
			case 'unknown-plan':
				error(404, { message: textsFor(locals.language).plans.notFound });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};
