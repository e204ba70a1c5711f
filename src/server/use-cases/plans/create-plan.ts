// A plan is decided: an owner with mandate, steps with an owner, a level and a date. A plan of individual steps only is
// flagged, not refused.
import { lineOfManagement } from '#domain/plan/line-of-management.ts';
import { hasOnlyIndividualSteps, type PlanOwner, type PlanPlace } from '#domain/plan/plan.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { addPlanEvent } from '#server/database/plan-events.ts';
import { insertPlan } from '#server/database/plans.ts';
import { findRound } from '#server/database/rounds.ts';
import { isUuid } from '../is-uuid.ts';
import { isOutdatedFor } from '../rounds/newer-round.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { checkPlanContent, type PlanContentInput, type PlanProblem } from './plan-content.ts';
import { queueOwnerLetter } from './plan-letters.ts';
import { mayPlanFor, placesOfGroupToday, readPlanWorld, type PlanWorld } from './plan-world.ts';
import { findReadRelease, readableGroupIds } from '../results/readable-groups.ts';

export type { PlanProblem, PlanStepInput } from './plan-content.ts';

export type PlanInput = PlanContentInput & { readonly roundId: string; readonly groupId: string };

export type CreatePlanOutcome =
	| { readonly kind: 'decided'; readonly planId: string; readonly hasOnlyIndividualSteps: boolean }
	| { readonly kind: 'faulty'; readonly problems: readonly PlanProblem[] }
	| Forbidden;

export async function createPlan(context: Context, actor: Actor, input: PlanInput): Promise<CreatePlanOutcome> {
	if (!isAllowed('create-plan', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	const world = await readPlanWorld(context.db, organisationId);
	const found = await placesToPlanFor(context, actor, input, world);
	if (found === 'newer-round' || found === 'not-in-line')
		return { kind: 'faulty', problems: [{ code: found, step: null }] };
	const places = found === 'unknown-group' ? [] : found;
	const checked = checkPlanContent(context, input, {
		owners: lineOfManagement(places, world.organisation),
		defaultOwner: leaderOf(actor, world),
		organisation: world.organisation,
		stored: []
	});
	const problems = [
		...(checked.kind === 'faulty' ? checked.problems : []),
		...(found === 'unknown-group' ? [{ code: found, step: null } as const] : [])
	];
	if (problems.length > 0) return { kind: 'faulty', problems };
	const planId = context.randomId();
	const person = actor.kind === 'person' ? actor.name : 'system';
	const { content } = checked;
	await context.db.transaction().execute(async (db) => {
		await insertPlan(db, organisationId, {
			...content,
			id: planId,
			roundId: input.roundId,
			groupId: input.groupId,
			decidedAt: context.now(),
			decidedBy: person,
			places
		});
		await addPlanEvent(db, { organisationId, planId }, { happenedAt: context.now(), person, kind: 'decided' });
		const plan = { id: planId, title: content.title, owner: content.owner };
		const { leaders } = world.organisation;
		await queueOwnerLetter({ ...context, db }, actor, { plan, version: 1, leaders });
	});
	return { kind: 'decided', planId, hasOnlyIndividualSteps: hasOnlyIndividualSteps(content.steps) };
}

/** Where the group is today, or why the actor may not plan for it from here. */
async function placesToPlanFor(
	context: Context,
	actor: Exclude<Actor, { kind: 'visitor' }>,
	input: PlanInput,
	world: PlanWorld
): Promise<PlanPlace[] | 'unknown-group' | 'newer-round' | 'not-in-line'> {
	const round = isUuid(input.roundId)
		? await findRound(context.db, { organisationId: actor.organisationId, roundId: input.roundId })
		: null;
	const read = round === null ? null : await findReadRelease(context, round);
	if (round === null || read === null) return 'unknown-group';
	if (!(await readableGroupIds(context, actor, round, read.release)).has(input.groupId)) return 'unknown-group';
	const group = { round, release: read.release, groupId: input.groupId };
	if (await isOutdatedFor(context, actor, group)) return 'newer-round';
	const places = await placesOfGroupToday(context.db, group, world);
	return mayPlanFor(actor, places, world) ? places : 'not-in-line';
}

function leaderOf(actor: Actor, { organisation }: PlanWorld): PlanOwner | null {
	const leader = actor.kind === 'person' ? organisation.leaders.find((one) => one.id === actor.leaderId) : undefined;
	return leader === undefined ? null : { leaderId: leader.id, name: leader.name, email: leader.email };
}
