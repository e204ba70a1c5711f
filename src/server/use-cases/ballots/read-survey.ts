// What a leader sees before answering: the same page for everybody in the round, so that reading it says nothing of who reads.
import type { Instrument } from '#domain/instrument/instrument.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { findRoundAnywhere } from '#server/database/rounds.ts';
import { findInstrument } from '../rounds/find-instrument.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { isUuid } from '../is-uuid.ts';

export type ReadSurveyOutcome =
	| {
			readonly kind: 'survey';
			readonly round: { readonly id: string; readonly name: string; readonly closesOn: string };
			readonly organisationName: string;
			readonly isDemonstration: boolean;
			/** Fewest responses a shown group holds. */
			readonly threshold: number;
			/** Fewest leaders a group was made of. */
			readonly minimumInvited: number;
			readonly instrument: Instrument;
	  }
	| { readonly kind: 'unknown-round' }
	| { readonly kind: 'not-open'; readonly opensOn: string }
	| { readonly kind: 'closed'; readonly roundId: string }
	| Forbidden;

export async function readSurvey(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<ReadSurveyOutcome> {
	if (!isAllowed('read-survey', actor)) return forbidden;
	const round = isUuid(input.roundId) ? await findRoundAnywhere(context.db, input.roundId) : null;
	if (round === null || round.source === 'imported') return { kind: 'unknown-round' };
	if (round.openedAt === null) return { kind: 'not-open', opensOn: round.opensOn };
	if (round.closedAt !== null) return { kind: 'closed', roundId: round.id };
	const organisation = await findOrganisation(context.db, round.organisationId);
	return {
		kind: 'survey',
		round: { id: round.id, name: round.name, closesOn: round.closesOn },
		organisationName: organisation?.name ?? '',
		isDemonstration: organisation?.isDemonstration ?? false,
		threshold: round.threshold,
		minimumInvited: round.minimumInvited,
		instrument: await findInstrument(context, round)
	};
}
