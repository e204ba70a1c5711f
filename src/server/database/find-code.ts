// Looks for an invitation whose code was typed from a letter: a leader has not said which organisation or round.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

export type FoundCode = { readonly roundId: string; readonly takesAnswers: boolean };

/** In every round that was opened, closed ones as well; one look into the index of each. */
export async function findRoundOfCode(db: Kysely<Tables>, tokenHash: Uint8Array): Promise<FoundCode | null> {
	const row = await db
		.selectFrom('rounds')
		.innerJoinLateral(
			(of) =>
				of
					.selectFrom('invitations')
					.select('invitations.token_hash')
					.whereRef('invitations.organisation_id', '=', 'rounds.organisation_id')
					.whereRef('invitations.round_id', '=', 'rounds.round_id')
					.where('invitations.token_hash', '=', Buffer.from(tokenHash))
					.limit(1)
					.as('found'),
			(join) => join.onTrue()
		)
		.select(['rounds.round_id', sql<boolean>`closing_at is null and closed_at is null`.as('takes_answers')])
		.where('rounds.opened_at', 'is not', null)
		.limit(1)
		.executeTakeFirst();
	return row === undefined ? null : { roundId: row.round_id, takesAnswers: row.takes_answers };
}
