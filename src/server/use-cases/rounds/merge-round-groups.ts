// The programme lead puts neighbouring groups together, so that more leaders stand behind each figure.
import { neighbourhood } from '#domain/round/merge-groups.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { changeRoundGroups, type NotChangeable } from './change-round-groups.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { planStoredRound } from './plan-round-groups.ts';

export type MergeRoundGroupsOutcome =
	| { readonly kind: 'merged' }
	| { readonly kind: 'too-few-chosen' }
	/** They lie in different parts of the organisation: what lies between would have to come along. */
	| { readonly kind: 'not-neighbours' }
	/** The groups have changed since the page was shown. */
	| { readonly kind: 'unknown-group' }
	| NotChangeable
	| Forbidden;

export async function mergeRoundGroups(
	context: Pick<Context, 'db'>,
	actor: Actor,
	input: { readonly roundId: string; readonly groupIds: readonly string[] }
): Promise<MergeRoundGroupsOutcome> {
	if (!isAllowed('merge-round-groups', actor) || actor.kind === 'visitor') return forbidden;
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const groupIds = [...new Set(input.groupIds)].sort();
	return changeRoundGroups<MergeRoundGroupsOutcome>(context, key, async ({ db, round, choices }) => {
		if (groupIds.length < 2) return { outcome: { kind: 'too-few-chosen' } };
		const { plan, units } = await planStoredRound(db, round);
		const groups = plan.kind === 'planned' ? plan.groups.filter((group) => groupIds.includes(group.id)) : [];
		if (groups.length < groupIds.length) return { outcome: { kind: 'unknown-group' } };
		const place = neighbourhood(units)(groups.map((group) => group.unitId));
		if (place === null) return { outcome: { kind: 'not-neighbours' } };
		return { outcome: { kind: 'merged' }, choices: { ...choices, merges: [...choices.merges, groupIds] } };
	});
}
