// The owner of a step says how it goes, with a token from the letter and without signing in. It may be changed while the
// link works; each answer stays in the plan's history. "Done" marks the step done, and another answer takes that back.
import { checkInAnswers } from '#domain/plan/check-in.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { answerCheckIn } from '#server/database/check-ins.ts';
import { addPlanEvent } from '#server/database/plan-events.ts';
import { holdPlan, markStepDone } from '#server/database/plans.ts';
import { hashCheckInToken } from './check-in-token.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { openCheckIn, shownCheckIn, type ShownCheckIn } from './read-check-in.ts';

export type RecordCheckInOutcome =
	| { readonly kind: 'recorded'; readonly checkIn: ShownCheckIn }
	| { readonly kind: 'faulty'; readonly problem: 'answer-missing' | 'remark-too-long' }
	| { readonly kind: 'expired' }
	| { readonly kind: 'unknown-link' }
	| Forbidden;

export async function recordCheckIn(
	context: Context,
	actor: Actor,
	input: {
		readonly organisationId: string;
		readonly token: string;
		readonly answer: string;
		/** Left out: what was said before stays. */
		readonly remark?: string;
	}
): Promise<RecordCheckInOutcome> {
	if (!isAllowed('record-check-in', actor)) return forbidden;
	return context.db.transaction().execute(async (db): Promise<RecordCheckInOutcome> => {
		const seen = await openCheckIn({ ...context, db }, input, { isHeld: false });
		if (seen.kind !== 'open') return seen;
		// The plan first, as everywhere, so that two never wait for each other.
		const key = { organisationId: input.organisationId, planId: seen.plan.id };
		await holdPlan(db, key);
		const found = await openCheckIn({ ...context, db }, input, { isHeld: true });
		if (found.kind !== 'open') return found;
		const { checkIn, step } = found;
		const kind = checkInAnswers.find((answer) => answer === input.answer);
		const remark = (input.remark ?? checkIn.answer?.remark ?? '').trim();
		if (kind === undefined) return { kind: 'faulty', problem: 'answer-missing' };
		if (remark.length > 1000) return { kind: 'faulty', problem: 'remark-too-long' };
		const answer = { kind, remark, at: context.now() };
		const isSame = checkIn.answer?.kind === kind && checkIn.answer.remark === remark;
		if (!isSame) {
			await answerCheckIn(
				db,
				{ organisationId: input.organisationId, tokenHash: hashCheckInToken(input.token) },
				answer
			);
			await addPlanEvent(db, key, {
				happenedAt: context.now(),
				person: checkIn.recipientName,
				kind: 'checked-in',
				details: { stepId: step.id, subject: step.description, answer: kind, reason: remark }
			});
			if ((step.doneAt !== null) !== (kind === 'done'))
				await markStepDone(db, { ...key, stepId: step.id }, kind === 'done' ? context.now() : null);
		}
		return { kind: 'recorded', checkIn: shownCheckIn({ ...found, checkIn: { ...checkIn, answer } }) };
	});
}
