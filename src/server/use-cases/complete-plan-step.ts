// A step is marked done, or taken back.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { markStepDone } from '#server/database/plans.ts';
import { isUuid } from './is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';
import { readPlans } from './read-plans.ts';

export type CompletePlanStepOutcome = { readonly kind: 'marked' } | { readonly kind: 'unknown-step' } | Forbidden;

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
	const key = { organisationId: actor.organisationId, planId: input.planId, stepId: input.stepId };
	return (await markStepDone(context.db, key, input.isDone ? context.now() : null))
		? { kind: 'marked' }
		: { kind: 'unknown-step' };
}
