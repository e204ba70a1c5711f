// Deletes what the identity house holds of somebody who has left. Answers cannot be found: nobody can tell whose they are.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findKnownPerson, findTies, readPersonalRows, removePerson } from '#server/database/personal-data.ts';
import { accountPlaces, personalPlaces } from '#server/database/personal-places.ts';
import { oweRewrites } from '#server/database/retention-runs.ts';
import { recordOf } from '../accounts/account-events.ts';
import { askedFor } from './export-personal-data.ts';
import { mentionsOf, type PersonMention } from './find-person-mentions.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type DeletePersonOutcome =
	| {
			readonly kind: 'deleted';
			/** By table, rows that were deleted or had the person taken out of them. */
			readonly removed: Readonly<Record<string, number>>;
			/** Tables in which the person still stands, for the reasons that the page gives. */
			readonly kept: readonly string[];
			/** Where others have written the name or the address in their own words. Not kept: nobody can look for it again. */
			readonly mentions: readonly PersonMention[];
	  }
	/** The next roster file would bring the person back: take them out of it first. */
	| { readonly kind: 'in-roster' }
	/** Invited to a round that is not over. */
	| { readonly kind: 'open-round' }
	/** Nobody could get into the programme any more. */
	| { readonly kind: 'last-programme-lead' }
	| { readonly kind: 'not-confirmed' }
	| { readonly kind: 'unknown-person' }
	| Forbidden;

export async function deletePerson(
	context: Pick<Context, 'db' | 'now' | 'randomId'>,
	actor: Actor,
	input: { readonly person: string; readonly isConfirmed: boolean }
): Promise<DeletePersonOutcome> {
	if (!isAllowed('delete-person', actor) || actor.kind === 'visitor') return forbidden;
	if (actor.kind === 'person' && actor.isDemonstration) return forbidden;
	return context.db.transaction().execute(async (db): Promise<DeletePersonOutcome> => {
		const person = await findKnownPerson(db, actor.organisationId, askedFor(input.person));
		if (person === null) return { kind: 'unknown-person' };
		const ties = await findTies(db, person);
		if (ties.isInRoster) return { kind: 'in-roster' };
		if (ties.isInvited) return { kind: 'open-round' };
		if (ties.isLastProgrammeLead) return { kind: 'last-programme-lead' };
		if (!input.isConfirmed) return { kind: 'not-confirmed' };
		const removed = await removePerson(db, person);
		// The files of the tables hold the person until they are rewritten, when the clock next comes round.
		await oweRewrites(db, actor.organisationId, touchedTables);
		await recordOf({ ...context, db }, actor, { action: 'delete-person', leaderIds: person.leaderIds });
		const kept = (await readPersonalRows(db, person)).map(({ table }) => table).filter(isKept);
		return { kind: 'deleted', removed, kept, mentions: await mentionsOf(db, person, 'after-deleting') };
	});
}

const touchedTables = [
	...personalPlaces.filter(({ removal }) => removal !== 'keep').map(({ table }) => table),
	...accountPlaces.map(({ table }) => table)
];

function isKept(table: string): boolean {
	return personalPlaces.some((place) => place.table === table && place.removal === 'keep');
}
