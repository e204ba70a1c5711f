// What somebody asks to see of themselves, handed out by the programme lead, who knows that it is they who ask.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findKnownPerson } from '#server/database/personal-data.ts';
import { parseAddress } from '#server/identity/address.ts';
import { recordOf } from '../accounts/account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { personalDataOf, type PersonalDataExport } from './read-own-data.ts';

export type ExportPersonalDataOutcome =
	| { readonly kind: 'personal-data'; readonly data: PersonalDataExport }
	| { readonly kind: 'unknown-person' }
	| Forbidden;

/** `person`: an address, or the id of a leader of the roster. */
export async function exportPersonalData(
	context: Pick<Context, 'db' | 'now' | 'randomId'>,
	actor: Actor,
	input: { readonly person: string }
): Promise<ExportPersonalDataOutcome> {
	if (!isAllowed('export-personal-data', actor) || actor.kind === 'visitor') return forbidden;
	const asked = askedFor(input.person);
	const person = await findKnownPerson(context.db, actor.organisationId, asked);
	const data = await personalDataOf(context, actor.organisationId, asked);
	if (person === null || data === null) return { kind: 'unknown-person' };
	const isMadeUp = actor.kind === 'person' && actor.isDemonstration;
	if (!isMadeUp) await recordOf(context, actor, { action: 'read-person', leaderIds: person.leaderIds });
	return { kind: 'personal-data', data };
}

export function askedFor(person: string): { readonly email: string } | { readonly leaderId: string } {
	const email = parseAddress(person);
	return email === null ? { leaderId: person.trim() } : { email };
}
