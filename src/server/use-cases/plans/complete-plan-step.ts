// A step is marked done, or taken back.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { addPlanEvent } from '#server/database/plan-events.ts';
import { holdPlan, markStepDone } from '#server/database/plans.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readPlans } from './read-plans.ts';

export type CompletePlanStepOutcome =
	| { readonly kind: 'marked' }
	| { readonly kind: 'unknown-step' }
	/** Nothing is changed in a plan that was ended. */
	| { readonly kind: 'ended' }
	| Forbidden;

export async function completePlanStep(
	context: Context,
	actor: Actor,
	input: { readonly planId: string; readonly stepId: string; readonly isDone: boolean }
): Promise<CompletePlanStepOutcome> {
	if (!isAllowed('complete-plan-step', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.planId) || !isUuid(input.stepId)) return { kind: 'unknown-step' };
	const visible = await readPlans(context, actor, { planId: input.planId });
	if (visible.kind === 'forbidden') return forbidden;
	if (visible.plans.length === 0) return { kind: 'unknown-step' };
	const key = { organisationId: actor.organisationId, planId: input.planId };
	return context.db.transaction().execute(async (db): Promise<CompletePlanStepOutcome> => {
		const plan = await holdPlan(db, key);
		const step = plan?.steps.find((one) => one.id === input.stepId);
		if (plan === null || step === undefined) return { kind: 'unknown-step' };
		if (plan.endedAt !== null) return { kind: 'ended' };
		if ((step.doneAt !== null) === input.isDone) return { kind: 'marked' };
		await markStepDone(db, { ...key, stepId: step.id }, input.isDone ? context.now() : null);
		await addPlanEvent(db, key, {
			happenedAt: context.now(),
			person: actor.kind === 'person' ? actor.name : '',
			kind: input.isDone ? 'step-done' : 'step-reopened',
			details: { stepId: step.id, subject: step.description }
		});
		return { kind: 'marked' };
	});
}
