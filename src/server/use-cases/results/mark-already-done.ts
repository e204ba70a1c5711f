// A group says that it already does an intervention, or takes it back.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { removePractice, savePractice } from '#server/database/fit.ts';
import { findGroupToAnswerFor, nameBeside } from './fit-group.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type MarkAlreadyDoneOutcome =
	| { readonly kind: 'marked' }
	| { readonly kind: 'unknown-group' }
	/** A later round has the group: it answers from there. */
	| { readonly kind: 'newer-round' }
	| { readonly kind: 'unknown-intervention' }
	| Forbidden;

export async function markAlreadyDone(
	context: Context,
	actor: Actor,
	input: {
		readonly roundId: string;
		readonly groupId: string;
		readonly interventionId: string;
		readonly isDone: boolean;
	}
): Promise<MarkAlreadyDoneOutcome> {
	if (!isAllowed('mark-already-done', actor) || actor.kind === 'visitor') return forbidden;
	const found = await findGroupToAnswerFor(context, actor, input);
	if (found === null) return { kind: 'unknown-group' };
	if (found.kind === 'newer-round') return found;
	const { interventionId } = input;
	if (!context.evidence.interventions.some((one) => one.id === interventionId)) return { kind: 'unknown-intervention' };
	const key = { organisationId: actor.organisationId, lastingId: found.lastingId };
	if (input.isDone)
		await savePractice(context.db, key, { interventionId, markedBy: nameBeside(actor), markedAt: context.now() });
	else await removePractice(context.db, key, interventionId);
	return { kind: 'marked' };
}
