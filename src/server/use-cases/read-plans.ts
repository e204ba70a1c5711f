// Plans with what they say of themselves: done, late, under way, and whether they leave the causes where they are.
import { hasOnlyIndividualSteps, planStatus, type Plan, type PlanStatus } from '#domain/plan/plan.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listPlans } from '#server/database/plans.ts';
import { findRound } from '#server/database/rounds.ts';
import { dayOf } from './calendar-day.ts';
import { isUuid } from './is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';
import { findReadRelease, readableGroupIds } from './readable-groups.ts';

export type ReadPlan = {
	readonly plan: Plan;
	readonly status: PlanStatus;
	readonly hasOnlyIndividualSteps: boolean;
	readonly groupName: string;
	readonly groupPath: readonly string[];
};

export type ReadPlansOutcome = { readonly kind: 'plans'; readonly plans: readonly ReadPlan[] } | Forbidden;

/** `planId`: only that one; `groupId`: only that group's. */
export async function readPlans(
	context: Context,
	actor: Actor,
	input: { readonly planId?: string; readonly groupId?: string } = {}
): Promise<ReadPlansOutcome> {
	if (!isAllowed('read-plans', actor) || actor.kind === 'visitor') return forbidden;
	if (input.planId !== undefined && !isUuid(input.planId)) return { kind: 'plans', plans: [] };
	const stored = await listPlans(context.db, actor.organisationId, input.planId);
	const today = dayOf(context.now());
	const plans: ReadPlan[] = [];
	for (const [roundId, own] of Map.groupBy(stored, (plan) => plan.roundId)) {
		const round = await findRound(context.db, { organisationId: actor.organisationId, roundId });
		const read = round === null ? null : await findReadRelease(context, round);
		if (round === null || read === null) continue;
		const groups = new Map(read.release.groups.map((group) => [group.id, group]));
		const readable =
			actor.kind === 'system' ? new Set(groups.keys()) : await readableGroupIds(context, actor, round, read.release);
		for (const plan of own) {
			const group = groups.get(plan.groupId);
			if (group === undefined || !readable.has(group.id)) continue;
			if (input.groupId !== undefined && input.groupId !== group.id) continue;
			plans.push({
				plan,
				status: planStatus(plan, today),
				hasOnlyIndividualSteps: hasOnlyIndividualSteps(plan.steps),
				groupName: group.name,
				groupPath: group.path
			});
		}
	}
	return { kind: 'plans', plans };
}
