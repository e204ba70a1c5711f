// The first right code of a new authenticator app: it counts from now on, and ten recovery codes are told this once.
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listPasskeys } from '#server/database/passkeys.ts';
import { findPerson } from '#server/database/people.ts';
import type { SessionCookie } from '#server/identity/session-cookie.ts';
import { recordOf, tellOwner } from './account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import type { SignInContext } from './who-is-signed-in.ts';

export type SetUpSecondStepOutcome =
	| {
			readonly kind: 'set-up';
			readonly cookies: readonly SessionCookie[];
			readonly recoveryCodes: readonly string[];
	  }
	| { readonly kind: 'not-signed-in' | 'wrong' }
	| Forbidden;

export async function setUpSecondStep(
	context: SignInContext & Pick<Context, 'settings'>,
	actor: Actor,
	input: { readonly headers: Headers; readonly code: string; readonly language: Language }
): Promise<SetUpSecondStepOutcome> {
	if (!isAllowed('set-up-second-step', actor)) return forbidden;
	const { db, identity } = context;
	const session = await identity.readSession(input.headers);
	const person = session === null ? null : await findPerson(db, session.email);
	if (session === null || person === null) return { kind: 'not-signed-in' };
	// Whoever has a passkey signs in with it first: a mailbox alone must not put an app in its place.
	if (session.factors === 1 && (await listPasskeys(db, person.email)).length > 0) return { kind: 'not-signed-in' };
	const outcome = await identity.secondStep.confirmApp({ email: person.email, sessionId: session.id }, input.code);
	if (outcome.kind !== 'confirmed') return { kind: outcome.kind === 'wrong' ? 'wrong' : 'not-signed-in' };
	const cookies = await identity.raiseSession(input.headers);
	await recordOf(context, person, { action: 'add-app' });
	await tellOwner(context, person, 'app-added', input.language);
	return { kind: 'set-up', cookies: cookies ?? [], recoveryCodes: outcome.recoveryCodes };
}
