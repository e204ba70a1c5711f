// What the three ways of changing a round's groups have in common: nobody changes them once the opening has begun.
import type { Kysely } from 'kysely';
import type { Context } from '#server/context.ts';
import { findGroupChoices, setGroupChoices, type GroupChoices } from '#server/database/round-groups.ts';
import { holdRound, type Round } from '#server/database/rounds.ts';
import type { Tables } from '#server/database/tables.ts';
import { isUuid } from '../is-uuid.ts';

export type NotChangeable = { readonly kind: 'already-open' } | { readonly kind: 'unknown-round' };

/** Holds the round, and stores the choices that `decide` answers with; where it answers with none, nothing is changed. */
export async function changeRoundGroups<Outcome>(
	context: Pick<Context, 'db'>,
	key: { readonly organisationId: string; readonly roundId: string },
	decide: (held: {
		readonly db: Kysely<Tables>;
		readonly round: Round;
		readonly choices: GroupChoices;
	}) => Promise<{ readonly outcome: Outcome; readonly choices?: GroupChoices }>
): Promise<Outcome | NotChangeable> {
	if (!isUuid(key.roundId)) return { kind: 'unknown-round' };
	return context.db.transaction().execute(async (db): Promise<Outcome | NotChangeable> => {
		const round = await holdRound(db, key);
		if (round === null || round.source !== 'ballots') return { kind: 'unknown-round' };
		if (round.preparingAt !== null || round.openedAt !== null) return { kind: 'already-open' };
		const decided = await decide({ db, round, choices: await findGroupChoices(db, key) });
		if (decided.choices !== undefined) await setGroupChoices(db, key, decided.choices);
		return decided.outcome;
	});
}
