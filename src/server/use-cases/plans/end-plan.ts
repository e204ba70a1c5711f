// A plan is ended before it is done. That takes a reason, which stays with it.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { addPlanEvent } from '#server/database/plan-events.ts';
import { endPlan as writeEnd, holdPlan } from '#server/database/plans.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readPlans } from './read-plans.ts';

export type EndPlanOutcome =
	| { readonly kind: 'ended' }
	| { readonly kind: 'already-ended' }
	| { readonly kind: 'reason-missing' }
	| { readonly kind: 'reason-too-long' }
	| { readonly kind: 'unknown-plan' }
	| Forbidden;

export async function endPlan(
	context: Context,
	actor: Actor,
	input: { readonly planId: string; readonly reason: string }
): Promise<EndPlanOutcome> {
	if (!isAllowed('end-plan', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.planId)) return { kind: 'unknown-plan' };
	const visible = await readPlans(context, actor, { planId: input.planId });
	if (visible.kind === 'forbidden') return forbidden;
	if (visible.plans.length === 0) return { kind: 'unknown-plan' };
	const reason = input.reason.trim();
	if (reason === '') return { kind: 'reason-missing' };
	if (reason.length > 1000) return { kind: 'reason-too-long' };
	const key = { organisationId: actor.organisationId, planId: input.planId };
	return context.db.transaction().execute(async (db): Promise<EndPlanOutcome> => {
		const plan = await holdPlan(db, key);
		if (plan === null) return { kind: 'unknown-plan' };
		if (plan.endedAt !== null) return { kind: 'already-ended' };
		await writeEnd(db, key, { at: context.now(), reason });
		const person = actor.kind === 'person' ? actor.name : '';
		await addPlanEvent(db, key, { happenedAt: context.now(), person, kind: 'ended', details: { reason } });
		return { kind: 'ended' };
	});
}
