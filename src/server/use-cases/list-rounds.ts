// The rounds of an organisation, newest first; readers of results see the released ones only.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listRounds as listStoredRounds, type Round } from '#server/database/rounds.ts';
import { forbidden, hasRole, isAllowed, type Forbidden } from './permissions.ts';

export type ListRoundsOutcome = { readonly kind: 'rounds'; readonly rounds: readonly Round[] } | Forbidden;

export async function listRounds(context: Context, actor: Actor): Promise<ListRoundsOutcome> {
	if (!isAllowed('list-rounds', actor) || actor.kind === 'visitor') return forbidden;
	const rounds = await listStoredRounds(context.db, actor.organisationId);
	const seesAll = actor.kind === 'system' || hasRole(actor, 'programme-lead');
	return { kind: 'rounds', rounds: seesAll ? rounds : rounds.filter((round) => round.releasedAt !== null) };
}
