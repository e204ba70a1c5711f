// Somebody chooses to sign in through the organisation's identity provider, and is sent there.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import type { Identity } from '#server/identity/identity.ts';
import type { SessionCookie } from '#server/identity/session-cookie.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type BeginSingleSignOnOutcome =
	| { readonly kind: 'begun'; readonly url: string; readonly cookie: SessionCookie }
	| { readonly kind: 'unreachable' | 'not-set' | 'too-many' }
	| Forbidden;

export async function beginSingleSignOn(
	context: Pick<Context, 'now'> & { readonly identity: Identity },
	actor: Actor,
	input: { readonly client: string }
): Promise<BeginSingleSignOnOutcome> {
	if (!isAllowed('begin-single-sign-on', actor)) return forbidden;
	const { singleSignOn, begins } = context.identity;
	if (singleSignOn === null) return { kind: 'not-set' };
	if (!begins.count(input.client, context.now())) return { kind: 'too-many' };
	return singleSignOn.begin();
}
