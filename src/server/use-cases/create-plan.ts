// A plan is decided: steps with an owner, a level and a date. A plan of individual steps only is flagged, not refused.
import { levelsInOrder } from '#domain/evidence/order.ts';
import { hasOnlyIndividualSteps, type PlanStep } from '#domain/plan/plan.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { insertPlan } from '#server/database/plans.ts';
import { findRound } from '#server/database/rounds.ts';
import { isDay } from './calendar-day.ts';
import { isUuid } from './is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';
import { findReadRelease, readableGroupIds } from './readable-groups.ts';

export type PlanStepInput = {
	readonly description: string;
	readonly level: string;
	readonly owner: string;
	readonly dueOn: string;
	readonly interventionId: string;
};

export type PlanInput = {
	readonly roundId: string;
	readonly groupId: string;
	readonly title: string;
	readonly targetFactor: string;
	/** A step without a description is left out. */
	readonly steps: readonly PlanStepInput[];
};

export type PlanProblem =
	| {
			readonly code: 'title-missing' | 'title-too-long' | 'factor-unknown' | 'no-steps' | 'unknown-group';
			readonly step: null;
	  }
	| {
			readonly code: 'step-too-long' | 'level-unknown' | 'owner-missing' | 'owner-too-long' | 'due-not-a-day';
			/** Position in the input, from 0. */
			readonly step: number;
	  };

export type CreatePlanOutcome =
	| { readonly kind: 'decided'; readonly planId: string; readonly hasOnlyIndividualSteps: boolean }
	| { readonly kind: 'faulty'; readonly problems: readonly PlanProblem[] }
	| Forbidden;

export async function createPlan(context: Context, actor: Actor, input: PlanInput): Promise<CreatePlanOutcome> {
	if (!isAllowed('create-plan', actor) || actor.kind === 'visitor') return forbidden;
	const problems: PlanProblem[] = [];
	const title = input.title.trim();
	if (title === '') problems.push({ code: 'title-missing', step: null });
	if (title.length > 200) problems.push({ code: 'title-too-long', step: null });
	if (!context.evidence.factors.some((factor) => factor.id === input.targetFactor))
		problems.push({ code: 'factor-unknown', step: null });
	const steps = input.steps.flatMap((step, position) => {
		const description = step.description.trim();
		const owner = step.owner.trim();
		const level = levelsInOrder.find((one) => one === step.level);
		if (description === '') return [];
		if (description.length > 1000) problems.push({ code: 'step-too-long', step: position });
		if (level === undefined) problems.push({ code: 'level-unknown', step: position });
		if (owner === '') problems.push({ code: 'owner-missing', step: position });
		if (owner.length > 200) problems.push({ code: 'owner-too-long', step: position });
		if (!isDay(step.dueOn)) problems.push({ code: 'due-not-a-day', step: position });
		const intervention = context.evidence.interventions.find((one) => one.id === step.interventionId);
		const made: PlanStep = {
			id: context.randomId(),
			description,
			level: level ?? 'organisation',
			owner,
			dueOn: step.dueOn,
			interventionId: intervention?.id ?? null,
			targetFactor: input.targetFactor,
			doneAt: null
		};
		return [made];
	});
	if (steps.length === 0) problems.push({ code: 'no-steps', step: null });
	if (!(await canPlanFor(context, actor, input))) problems.push({ code: 'unknown-group', step: null });
	if (problems.length > 0) return { kind: 'faulty', problems };
	const planId = context.randomId();
	await context.db.transaction().execute((db) =>
		insertPlan(db, actor.organisationId, {
			id: planId,
			roundId: input.roundId,
			groupId: input.groupId,
			title,
			targetFactor: input.targetFactor,
			decidedAt: context.now(),
			decidedBy: actor.kind === 'person' ? actor.name : 'system',
			steps
		})
	);
	return { kind: 'decided', planId, hasOnlyIndividualSteps: hasOnlyIndividualSteps(steps) };
}

async function canPlanFor(
	context: Context,
	actor: Exclude<Actor, { kind: 'visitor' }>,
	input: PlanInput
): Promise<boolean> {
	const round = isUuid(input.roundId)
		? await findRound(context.db, { organisationId: actor.organisationId, roundId: input.roundId })
		: null;
	const read = round === null ? null : await findReadRelease(context, round);
	if (round === null || read === null) return false;
	if (actor.kind === 'system') return read.release.groups.some((group) => group.id === input.groupId);
	return (await readableGroupIds(context, actor, round, read.release)).has(input.groupId);
}
