// The programme lead says who may correct the evidence base. The person signs in with the address, as everybody does.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { grantRole } from '#server/database/organisations.ts';
import { findPerson } from '#server/database/people.ts';
import { parseAddress } from '#server/identity/address.ts';
import { recordOf } from '../accounts/account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type GrantEvidenceEditorOutcome =
	| { readonly kind: 'granted'; readonly email: string }
	| { readonly kind: 'not-an-address' }
	/** Another organisation knows the address: a role here would not reach the person, or take that organisation from them. */
	| { readonly kind: 'known-elsewhere' }
	| Forbidden;

export async function grantEvidenceEditor(
	context: Pick<Context, 'db' | 'now' | 'randomId'>,
	actor: Actor,
	input: { readonly email: string }
): Promise<GrantEvidenceEditorOutcome> {
	if (!isAllowed('grant-evidence-editor', actor) || actor.kind === 'visitor') return forbidden;
	// In the demonstration everybody is the same programme lead.
	if (actor.kind === 'person' && actor.isDemonstration) return forbidden;
	const email = parseAddress(input.email);
	if (email === null) return { kind: 'not-an-address' };
	const person = await findPerson(context.db, email);
	if (person !== null && person.organisationId !== actor.organisationId) return { kind: 'known-elsewhere' };
	await grantRole(context.db, actor.organisationId, { email, role: 'evidence-editor', at: context.now() });
	await recordOf(context, actor, { action: 'grant-role evidence-editor', email });
	return { kind: 'granted', email };
}
