// From a session to a person: whoever owes a second factor is nobody yet.
import type { Person } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findPerson } from '#server/database/people.ts';
import { readSecondFactorRules } from '#server/database/second-factor-rules.ts';
import type { Identity, Session } from '#server/identity/identity.ts';

export type WhoIsSignedIn =
	| { readonly kind: 'nobody' }
	| { readonly kind: 'person'; readonly person: Person }
	/** One factor was shown, and this person needs two: nothing is open but the second step. */
	| { readonly kind: 'half'; readonly person: Person };

export type SignInContext = Pick<Context, 'db' | 'now' | 'randomId'> & { readonly identity: Identity };

export async function whoIsSignedIn(
	context: Pick<Context, 'db'> & { readonly identity: Identity },
	session: Session | null
): Promise<WhoIsSignedIn> {
	const person = session === null ? null : await findPerson(context.db, session.email);
	if (session === null || person === null) return { kind: 'nobody' };
	if (session.factors === 2) return { kind: 'person', person };
	const isOwed = (await context.identity.secondStep.hasApp(person.email)) || (await isRequired(context, person));
	return isOwed ? { kind: 'half', person } : { kind: 'person', person };
}

/** True where the organisation asks for a second factor for a role that the person has. */
export async function isRequired(context: Pick<Context, 'db'>, person: Person): Promise<boolean> {
	const required = await readSecondFactorRules(context.db, person.organisationId);
	return person.roles.some((role) => required.includes(role));
}
