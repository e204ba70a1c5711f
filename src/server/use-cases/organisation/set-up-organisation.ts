// The first administrator names the organisation and is signed in at once: the link was printed on the machine itself.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { grantRole, insertOrganisation } from '#server/database/organisations.ts';
import { findSetupLink, takeSetupLink } from '#server/database/setup-links.ts';
import { parseAddress } from '#server/identity/address.ts';
import type { Identity } from '#server/identity/identity.ts';
import type { SessionCookie } from '#server/identity/session-cookie.ts';
import { hashSetupToken } from '#server/use-cases/accounts/create-setup-link.ts';
import { forbidden, isAllowed, type Forbidden } from '#server/use-cases/permissions.ts';

export type SetUpOrganisationInput = {
	readonly token: string;
	readonly organisationName: string;
	readonly name: string;
	readonly email: string;
	/** Where the request came from; counted in memory, never kept. */
	readonly client: string;
};

export type SetUpField = 'organisationName' | 'name' | 'email';

export type SetUpOrganisationOutcome =
	| { readonly kind: 'set-up'; readonly organisationId: string; readonly cookies: readonly SessionCookie[] }
	| { readonly kind: 'incomplete'; readonly fields: readonly SetUpField[] }
	| { readonly kind: 'wrong' | 'used' | 'too-many' }
	| Forbidden;

export async function setUpOrganisation(
	context: Pick<Context, 'db' | 'now'> & { readonly identity: Identity },
	actor: Actor,
	input: SetUpOrganisationInput
): Promise<SetUpOrganisationOutcome> {
	if (!isAllowed('set-up-organisation', actor)) return forbidden;
	const { db, identity, now } = context;
	const organisationName = oneLine(input.organisationName);
	const name = oneLine(input.name);
	const email = parseAddress(input.email);
	const fields: SetUpField[] = [];
	if (organisationName === '' || organisationName.length > 200) fields.push('organisationName');
	if (name === '' || name.length > 200) fields.push('name');
	if (email === null) fields.push('email');
	if (fields.length > 0 || email === null) return { kind: 'incomplete', fields };

	const at = now();
	const tokenHash = hashSetupToken(input.token);
	const organisationId = await db.transaction().execute(async (transaction) => {
		const link = await takeSetupLink(transaction, tokenHash, at);
		if (link === null) return null;
		await insertOrganisation(transaction, {
			id: link.organisationId,
			name: organisationName,
			isDemonstration: false,
			createdAt: at
		});
		for (const role of ['programme-lead', 'operator', 'evidence-editor'])
			await grantRole(transaction, link.organisationId, { email, role, at });
		return link.organisationId;
	});
	if (organisationId === null) {
		if (!identity.wrongTokens.count(input.client, at)) return { kind: 'too-many' };
		return { kind: (await findSetupLink(db, tokenHash)) === null ? 'wrong' : 'used' };
	}
	return { kind: 'set-up', organisationId, cookies: await identity.startSession({ email, name }) };
}

function oneLine(text: string): string {
	return text.replace(/\p{Cc}+/gu, ' ').trim();
}
