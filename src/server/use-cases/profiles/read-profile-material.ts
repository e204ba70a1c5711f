// Everything that a browser needs to make a private profile. The same for everybody: no answer or score is sent here.
import type { Factor } from '#domain/evidence/evidence.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { candidatesOf, type Candidate } from '#domain/recommendation/rank-interventions.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { findRoundAnywhere } from '#server/database/rounds.ts';
import { listEarlierRounds } from '../rounds/earlier-rounds.ts';
import { findInstrument } from '../rounds/find-instrument.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ReadProfileMaterialOutcome =
	| {
			readonly kind: 'material';
			readonly roundId: string;
			readonly roundName: string;
			readonly isDemonstration: boolean;
			readonly instrument: Instrument;
			readonly factors: readonly Factor[];
			readonly candidates: readonly Candidate[];
			/** Closed rounds before this one, newest first, where a leader may have kept a profile. */
			readonly earlierRounds: readonly {
				readonly id: string;
				readonly name: string;
				readonly instrumentId: string;
				readonly instrumentVersion: number;
			}[];
	  }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function readProfileMaterial(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<ReadProfileMaterialOutcome> {
	if (!isAllowed('read-profile-material', actor)) return forbidden;
	const round = isUuid(input.roundId) ? await findRoundAnywhere(context.db, input.roundId) : null;
	if (round === null || round.openedAt === null || round.source === 'imported') return { kind: 'unknown-round' };
	const organisation = await findOrganisation(context.db, round.organisationId);
	return {
		kind: 'material',
		roundId: round.id,
		roundName: round.name,
		isDemonstration: organisation?.isDemonstration ?? false,
		instrument: await findInstrument(context, round),
		factors: context.evidence.factors,
		candidates: candidatesOf(context.evidence),
		earlierRounds: (await listEarlierRounds(context, round)).map(({ id, name, instrumentId, instrumentVersion }) => ({
			id,
			name,
			instrumentId,
			instrumentVersion
		}))
	};
}
