// What the page behind a check-in link shows: one step, and what was answered. The token opens this and nothing else.
import type { CheckInAnswer } from '#domain/plan/check-in.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findCheckIn, type CheckIn } from '#server/database/check-ins.ts';
import { listPlans } from '#server/database/plans.ts';
import type { Plan, PlanStep } from '#domain/plan/plan.ts';
import { isReader, readerOfStep, readReaderWorld } from './check-in-reader.ts';
import { hashCheckInToken } from './check-in-token.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ShownCheckIn = {
	readonly planTitle: string;
	readonly step: string;
	/** YYYY-MM-DD. */
	readonly dueOn: string;
	readonly answer: CheckInAnswer | null;
	readonly remark: string;
};

export type ReadCheckInOutcome =
	| { readonly kind: 'check-in'; readonly checkIn: ShownCheckIn }
	/** Too old, or the plan was ended, or the step is not in it any more, or it is not the recipient's to answer for. */
	| { readonly kind: 'expired' }
	| { readonly kind: 'unknown-link' }
	| Forbidden;

export async function readCheckIn(
	context: Pick<Context, 'db' | 'now'>,
	actor: Actor,
	input: { readonly organisationId: string; readonly token: string }
): Promise<ReadCheckInOutcome> {
	if (!isAllowed('read-check-in', actor)) return forbidden;
	const found = await openCheckIn(context, input, { isHeld: false });
	return found.kind === 'open' ? { kind: 'check-in', checkIn: shownCheckIn(found) } : found;
}

export type OpenCheckIn = {
	readonly kind: 'open';
	readonly checkIn: CheckIn;
	readonly plan: Plan;
	readonly step: PlanStep;
};

/** The step behind a token, as long as it can be answered. */
export async function openCheckIn(
	context: Pick<Context, 'db' | 'now'>,
	{ organisationId, token }: { readonly organisationId: string; readonly token: string },
	{ isHeld }: { readonly isHeld: boolean }
): Promise<OpenCheckIn | { readonly kind: 'expired' } | { readonly kind: 'unknown-link' }> {
	if (!isUuid(organisationId) || !/^[\w-]{20,64}$/.test(token)) return { kind: 'unknown-link' };
	const checkIn = await findCheckIn(context.db, { organisationId, tokenHash: hashCheckInToken(token) }, { isHeld });
	if (checkIn === null) return { kind: 'unknown-link' };
	const [plan] = await listPlans(context.db, organisationId, checkIn.planId);
	const step = plan?.steps.find((one) => one.id === checkIn.stepId);
	const isOver = checkIn.expiresAt <= context.now() || plan === undefined || plan.endedAt !== null;
	if (isOver || step === undefined) return { kind: 'expired' };
	const reader = readerOfStep(plan, step, await readReaderWorld(context.db, organisationId));
	return isReader(checkIn, reader) ? { kind: 'open', checkIn, plan, step } : { kind: 'expired' };
}

export function shownCheckIn({ checkIn, plan, step }: OpenCheckIn): ShownCheckIn {
	return {
		planTitle: plan.title,
		step: step.description,
		dueOn: step.dueOn,
		answer: checkIn.answer?.kind ?? null,
		remark: checkIn.answer?.remark ?? ''
	};
}
