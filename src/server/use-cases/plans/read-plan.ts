// One plan with all that its page shows: history, check-ins, proposals.
import type { PlanEvent } from '#domain/plan/plan-event.ts';
import { lineOfManagement, type LineMember } from '#domain/plan/line-of-management.ts';
import { placesToday } from '#domain/plan/place-of-plan.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listCheckIns, type CheckIn } from '#server/database/check-ins.ts';
import { listPlanEvents } from '#server/database/plan-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readPlanWorld } from './plan-world.ts';
import { readPlans, type ReadPlan } from './read-plans.ts';
import { readProposals, type ReadProposal } from './read-proposals.ts';

export type ReadPlanOutcome =
	| {
			readonly kind: 'plan';
			readonly shown: ReadPlan;
			/** Oldest first. */
			readonly history: readonly PlanEvent[];
			/** Letters to owners of steps, and what was answered; oldest first. */
			readonly checkIns: readonly CheckIn[];
			readonly proposals: readonly ReadProposal[];
			/** Who may own the plan: the managers of its groups and the line above, nearest first. */
			readonly owners: readonly LineMember[];
			/** Names to write as the owner of a step. */
			readonly names: readonly string[];
	  }
	| { readonly kind: 'unknown-plan' }
	| Forbidden;

export async function readPlan(
	context: Context,
	actor: Actor,
	input: { readonly planId: string }
): Promise<ReadPlanOutcome> {
	if (!isAllowed('read-plan', actor) || actor.kind === 'visitor') return forbidden;
	const read = await readPlans(context, actor, { planId: input.planId });
	if (read.kind === 'forbidden') return forbidden;
	const [shown] = read.plans;
	if (shown === undefined) return { kind: 'unknown-plan' };
	const key = { organisationId: actor.organisationId, planId: shown.plan.id };
	const proposals = await readProposals(context, actor, { planId: shown.plan.id });
	const { organisation } = await readPlanWorld(context.db, actor.organisationId);
	const places = placesToday(shown.places);
	const owners = lineOfManagement(places, organisation);
	const own = new Set(places.flatMap((place) => place.leaderIds));
	const leaders = organisation.leaders.filter((leader) => own.has(leader.id)).map((leader) => leader.name);
	return {
		kind: 'plan',
		shown,
		history: await listPlanEvents(context.db, key),
		checkIns: await listCheckIns(context.db, key.organisationId, key.planId),
		proposals: proposals.kind === 'proposals' ? proposals.proposals : [],
		owners,
		names: [...new Set([...owners.map((owner) => owner.name), ...leaders])]
	};
}
