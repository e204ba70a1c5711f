// A plan is changed. Whoever saves a form made from an older version is shown both texts, and nothing is lost.
import { compareEdits, type ComparedEdits } from '#domain/plan/compare-edits.ts';
import { lineOfManagement } from '#domain/plan/line-of-management.ts';
import { placesToday } from '#domain/plan/place-of-plan.ts';
import { changedFields, planText, textAtVersion } from '#domain/plan/plan-event.ts';
import type { Plan, PlanOwner } from '#domain/plan/plan.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { addPlanEvent, listPlanEvents } from '#server/database/plan-events.ts';
import { holdPlan, updatePlan } from '#server/database/plans.ts';
import { joinedInput, textOfInput } from './edited-text.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { checkPlanContent, type PlanContentInput, type PlanProblem } from './plan-content.ts';
import { queueOwnerLetter } from './plan-letters.ts';
import { readPlanWorld } from './plan-world.ts';
import { readPlans, type ReadPlan } from './read-plans.ts';

export type EditPlanInput = PlanContentInput & {
	readonly planId: string;
	/** Of the plan from which the form was made. */
	readonly version: number;
};

export type EditPlanOutcome =
	| { readonly kind: 'saved' }
	| { readonly kind: 'faulty'; readonly problems: readonly PlanProblem[] }
	/** Somebody else saved in between. `values` is what the form goes on with, made from `version`. */
	| {
			readonly kind: 'conflict';
			readonly version: number;
			readonly changedBy: string;
			readonly changedAt: Date | null;
			readonly compared: ComparedEdits;
			readonly values: PlanContentInput;
	  }
	| { readonly kind: 'ended' }
	| { readonly kind: 'unknown-plan' }
	| Forbidden;

export async function editPlan(context: Context, actor: Actor, input: EditPlanInput): Promise<EditPlanOutcome> {
	if (!isAllowed('edit-plan', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.planId)) return { kind: 'unknown-plan' };
	const visible = await readPlans(context, actor, { planId: input.planId });
	if (visible.kind === 'forbidden') return forbidden;
	const [shown] = visible.plans;
	if (shown === undefined) return { kind: 'unknown-plan' };
	const key = { organisationId: actor.organisationId, planId: input.planId };
	return context.db.transaction().execute(async (db): Promise<EditPlanOutcome> => {
		const stored = await holdPlan(db, key);
		if (stored === null) return { kind: 'unknown-plan' };
		if (stored.endedAt !== null) return { kind: 'ended' };
		const { organisation } = await readPlanWorld(db, key.organisationId);
		const checked = checkPlanContent(context, input, {
			owners: [...lineOfManagement(placesToday(shown.places), organisation), ...keptOwner(shown)],
			defaultOwner: stored.owner,
			organisation,
			stored: stored.steps
		});
		if (input.version !== stored.version) {
			const events = await listPlanEvents(db, key);
			const theirs = planText(stored);
			const yours = textOfInput(input, checked.content.owner);
			const compared = compareEdits({ base: textAtVersion(theirs, events, input.version), theirs, yours });
			const last = events.findLast((event) => event.details.version !== undefined);
			return {
				kind: 'conflict',
				version: stored.version,
				changedBy: last?.person ?? '',
				changedAt: last?.happenedAt ?? null,
				compared,
				values: joinedInput(input, compared, stored)
			};
		}
		if (checked.kind === 'faulty') return { kind: 'faulty', problems: checked.problems };
		const version = stored.version + 1;
		const next: Plan = { ...stored, ...checked.content, version };
		const changed = changedFields(planText(stored), planText(next));
		const isSame = Object.keys(changed.after).length === 0 && areSameAddresses(stored, next);
		if (isSame) return { kind: 'saved' };
		await updatePlan(db, key, next);
		await addPlanEvent(db, key, {
			happenedAt: context.now(),
			person: actor.kind === 'person' ? actor.name : '',
			kind: 'changed',
			details: { version, ...changed }
		});
		if (!isSameOwner(stored.owner, next.owner))
			await queueOwnerLetter({ ...context, db }, actor, { plan: next, version, leaders: organisation.leaders });
		return { kind: 'saved' };
	});
}

/** The owner of before may stay, even if the person has other work now. */
function keptOwner({ owner }: ReadPlan): (PlanOwner & { readonly leaderId: string })[] {
	return owner.owner === null || owner.owner.leaderId === null || owner.state === 'left'
		? []
		: [{ ...owner.owner, leaderId: owner.owner.leaderId }];
}

/** A leader by the id, anybody else by address and name. */
function isSameOwner(before: PlanOwner | null, after: PlanOwner | null): boolean {
	if (before === null || after === null) return before === after;
	if (before.leaderId !== null || after.leaderId !== null) return before.leaderId === after.leaderId;
	return before.email === after.email && before.name === after.name;
}

function areSameAddresses(before: Plan, after: Plan): boolean {
	const addresses = (plan: Plan) => JSON.stringify([plan.owner, ...plan.steps.map((step) => step.ownerEmail)]);
	return addresses(before) === addresses(after);
}
