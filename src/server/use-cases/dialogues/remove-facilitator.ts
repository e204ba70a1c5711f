// A facilitator is taken off a group's dialogue, can no longer open the group, and is released from its meeting.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findDialoguePlace } from './dialogue-place.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { releaseFacilitator } from './release-facilitator.ts';

export type RemoveFacilitatorOutcome = { readonly kind: 'removed' } | { readonly kind: 'unknown-group' } | Forbidden;

export async function removeFacilitator(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string; readonly groupId: string; readonly email: string }
): Promise<RemoveFacilitatorOutcome> {
	if (!isAllowed('remove-facilitator', actor) || actor.kind === 'visitor') return forbidden;
	const place = await findDialoguePlace(context, actor, input);
	if (place === null) return { kind: 'unknown-group' };
	const email = input.email.trim().toLowerCase();
	await context.db.transaction().execute((db) => releaseFacilitator({ ...context, db }, place, email));
	return { kind: 'removed' };
}
