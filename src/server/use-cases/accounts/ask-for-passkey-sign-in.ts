// Somebody wants to sign in with a passkey: what the browser is asked. It is the same for everybody.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import type { Identity } from '#server/identity/identity.ts';
import type { PasskeyQuestion } from '#server/identity/passkeys.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type AskForPasskeySignInOutcome =
	({ readonly kind: 'question' } & PasskeyQuestion) | { readonly kind: 'too-many' } | Forbidden;

export async function askForPasskeySignIn(
	context: Pick<Context, 'now'> & { readonly identity: Identity },
	actor: Actor,
	input: { readonly client: string }
): Promise<AskForPasskeySignInOutcome> {
	if (!isAllowed('ask-for-passkey-sign-in', actor)) return forbidden;
	if (!context.identity.begins.count(input.client, context.now())) return { kind: 'too-many' };
	return { kind: 'question', ...(await context.identity.passkeys.askToSignIn()) };
}
