// A programme lead gives somebody a role. The person signs in with the address, as everybody does.
import type { Actor, Role } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { grantRole as grant } from '#server/database/organisations.ts';
import { findPerson } from '#server/database/people.ts';
import { parseAddress } from '#server/identity/address.ts';
import { recordOf } from './account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

/** What can be given. A manager's role follows from the roster; evidence editors have a page of their own. */
export const grantableRoles = [
	'programme-lead',
	'committee',
	'facilitator',
	'operator'
] as const satisfies readonly Role[];

export type GrantRoleOutcome =
	| { readonly kind: 'granted'; readonly email: string; readonly role: Role }
	/** In the order of the form. */
	| { readonly kind: 'faulty'; readonly problems: readonly ('not-an-address' | 'unknown-role')[] }
	/** Another organisation knows the address: a role here would not reach the person, or take that organisation from them. */
	| { readonly kind: 'known-elsewhere' }
	| Forbidden;

export async function grantRole(
	context: Pick<Context, 'db' | 'now' | 'randomId'>,
	actor: Actor,
	input: { readonly email: string; readonly role: string }
): Promise<GrantRoleOutcome> {
	if (!isAllowed('grant-role', actor) || actor.kind === 'visitor') return forbidden;
	if (actor.kind === 'person' && actor.isDemonstration) return forbidden;
	const role = grantableRoles.find((known) => known === input.role);
	const email = parseAddress(input.email);
	if (role === undefined || email === null) {
		return {
			kind: 'faulty',
			problems: [
				...(email === null ? (['not-an-address'] as const) : []),
				...(role === undefined ? (['unknown-role'] as const) : [])
			]
		};
	}
	const person = await findPerson(context.db, email);
	if (person !== null && person.organisationId !== actor.organisationId) return { kind: 'known-elsewhere' };
	await context.db.transaction().execute(async (db) => {
		await grant(db, actor.organisationId, { email, role, at: context.now() });
		await recordOf({ ...context, db }, actor, { action: `grant-role ${role}`, email });
	});
	return { kind: 'granted', email, role };
}
