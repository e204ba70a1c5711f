// For the clock: the owner of a step is asked how it goes, once shortly before it is due and once when it is late. What was
// asked is recorded with the letter, so that running it twice, in two processes, or with a clock that goes back asks once.
import { checkInReason, type CheckInReason } from '#domain/plan/check-in.ts';
import type { Plan, PlanStep } from '#domain/plan/plan.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { insertCheckIn } from '#server/database/check-ins.ts';
import { listOrganisations } from '#server/database/organisations.ts';
import { listPlans } from '#server/database/plans.ts';
import { dayOf } from '../calendar-day.ts';
import { readerOfStep, readReaderWorld, type ReaderWorld } from './check-in-reader.ts';
import { hashCheckInToken } from './check-in-token.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { queueCheckInLetter } from './plan-letters.ts';

export type SendCheckInsOutcome = { readonly kind: 'asked'; readonly letters: number } | Forbidden;

/** Days that the links of a letter work. */
export const CHECK_IN_VALID_DAYS = 60;

/** All organisations, whatever the actor's. */
export async function sendCheckIns(context: Context, actor: Actor): Promise<SendCheckInsOutcome> {
	if (!isAllowed('send-check-ins', actor) || actor.kind === 'visitor') return forbidden;
	const today = dayOf(context.now());
	let letters = 0;
	for (const { id, isDemonstration } of await listOrganisations(context.db)) {
		if (isDemonstration) continue;
		const due = (await listPlans(context.db, id))
			.filter((plan) => plan.endedAt === null)
			.flatMap((plan) =>
				plan.steps.flatMap((step) => {
					const reason = checkInReason(step, { today, decidedOn: dayOf(plan.decidedAt) });
					return reason === null ? [] : [{ plan, step, reason }];
				})
			);
		if (due.length === 0) continue;
		const world = await readReaderWorld(context.db, id);
		for (const asked of due) {
			try {
				if (await askOwner(context, id, asked, world)) letters++;
			} catch (error) {
				context.log.error('an owner could not be asked', error, { plan: asked.plan.id, step: asked.step.id });
			}
		}
	}
	return { kind: 'asked', letters };
}

async function askOwner(
	context: Context,
	organisationId: string,
	{ plan, step, reason }: { readonly plan: Plan; readonly step: PlanStep; readonly reason: CheckInReason },
	world: ReaderWorld
): Promise<boolean> {
	const reader = readerOfStep(plan, step, world);
	if (reader === null || reader.email === null) return false;
	const { name, leaderId, email, insteadOf } = reader;
	const token = Buffer.from(context.randomBytes(24)).toString('base64url');
	const sentAt = context.now();
	return context.db.transaction().execute(async (db) => {
		const isNew = await insertCheckIn(
			db,
			{ organisationId, tokenHash: hashCheckInToken(token) },
			{
				planId: plan.id,
				stepId: step.id,
				reason,
				dueOn: step.dueOn,
				recipientName: name,
				recipientLeaderId: leaderId,
				recipientEmail: leaderId === null ? email : null,
				sentAt,
				expiresAt: new Date(sentAt.getTime() + CHECK_IN_VALID_DAYS * 86_400_000)
			}
		);
		if (!isNew) return false;
		const letter = { organisationId, planId: plan.id, planTitle: plan.title, step, reason, token };
		return queueCheckInLetter({ ...context, db }, { ...letter, reader: { name, email }, insteadOf });
	});
}
