// Answers under a ballot. The request names no person; it is acknowledged when the answers are on disk.
import { checkAnswers, type AnswersByItem, type CheckedAnswers } from '#domain/instrument/check-answers.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findRoundAnywhere } from '#server/database/rounds.ts';
import type { SubmissionResult } from '#server/database/submissions.ts';
import { hashBallot } from './ballot-number.ts';
import { findInstrument } from './find-instrument.ts';
import { isUuid } from './is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';

export type SubmitResponseOutcome =
	| SubmissionResult
	| Exclude<CheckedAnswers, { kind: 'ok' }>
	| { readonly kind: 'nothing-answered' }
	| { readonly kind: 'not-a-ballot' }
	| { readonly kind: 'unknown-round' }
	| { readonly kind: 'busy' }
	| Forbidden;

export async function submitResponse(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string; readonly ballot: string; readonly answers: AnswersByItem }
): Promise<SubmitResponseOutcome> {
	if (!isAllowed('submit-response', actor)) return forbidden;
	const ballotHash = hashBallot(input.ballot);
	if (ballotHash === null) return { kind: 'not-a-ballot' };
	const round = isUuid(input.roundId) ? await findRoundAnywhere(context.db, input.roundId) : null;
	if (round === null || round.openedAt === null) return { kind: 'unknown-round' };
	const instrument = await findInstrument(context, round);
	const checked = checkAnswers({ instrument, answers: input.answers });
	if (checked.kind !== 'ok') return checked;
	if (checked.answers.every((answer) => answer === null)) return { kind: 'nothing-answered' };
	return context.submissions.submit({
		organisationId: round.organisationId,
		roundId: round.id,
		ballotHash,
		answers: checked.answers
	});
}
