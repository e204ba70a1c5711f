// What becomes of a yes: a new plan for the group that asked, or a plan that is there and gets what was promised.
import { changedFields, planText } from '#domain/plan/plan-event.ts';
import type { Plan, PlanOwner, PlanStep } from '#domain/plan/plan.ts';
import type { Proposal } from '#domain/plan/proposal.ts';
import type { Context } from '#server/context.ts';
import { addPlanEvent } from '#server/database/plan-events.ts';
import { holdPlan, insertPlan, updatePlan } from '#server/database/plans.ts';

/** Whoever has said yes. */
export type Accepting = { readonly organisationId: string; readonly person: string; readonly owner: PlanOwner };

type Accepted = {
	readonly proposal: Proposal;
	/** The plan that the proposal comes from. */
	readonly origin: Plan;
	/** YYYY-MM-DD. */
	readonly dueOn: string;
};

/** A plan at the level that has decided, for the same group, with whoever said yes as its owner. Returns its id. */
export async function makePlan(
	context: Context,
	accepting: Accepting,
	{ proposal, origin, dueOn }: Accepted
): Promise<string> {
	const { organisationId, person, owner } = accepting;
	const planId = context.randomId();
	const happenedAt = context.now();
	await insertPlan(context.db, organisationId, {
		id: planId,
		roundId: origin.roundId,
		groupId: origin.groupId,
		title: proposal.title,
		targetFactor: origin.targetFactor,
		decidedAt: happenedAt,
		decidedBy: person,
		owner,
		level: 'organisation',
		places: origin.places,
		steps: [promisedStep(context, accepting, { title: proposal.title, dueOn, targetFactor: origin.targetFactor })]
	});
	const details = { subject: proposal.title };
	await addPlanEvent(context.db, { organisationId, planId }, { happenedAt, person, kind: 'decided', details });
	return planId;
}

/** Adds the promised step where a day is given; without one the plan stays as it is. Returns the plan's id. */
export async function joinPlan(
	context: Context,
	accepting: Accepting,
	{ proposal, dueOn, planId }: Accepted & { readonly planId: string }
): Promise<string> {
	const { organisationId, person } = accepting;
	const key = { organisationId, planId };
	const plan = await holdPlan(context.db, key);
	if (plan === null) throw new Error('a plan that is held is gone');
	if (dueOn === '') return planId;
	const promised = { title: proposal.title, dueOn, targetFactor: plan.targetFactor };
	const steps = [...plan.steps, promisedStep(context, accepting, promised)];
	const next = { ...plan, version: plan.version + 1, steps };
	await updatePlan(context.db, key, next);
	const details = { version: next.version, ...changedFields(planText(plan), planText(next)) };
	await addPlanEvent(context.db, key, { happenedAt: context.now(), person, kind: 'changed', details });
	return planId;
}

function promisedStep(
	context: Context,
	{ owner }: Accepting,
	promised: { readonly title: string; readonly dueOn: string; readonly targetFactor: string }
): PlanStep {
	return {
		id: context.randomId(),
		description: promised.title,
		level: 'organisation',
		owner: owner.name,
		ownerLeaderId: owner.leaderId,
		ownerEmail: owner.email,
		dueOn: promised.dueOn,
		interventionId: null,
		targetFactor: promised.targetFactor,
		doneAt: null
	};
}
