// Whoever is signed in sees what the identity house knows of them.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { findKnownPerson, readPersonalRows, type PersonalRows } from '#server/database/personal-data.ts';

export type PersonalDataExport = {
	readonly organisation: string;
	readonly emails: readonly string[];
	readonly exportedAt: string;
	readonly places: readonly PersonalRows[];
};

export type ReadOwnDataOutcome =
	| { readonly kind: 'own-data'; readonly data: PersonalDataExport }
	| { readonly kind: 'not-signed-in' }
	/** In the demonstration the person behind an address is made up. */
	| { readonly kind: 'demonstration' };

export async function readOwnData(context: Pick<Context, 'db' | 'now'>, actor: Actor): Promise<ReadOwnDataOutcome> {
	if (actor.kind !== 'person') return { kind: 'not-signed-in' };
	if (actor.isDemonstration) return { kind: 'demonstration' };
	const data = await personalDataOf(context, actor.organisationId, { email: actor.email });
	return data === null ? { kind: 'not-signed-in' } : { kind: 'own-data', data };
}

/** Null where the organisation knows nobody like that. */
export async function personalDataOf(
	context: Pick<Context, 'db' | 'now'>,
	organisationId: string,
	asked: { readonly email: string } | { readonly leaderId: string }
): Promise<PersonalDataExport | null> {
	const person = await findKnownPerson(context.db, organisationId, asked);
	if (person === null) return null;
	const organisation = await findOrganisation(context.db, organisationId);
	return {
		organisation: organisation?.name ?? '',
		emails: person.emails,
		exportedAt: context.now().toISOString(),
		places: await readPersonalRows(context.db, person)
	};
}
