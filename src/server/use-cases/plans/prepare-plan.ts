// What a plan for a group begins with: its name, the factors to aim at, who could answer for it, the interventions to choose from.
import type { Factor, FactorId, Intervention } from '#domain/evidence/evidence.ts';
import { lineOfManagement, type LineMember } from '#domain/plan/line-of-management.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findRound } from '#server/database/rounds.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { mayPlanFor, placesOfGroupToday, readPlanWorld } from './plan-world.ts';
import { findReadRelease } from '../results/readable-groups.ts';
import { readGroupResult } from '../results/read-group-result.ts';

export type PreparePlanOutcome =
	| {
			readonly kind: 'choices';
			readonly roundId: string;
			readonly groupId: string;
			readonly groupName: string;
			readonly factors: readonly Factor[];
			/** The one that weighs most in the group, or null. */
			readonly suggestedFactor: FactorId | null;
			readonly interventions: readonly Intervention[];
			/** Nearest first: the managers of the group, then the line above. */
			readonly owners: readonly LineMember[];
			/** Names to write as the owner of a step: the line and the leaders of the group. */
			readonly names: readonly string[];
	  }
	| { readonly kind: 'unknown-group' }
	/** A later round has the group: plans are made from there. */
	| { readonly kind: 'newer-round' }
	/** Others lead the group today. */
	| { readonly kind: 'not-in-line' }
	| Forbidden;

export async function preparePlan(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string; readonly groupId: string }
): Promise<PreparePlanOutcome> {
	if (!isAllowed('prepare-plan', actor) || actor.kind === 'visitor') return forbidden;
	const read = await readGroupResult(context, actor, input);
	if (read.kind === 'forbidden') return forbidden;
	if (read.kind === 'unknown-group') return { kind: 'unknown-group' };
	if (actor.kind === 'person' && read.newerRound !== null) return { kind: 'newer-round' };
	const world = await readPlanWorld(context.db, actor.organisationId);
	const round = await findRound(context.db, { organisationId: actor.organisationId, roundId: input.roundId });
	const release = round === null ? null : await findReadRelease(context, round);
	const places =
		round === null || release === null
			? []
			: await placesOfGroupToday(context.db, { round, release: release.release, groupId: input.groupId }, world);
	if (!mayPlanFor(actor, places, world)) return { kind: 'not-in-line' };
	const owners = lineOfManagement(places, world.organisation);
	const own = new Set(places.flatMap((place) => place.leaderIds));
	const leaders = world.organisation.leaders.filter((leader) => own.has(leader.id)).map((leader) => leader.name);
	return {
		kind: 'choices',
		roundId: input.roundId,
		groupId: input.groupId,
		groupName: read.result.group.name,
		factors: context.evidence.factors,
		suggestedFactor: read.standsOut.weighsMost[0]?.factor ?? null,
		interventions: context.evidence.interventions,
		owners,
		names: [...new Set([...owners.map((owner) => owner.name), ...leaders])]
	};
}
