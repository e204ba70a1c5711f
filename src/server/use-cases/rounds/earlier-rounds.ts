// The closed rounds before one, for a leader who looks for an earlier profile of the own. The same list for everybody.
import type { Context } from '#server/context.ts';
import { listRounds, type Round } from '#server/database/rounds.ts';

/** Newest first; only rounds that leaders answered here. */
export async function listEarlierRounds(context: Pick<Context, 'db'>, round: Round): Promise<Round[]> {
	const { openedAt } = round;
	if (openedAt === null) return [];
	return (await listRounds(context.db, round.organisationId)).filter(
		(other) =>
			other.id !== round.id &&
			other.source !== 'imported' &&
			other.closedAt !== null &&
			other.openedAt !== null &&
			other.openedAt < openedAt
	);
}
