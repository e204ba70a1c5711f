import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { removePasskeys } from '#server/database/passkeys.ts';
import { recordOf, tellOwner } from './account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type RemovePasskeyOutcome = { readonly kind: 'removed' } | { readonly kind: 'unknown-passkey' } | Forbidden;

/** From now on it signs nobody in. The device may still offer it; it is refused. */
export async function removePasskey(
	context: Pick<Context, 'db' | 'now' | 'randomId' | 'settings'>,
	actor: Actor,
	input: { readonly passkeyId: string; readonly language: Language }
): Promise<RemovePasskeyOutcome> {
	if (!isAllowed('remove-passkey', actor) || actor.kind !== 'person') return forbidden;
	// "all" is a word of the database's own.
	const removed = input.passkeyId === 'all' ? 0 : await removePasskeys(context.db, actor.email, input.passkeyId);
	if (removed === 0) return { kind: 'unknown-passkey' };
	await recordOf(context, actor, { action: 'remove-passkey' });
	await tellOwner(context, actor, 'passkey-removed', input.language);
	return { kind: 'removed' };
}
