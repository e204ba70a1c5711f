// The identity provider sends somebody back. Who it is follows from the address that the provider vouches for; what that person
// may do is decided here, by the roles and the roster, and by nothing that the provider claims.
import type { Actor } from '#server/actor.ts';
import { findPerson } from '#server/database/people.ts';
import type { FinishedSignOn } from '#server/identity/single-sign-on.ts';
import type { SessionCookie } from '#server/identity/session-cookie.ts';
import { recordOf } from './account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import type { SignInContext } from './who-is-signed-in.ts';

export type FinishSingleSignOnOutcome =
	| { readonly kind: 'signed-in'; readonly cookies: readonly SessionCookie[] }
	/** The provider knows the person, and nobody here has that address. */
	| { readonly kind: 'unknown-person'; readonly email: string }
	| { readonly kind: 'not-set' }
	| Exclude<FinishedSignOn, { readonly kind: 'identified' }>
	| Forbidden;

export async function finishSingleSignOn(
	context: SignInContext,
	actor: Actor,
	input: { readonly url: URL; readonly cookie: string | null }
): Promise<FinishSingleSignOnOutcome> {
	if (!isAllowed('finish-single-sign-on', actor)) return forbidden;
	const { db, identity } = context;
	if (identity.singleSignOn === null) return { kind: 'not-set' };
	const finished = await identity.singleSignOn.finish(input.url, input.cookie);
	if (finished.kind !== 'identified') return finished;
	const person = await findPerson(db, finished.email);
	if (person === null) return { kind: 'unknown-person', email: finished.email };
	const cookies = await identity.startSession({ email: person.email, name: person.name }, finished.factors);
	await recordOf(context, person, { action: 'sign-in-single-sign-on' });
	return { kind: 'signed-in', cookies };
}
