// A plan whose owner has left, or has other work now, is taken over by a manager of the group or above it, in one press.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { addPlanEvent } from '#server/database/plan-events.ts';
import { holdPlan, setPlanOwner } from '#server/database/plans.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readPlans } from './read-plans.ts';

export type TakeOverPlanOutcome =
	| { readonly kind: 'taken-over' }
	/** Somebody else was faster, or the owner is still there. */
	| { readonly kind: 'has-owner' }
	| { readonly kind: 'unknown-plan' }
	| Forbidden;

export async function takeOverPlan(
	context: Context,
	actor: Actor,
	input: { readonly planId: string }
): Promise<TakeOverPlanOutcome> {
	if (!isAllowed('take-over-plan', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.planId)) return { kind: 'unknown-plan' };
	const key = { organisationId: actor.organisationId, planId: input.planId };
	return context.db.transaction().execute(async (db): Promise<TakeOverPlanOutcome> => {
		if ((await holdPlan(db, key)) === null || actor.kind === 'system') return { kind: 'unknown-plan' };
		const visible = await readPlans({ ...context, db }, actor, { planId: input.planId });
		if (visible.kind === 'forbidden') return forbidden;
		const [shown] = visible.plans;
		if (shown === undefined) return { kind: 'unknown-plan' };
		if (!shown.mayTakeOver) return { kind: 'has-owner' };
		await setPlanOwner(db, key, { leaderId: actor.leaderId, name: actor.name, email: actor.email });
		const before = { owner: shown.plan.owner?.name ?? '' };
		await addPlanEvent(db, key, {
			happenedAt: context.now(),
			person: actor.name,
			kind: 'taken-over',
			details: { version: shown.plan.version + 1, before, after: { owner: actor.name } }
		});
		return { kind: 'taken-over' };
	});
}
