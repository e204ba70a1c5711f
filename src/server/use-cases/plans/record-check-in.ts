// The owner of a step says how it goes, with a token from the letter and without signing in. It may be changed while the
// link works; each answer stays in the plan's history. "Done" marks the step done, and another answer takes that back. A link that was
// only opened may have been opened by a scanner: `openedLink` says what it may do by itself.
import { checkInAnswers, type CheckInAnswer } from '#domain/plan/check-in.ts';
import { openedLink, type OpenedLink } from '#domain/plan/opened-link.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { answerCheckIn, findHandedOverAt, type CheckIn } from '#server/database/check-ins.ts';
import { addPlanEvent } from '#server/database/plan-events.ts';
import { holdPlan, markStepDone } from '#server/database/plans.ts';
import { hashCheckInToken } from './check-in-token.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { checkInMailId } from './plan-letters.ts';
import { openCheckIn, shownCheckIn, type OpenCheckIn, type ShownCheckIn } from './read-check-in.ts';

export type RecordCheckInOutcome =
	| { readonly kind: 'recorded'; readonly checkIn: ShownCheckIn }
	/** The link was only opened: a button is to be pressed. `opened`: what the link says. */
	| {
			readonly kind: 'to-press';
			readonly checkIn: ShownCheckIn;
			readonly opened: CheckInAnswer;
			readonly why: 'just-sent' | 'said-before' | 'two-links';
	  }
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
		/** The page was opened and sent this by itself; nobody has pressed anything on it. */
		readonly isOpenedOnly?: boolean;
	}
): Promise<RecordCheckInOutcome> {
	if (!isAllowed('record-check-in', actor)) return forbidden;
	return context.db.transaction().execute(async (db): Promise<RecordCheckInOutcome> => {
		const seen = await openCheckIn({ ...context, db }, input, { isHeld: false });
		if (seen.kind !== 'open') return seen;
		// The plan first, as everywhere, so that two never wait for each other.
		await holdPlan(db, { organisationId: input.organisationId, planId: seen.plan.id });
		const found = await openCheckIn({ ...context, db }, input, { isHeld: true });
		if (found.kind !== 'open') return found;
		const given = checkInAnswers.find((answer) => answer === input.answer);
		const remark = (input.remark ?? found.checkIn.answer?.remark ?? '').trim();
		if (given === undefined) return { kind: 'faulty', problem: 'answer-missing' };
		if (remark.length > 1000) return { kind: 'faulty', problem: 'remark-too-long' };
		const at = context.now();
		const isOpenedOnly = input.isOpenedOnly === true;
		const writing = { ...context, db, input, at };
		const allowed = isOpenedOnly ? await judgeOpened(writing, found, given) : ({ kind: 'record' } as const);
		const said = { kind: given, remark, at };
		switch (allowed.kind) {
			case 'record': {
				const { answer } = found.checkIn;
				if (answer?.kind !== given || answer.remark !== remark)
					await write(writing, found, { answer: said, byOpening: isOpenedOnly ? 'answered' : null });
				// Pressed now, what a link said before.
				else if (!isOpenedOnly && found.checkIn.byOpening !== null)
					await answerCheckIn(db, keyOf(input), { answer, byOpening: null });
				return { kind: 'recorded', checkIn: shownWith(found, said) };
			}
			case 'take-back':
				await write(writing, found, { answer: null, byOpening: 'taken-back' });
				return { kind: 'to-press', checkIn: shownWith(found, null), opened: given, why: allowed.why };
			case 'ask':
				return { kind: 'to-press', checkIn: shownCheckIn(found), opened: given, why: allowed.why };
		}
	});
}

type Writing = Pick<Context, 'db'> & {
	readonly input: { readonly organisationId: string; readonly token: string };
	readonly at: Date;
};

async function judgeOpened(
	{ db, input, at }: Writing,
	{ checkIn, step }: OpenCheckIn,
	given: CheckInAnswer
): Promise<OpenedLink> {
	const letter = { organisationId: input.organisationId, mailId: checkInMailId(checkIn) };
	return openedLink({
		given,
		at,
		// Without its row the letter is old, and was handed over soon after it was written.
		sentAt: (await findHandedOverAt(db, letter)) ?? checkIn.sentAt,
		before: checkIn.answer,
		byOpening: checkIn.byOpening,
		isStepDone: step.doneAt !== null
	});
}

async function write(
	{ db, input, at }: Writing,
	{ checkIn, plan, step }: OpenCheckIn,
	told: Pick<CheckIn, 'answer' | 'byOpening'>
): Promise<void> {
	const key = { organisationId: input.organisationId, planId: plan.id };
	await answerCheckIn(db, keyOf(input), told);
	await addPlanEvent(db, key, {
		happenedAt: at,
		person: told.answer === null ? '' : checkIn.recipientName,
		kind: 'checked-in',
		details: {
			stepId: step.id,
			subject: step.description,
			answer: told.answer?.kind ?? 'taken-back',
			reason: told.answer?.remark ?? ''
		}
	});
	// Taken back is only what this answer did: a step that was done before it stays done.
	const isDone = told.answer === null ? isDoneBefore(step.doneAt, checkIn) : told.answer.kind === 'done';
	if ((step.doneAt !== null) !== isDone) await markStepDone(db, { ...key, stepId: step.id }, isDone ? at : null);
}

function isDoneBefore(doneAt: Date | null, { answer }: CheckIn): boolean {
	return doneAt !== null && doneAt.getTime() !== answer?.at.getTime();
}

function keyOf({ organisationId, token }: Writing['input']) {
	return { organisationId, tokenHash: hashCheckInToken(token) };
}

function shownWith(found: OpenCheckIn, answer: CheckIn['answer']): ShownCheckIn {
	return shownCheckIn({ ...found, checkIn: { ...found.checkIn, answer } });
}
