// A merge is taken back, or all those that the roster no longer allows.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { changeRoundGroups, type NotChangeable } from './change-round-groups.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { planStoredRound } from './plan-round-groups.ts';

export type UndoRoundMergeOutcome =
	| { readonly kind: 'undone' }
	/** Somebody was faster, or the roster has changed. */
	| { readonly kind: 'nothing-to-undo' }
	| NotChangeable
	| Forbidden;

/** `groupId`: of a merged group, whose last merge is taken back; null: the merges that could not be done as wished. */
export async function undoRoundMerge(
	context: Pick<Context, 'db'>,
	actor: Actor,
	input: { readonly roundId: string; readonly groupId: string | null }
): Promise<UndoRoundMergeOutcome> {
	if (!isAllowed('undo-round-merge', actor) || actor.kind === 'visitor') return forbidden;
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	return changeRoundGroups<UndoRoundMergeOutcome>(context, key, async ({ db, round, choices }) => {
		const { plan } = await planStoredRound(db, round);
		if (plan.kind === 'too-few') return { outcome: { kind: 'nothing-to-undo' } };
		const parts = new Set(plan.groups.find((group) => group.id === input.groupId)?.mergedFrom);
		const last = choices.merges.findLastIndex((merge) => merge.some((id) => parts.has(id)));
		const outdated = new Set(plan.mergeProblems.map((problem) => problem.merge));
		const merges = choices.merges.filter((_, index) =>
			input.groupId === null ? !outdated.has(index) : index !== last
		);
		if (merges.length === choices.merges.length) return { outcome: { kind: 'nothing-to-undo' } };
		return { outcome: { kind: 'undone' }, choices: { ...choices, merges } };
	});
}
