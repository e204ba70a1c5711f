// The programme lead says who may correct the evidence base. The person signs in with the address, as everybody does.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { grantRole } from '#server/database/organisations.ts';
import { parseAddress } from '#server/identity/address.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';

export type GrantEvidenceEditorOutcome =
	{ readonly kind: 'granted'; readonly email: string } | { readonly kind: 'not-an-address' } | Forbidden;

export async function grantEvidenceEditor(
	context: Pick<Context, 'db' | 'now'>,
	actor: Actor,
	input: { readonly email: string }
): Promise<GrantEvidenceEditorOutcome> {
	if (!isAllowed('grant-evidence-editor', actor) || actor.kind === 'visitor') return forbidden;
	const email = parseAddress(input.email);
	if (email === null) return { kind: 'not-an-address' };
	await grantRole(context.db, actor.organisationId, { email, role: 'evidence-editor', at: context.now() });
	return { kind: 'granted', email };
}
