// Plans and their steps.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';
import type { Plan, PlanStep } from '#domain/plan/plan.ts';
import type { Level } from '#domain/evidence/evidence.ts';

export async function insertPlan(db: Kysely<Tables>, organisationId: string, plan: Plan): Promise<void> {
	await db
		.insertInto('plans')
		.values({
			organisation_id: organisationId,
			plan_id: plan.id,
			round_id: plan.roundId,
			group_id: plan.groupId,
			title: plan.title,
			target_factor: plan.targetFactor,
			decided_at: plan.decidedAt,
			decided_by: plan.decidedBy
		})
		.execute();
	await db
		.insertInto('plan_steps')
		.values(
			plan.steps.map((step, position) => ({
				organisation_id: organisationId,
				plan_id: plan.id,
				step_id: step.id,
				position,
				description: step.description,
				level: step.level,
				owner: step.owner,
				due_on: step.dueOn,
				intervention_id: step.interventionId,
				target_factor: step.targetFactor,
				done_at: step.doneAt
			}))
		)
		.execute();
}

/** Newest first, each with its steps in order. `planId`: only that one. */
export async function listPlans(db: Kysely<Tables>, organisationId: string, planId?: string): Promise<Plan[]> {
	let query = db.selectFrom('plans').selectAll().where('organisation_id', '=', organisationId);
	if (planId !== undefined) query = query.where('plan_id', '=', planId);
	const plans = await query.orderBy('decided_at', 'desc').orderBy('plan_id').execute();
	if (plans.length === 0) return [];
	const steps = await db
		.selectFrom('plan_steps')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.where(
			'plan_id',
			'in',
			plans.map((plan) => plan.plan_id)
		)
		.orderBy('position')
		.execute();
	return plans.map((plan) => ({
		id: plan.plan_id,
		roundId: plan.round_id,
		groupId: plan.group_id,
		title: plan.title,
		targetFactor: plan.target_factor,
		decidedAt: plan.decided_at,
		decidedBy: plan.decided_by,
		steps: steps
			.filter((step) => step.plan_id === plan.plan_id)
			.map((step): PlanStep => ({
				id: step.step_id,
				description: step.description,
				level: levelOf(step.level),
				owner: step.owner,
				dueOn: step.due_on,
				interventionId: step.intervention_id,
				targetFactor: step.target_factor,
				doneAt: step.done_at
			}))
	}));
}

/** Sets or takes back that a step is done. Returns false where there is no such step. */
export async function markStepDone(
	db: Kysely<Tables>,
	key: { readonly organisationId: string; readonly planId: string; readonly stepId: string },
	doneAt: Date | null
): Promise<boolean> {
	const result = await db
		.updateTable('plan_steps')
		.set({ done_at: doneAt })
		.where('organisation_id', '=', key.organisationId)
		.where('plan_id', '=', key.planId)
		.where('step_id', '=', key.stepId)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

function levelOf(text: string): Level {
	if (text === 'organisation' || text === 'group' || text === 'leadership' || text === 'individual') return text;
	throw new Error(`unknown level of a step: ${text}`);
}
