// For the clock: whoever a proposal waits for is reminded from the fourteenth day, once a week at most, and a successor gets
// the letter that the one before got. Run twice, it does nothing more.
import type { Plan } from '#domain/plan/plan.ts';
import { proposalStanding, receiverToday, type Proposal } from '#domain/plan/proposal.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listOrganisations } from '#server/database/organisations.ts';
import { listPlans } from '#server/database/plans.ts';
import { listProposals } from '#server/database/proposals.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readLetterWorld, type LetterWorld } from './plan-readers.ts';
import { queueProposalLetter, queueProposalReminder, queueQuestionReminder } from './proposal-letters.ts';

export type RemindProposalsOutcome = { readonly kind: 'reminded'; readonly letters: number } | Forbidden;

/** All organisations, whatever the actor's. */
export async function remindProposals(context: Context, actor: Actor): Promise<RemindProposalsOutcome> {
	if (!isAllowed('remind-proposals', actor) || actor.kind === 'visitor') return forbidden;
	let letters = 0;
	for (const { id, isDemonstration } of await listOrganisations(context.db)) {
		if (isDemonstration) continue;
		const open = (await listProposals(context.db, id)).filter((proposal) => proposal.answer === null);
		if (open.length === 0) continue;
		const world = await readLetterWorld(context.db, id);
		const plans = new Map((await listPlans(context.db, id)).map((plan) => [plan.id, plan]));
		for (const proposal of open) {
			try {
				letters += await remindOne(context, world, { proposal, plan: plans.get(proposal.planId) });
			} catch (error) {
				context.log.error('a proposal could not be reminded of', error, { proposal: proposal.id });
			}
		}
	}
	return { kind: 'reminded', letters };
}

async function remindOne(
	context: Context,
	world: LetterWorld,
	{ proposal, plan }: { readonly proposal: Proposal; readonly plan: Plan | undefined }
): Promise<number> {
	const standing = proposalStanding(proposal, context.now());
	const receiver = receiverToday(proposal.receiver, world.organisation, world.closedUnits);
	return context.db.transaction().execute(async (db) => {
		const inside = { ...context, db };
		// Noted under its receiver: whoever has had the letter gets no other.
		const first = await queueProposalLetter(inside, world, proposal, receiver);
		if (first > 0 || !standing.isOverdue) return first;
		// Each wait is counted by itself: a reply begins a new one.
		const round = `${proposal.messages.length}-${standing.reminders}`;
		if (standing.waitsFor === 'receiver') {
			const wait = { receiver, round, waitingDays: standing.waitingDays };
			return queueProposalReminder(inside, world, proposal, wait);
		}
		return plan === undefined ? 0 : queueQuestionReminder(inside, world, { plan, proposal }, round);
	});
}
