import type { Actor } from '#server/actor.ts';
import type { Identity } from '#server/identity/identity.ts';
import type { SessionCookie } from '#server/identity/session-cookie.ts';
import { forbidden, isAllowed, type Forbidden } from '#server/use-cases/permissions.ts';

export type SignOutOutcome = { readonly kind: 'signed-out'; readonly cookies: readonly SessionCookie[] } | Forbidden;

export async function signOut(
	context: { readonly identity: Identity },
	actor: Actor,
	input: { readonly headers: Headers }
): Promise<SignOutOutcome> {
	if (!isAllowed('sign-out', actor)) return forbidden;
	return { kind: 'signed-out', cookies: await context.identity.endSession(input.headers) };
}
