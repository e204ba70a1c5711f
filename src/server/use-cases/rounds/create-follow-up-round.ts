// A light round is planned: the questions on a few factors, asked again of those who were asked before. From then on it is
// a round like every other: groups, ballots, release.
import { shortInstrument } from '#domain/instrument/short-instrument.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { storeInstrument } from '#server/database/instruments.ts';
import { findRound, insertRound } from '#server/database/rounds.ts';
import { rounds as danish } from '#texts/da/rounds.ts';
import { rounds as english } from '#texts/en/rounds.ts';
import { dayOf } from '../calendar-day.ts';
import { ballotRound, nameProblems, periodProblems, type RoundProblem } from './create-round.ts';
import { findInstrument } from './find-instrument.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type FollowUpRoundInput = {
	readonly name: string;
	/** The released round that is looked back on. */
	readonly followsRoundId: string;
	readonly factors: readonly string[];
	/** Calendar days, YYYY-MM-DD. */
	readonly opensOn: string;
	readonly closesOn: string;
};

export type FollowUpProblem =
	| Exclude<RoundProblem, 'unknown-instrument' | 'unknown-unit'>
	| 'unknown-round'
	/** Nothing is chosen, or nothing that the round's questionnaire measures. */
	| 'no-factors'
	/** More than twelve questions. */
	| 'too-many-factors'
	| 'instrument-clash';

export type CreateFollowUpRoundOutcome =
	| { readonly kind: 'created'; readonly roundId: string; readonly items: number }
	| { readonly kind: 'faulty'; readonly problems: readonly FollowUpProblem[] }
	| Forbidden;

/** Asks the same part of the organisation, with the same rules for what is shown, as the round it looks back on. */
export async function createFollowUpRound(
	context: Context,
	actor: Actor,
	input: FollowUpRoundInput
): Promise<CreateFollowUpRoundOutcome> {
	if (!isAllowed('create-follow-up-round', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	const name = input.name.trim();
	const problems: FollowUpProblem[] = [...nameProblems(name), ...periodProblems(input, dayOf(context.now()))];
	const key = { organisationId, roundId: input.followsRoundId };
	const followed = isUuid(input.followsRoundId) ? await findRound(context.db, key) : null;
	if (followed === null || followed.releasedAt === null) return faulty([...problems, 'unknown-round']);
	const parent = await findInstrument(context, followed);
	const names = { da: danish.shortName(parent.name.da), en: english.shortName(parent.name.en) };
	const short = shortInstrument({ parent, factors: new Set(input.factors), name: names });
	switch (short.kind) {
		case 'nothing-to-ask':
			return faulty([...problems, 'no-factors']);
		case 'too-long':
			return faulty([...problems, 'too-many-factors']);
		case 'instrument':
			break;
	}
	if (parent.pages.length === 0) return faulty([...problems, 'no-factors']);
	if (problems.length > 0) return faulty(problems);
	const { instrument } = short;
	const { opensOn, closesOn } = input;
	const round = ballotRound(context, { organisationId, name, instrument, opensOn, closesOn });
	return context.db.transaction().execute(async (db): Promise<CreateFollowUpRoundOutcome> => {
		if (!(await storeInstrument(db, organisationId, instrument, context.now()))) return faulty(['instrument-clash']);
		await insertRound(db, {
			...round,
			scopeUnitId: followed.scopeUnitId,
			minimumInvited: Math.max(round.minimumInvited, followed.minimumInvited),
			// An imported round may have been shown from three responses on; whoever answers here is promised more.
			threshold: Math.max(round.threshold, followed.threshold),
			followsRoundId: followed.id
		});
		return { kind: 'created', roundId: round.id, items: instrument.items.length };
	});
}

function faulty(problems: readonly FollowUpProblem[]): CreateFollowUpRoundOutcome {
	return { kind: 'faulty', problems };
}
