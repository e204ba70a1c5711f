// The browser has signed with a passkey. It counts as two factors: the device, and the finger, face or code that it asked for.
import type { Actor } from '#server/actor.ts';
import { findPerson } from '#server/database/people.ts';
import { endSessionsOf } from '#server/database/sessions.ts';
import type { SessionCookie } from '#server/identity/session-cookie.ts';
import { recordOf } from './account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import type { SignInContext } from './who-is-signed-in.ts';

export type ConfirmPasskeySignInOutcome =
	| { readonly kind: 'signed-in'; readonly cookies: readonly SessionCookie[] }
	/** Unknown or removed, or the answer to another question. */
	| { readonly kind: 'refused' }
	/** The passkey is right, and its owner has no role and no place in an organisation any more. */
	| { readonly kind: 'no-access' }
	| { readonly kind: 'too-many' }
	| Forbidden;

export async function confirmPasskeySignIn(
	context: SignInContext,
	actor: Actor,
	input: { readonly headers: Headers; readonly answer: unknown; readonly client: string }
): Promise<ConfirmPasskeySignInOutcome> {
	if (!isAllowed('confirm-passkey-sign-in', actor)) return forbidden;
	const signedIn = await context.identity.passkeys.signIn(input.headers, input.answer);
	if (signedIn === null) {
		const isWithin = context.identity.wrongTokens.count(input.client, context.now());
		return { kind: isWithin ? 'refused' : 'too-many' };
	}
	const person = await findPerson(context.db, signedIn.email);
	if (person === null) {
		await endSessionsOf(context.db, [signedIn.email]);
		return { kind: 'no-access' };
	}
	// A weaker session that waited for its second step has no use any more.
	await context.identity.endSession(input.headers);
	await recordOf(context, person, { action: 'sign-in-passkey' });
	return { kind: 'signed-in', cookies: signedIn.cookies };
}
