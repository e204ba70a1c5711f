// A person wants to add a passkey: what the browser is asked.
import type { Actor } from '#server/actor.ts';
import type { Identity } from '#server/identity/identity.ts';
import type { PasskeyQuestion } from '#server/identity/passkeys.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type AskForPasskeyOutcome =
	| ({ readonly kind: 'question' } & PasskeyQuestion)
	/** The demonstration has no accounts. */
	| { readonly kind: 'no-session' }
	| Forbidden;

export async function askForPasskey(
	context: { readonly identity: Identity },
	actor: Actor,
	input: { readonly headers: Headers }
): Promise<AskForPasskeyOutcome> {
	if (!isAllowed('ask-for-passkey', actor)) return forbidden;
	const question = await context.identity.passkeys.askToAdd(input.headers);
	return question === null ? { kind: 'no-session' } : { kind: 'question', ...question };
}
