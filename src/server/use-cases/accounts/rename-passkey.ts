import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { renamePasskey as rename } from '#server/database/passkeys.ts';
import { longestPasskeyName } from './add-passkey.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type RenamePasskeyOutcome =
	{ readonly kind: 'renamed' } | { readonly kind: 'no-name' } | { readonly kind: 'unknown-passkey' } | Forbidden;

/** A name for the owner's eyes: "arbejdstelefon". */
export async function renamePasskey(
	context: Pick<Context, 'db'>,
	actor: Actor,
	input: { readonly passkeyId: string; readonly name: string }
): Promise<RenamePasskeyOutcome> {
	if (!isAllowed('rename-passkey', actor) || actor.kind !== 'person') return forbidden;
	const name = input.name.trim().slice(0, longestPasskeyName);
	if (name === '') return { kind: 'no-name' };
	const isRenamed = await rename(context.db, actor.email, { id: input.passkeyId, name });
	return { kind: isRenamed ? 'renamed' : 'unknown-passkey' };
}
