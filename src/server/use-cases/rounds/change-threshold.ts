// Before a round is released its threshold may be changed. Leaders who answered by ballot were told the old one: there it
// can only be raised.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { setThreshold } from '#server/database/round-threshold.ts';
import { holdRound } from '#server/database/rounds.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ChangeThresholdOutcome =
	| { readonly kind: 'changed'; readonly before: number }
	| { readonly kind: 'below-promise'; readonly promised: number }
	| { readonly kind: 'too-low'; readonly least: number }
	| { readonly kind: 'already-released' }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

/** Below this, a lone respondent who subtracts the own score would face a single other. */
const leastThreshold = 3;

export async function changeThreshold(
	context: Pick<Context, 'db'>,
	actor: Actor,
	input: { readonly roundId: string; readonly threshold: number }
): Promise<ChangeThresholdOutcome> {
	if (!isAllowed('change-threshold', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.roundId)) return { kind: 'unknown-round' };
	if (!Number.isInteger(input.threshold) || input.threshold < leastThreshold)
		return { kind: 'too-low', least: leastThreshold };
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	return context.db.transaction().execute(async (db): Promise<ChangeThresholdOutcome> => {
		const round = await holdRound(db, key);
		if (round === null) return { kind: 'unknown-round' };
		if (round.releasedAt !== null) return { kind: 'already-released' };
		if (round.source === 'ballots' && input.threshold < round.threshold)
			return { kind: 'below-promise', promised: round.threshold };
		await setThreshold(db, key, input.threshold);
		return { kind: 'changed', before: round.threshold };
	});
}
