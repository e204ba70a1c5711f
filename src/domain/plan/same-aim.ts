// Plans with one aim: the same group and the same factor. Whoever is about to make another is told of those that run.
import type { Plan, PlanStatus } from './plan.ts';

/** A plan, and what its group is called over all rounds: a group's id in one round may be another group's in the next. */
export type PlanForGroup = { readonly plan: Pick<Plan, 'targetFactor'>; readonly lastingGroup: string };

/**
 * The plans that run for the group and the factor of one, in the order given, itself among them where it is. A plan runs until it is
 * ended or all of its steps are done; one that waits for a proposal runs, also where its own steps are done. From which round it was
 * decided makes no difference, as long as the group is the same.
 */
export function runningFor<One extends PlanForGroup & { readonly status: PlanStatus }>(
	aim: PlanForGroup,
	plans: readonly One[]
): readonly One[] {
	return plans.filter(
		({ plan, lastingGroup, status }) =>
			lastingGroup === aim.lastingGroup &&
			plan.targetFactor === aim.plan.targetFactor &&
			status !== 'ended' &&
			status !== 'done'
	);
}
