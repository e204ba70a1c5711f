// A facilitator is taken off a group's dialogue, and can no longer open the group.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { dropFacilitator } from '#server/database/dialogue-people.ts';
import { findDialoguePlace } from './dialogue-place.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';

export type RemoveFacilitatorOutcome = { readonly kind: 'removed' } | { readonly kind: 'unknown-group' } | Forbidden;

export async function removeFacilitator(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string; readonly groupId: string; readonly email: string }
): Promise<RemoveFacilitatorOutcome> {
	if (!isAllowed('remove-facilitator', actor) || actor.kind === 'visitor') return forbidden;
	const place = await findDialoguePlace(context, actor, input);
	if (place === null) return { kind: 'unknown-group' };
	await dropFacilitator(context.db, place.key, input.email.trim().toLowerCase());
	return { kind: 'removed' };
}
