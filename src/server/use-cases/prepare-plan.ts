// What a plan for a group begins with: its name, the factors to aim at, and the interventions to choose from.
import type { Factor, FactorId, Intervention } from '#domain/evidence/evidence.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';
import { readGroupResult } from './read-group-result.ts';

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
	  }
	| { readonly kind: 'unknown-group' }
	| Forbidden;

export async function preparePlan(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string; readonly groupId: string }
): Promise<PreparePlanOutcome> {
	if (!isAllowed('prepare-plan', actor)) return forbidden;
	const read = await readGroupResult(context, actor, input);
	if (read.kind === 'forbidden') return forbidden;
	if (read.kind === 'unknown-group') return { kind: 'unknown-group' };
	return {
		kind: 'choices',
		roundId: input.roundId,
		groupId: input.groupId,
		groupName: read.result.group.name,
		factors: context.evidence.factors,
		suggestedFactor: read.standsOut.weighsMost[0]?.factor ?? null,
		interventions: context.evidence.interventions
	};
}
