// The rounds of an organisation, newest first. Readers of results see the released ones; the committee, as witness of the
// list of groups, those that have been opened.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listRounds as listStoredRounds, type Round } from '#server/database/rounds.ts';
import { forbidden, hasRole, isAllowed, type Forbidden } from '../permissions.ts';

export type ListRoundsOutcome = { readonly kind: 'rounds'; readonly rounds: readonly Round[] } | Forbidden;

export async function listRounds(context: Context, actor: Actor): Promise<ListRoundsOutcome> {
	if (!isAllowed('list-rounds', actor) || actor.kind === 'visitor') return forbidden;
	const rounds = await listStoredRounds(context.db, actor.organisationId);
	const seesAll = actor.kind === 'system' || hasRole(actor, 'programme-lead');
	if (seesAll) return { kind: 'rounds', rounds };
	const isWitness = hasRole(actor, 'committee');
	return {
		kind: 'rounds',
		rounds: rounds.filter((round) => round.releasedAt !== null || (isWitness && round.openedAt !== null))
	};
}
