// What the clock does for many rounds: one in trouble does not hold up the others, and is tried again at the next turn.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';

type RoundKey = { readonly organisationId: string; readonly roundId: string };

/** `event`: under what a failure is logged. */
export async function eachRound(
	{ log }: Pick<Context, 'log'>,
	event: string,
	rounds: readonly RoundKey[],
	act: (system: Actor, round: { readonly roundId: string }) => Promise<void>
): Promise<void> {
	for (const { organisationId, roundId } of rounds) {
		try {
			await act({ kind: 'system', organisationId }, { roundId });
		} catch (error) {
			log.error(event, error, { round: roundId });
		}
	}
}
