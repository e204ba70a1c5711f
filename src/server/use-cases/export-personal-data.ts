// What somebody asks to see of themselves, handed out by the programme lead, who knows that it is they who ask.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { parseAddress } from '#server/identity/address.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';
import { personalDataOf, type PersonalDataExport } from './read-own-data.ts';

export type ExportPersonalDataOutcome =
	| { readonly kind: 'personal-data'; readonly data: PersonalDataExport }
	| { readonly kind: 'unknown-person' }
	| Forbidden;

/** `person`: an address, or the id of a leader of the roster. */
export async function exportPersonalData(
	context: Pick<Context, 'db' | 'now'>,
	actor: Actor,
	input: { readonly person: string }
): Promise<ExportPersonalDataOutcome> {
	if (!isAllowed('export-personal-data', actor) || actor.kind === 'visitor') return forbidden;
	const data = await personalDataOf(context, actor.organisationId, askedFor(input.person));
	return data === null ? { kind: 'unknown-person' } : { kind: 'personal-data', data };
}

export function askedFor(person: string): { readonly email: string } | { readonly leaderId: string } {
	const email = parseAddress(person);
	return email === null ? { leaderId: person.trim() } : { email };
}
