// For the clock: whoever a proposal waits for is reminded from the fourteenth day, once a week at most, and a successor gets
// the letter that the one before got. Run twice, it does nothing more.
import { proposalStanding, receiverToday, type Proposal } from '#domain/plan/proposal.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listOrganisations } from '#server/database/organisations.ts';
import { listProposals } from '#server/database/proposals.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { queueProposalAnswer, queueProposalLetter, queueProposalReminder } from './plan-letters.ts';
import { readPlanWorld } from './plan-world.ts';

export type RemindProposalsOutcome = { readonly kind: 'reminded'; readonly letters: number } | Forbidden;

/** All organisations, whatever the actor's. */
export async function remindProposals(context: Context, actor: Actor): Promise<RemindProposalsOutcome> {
	if (!isAllowed('remind-proposals', actor) || actor.kind === 'visitor') return forbidden;
	let letters = 0;
	for (const { id, isDemonstration } of await listOrganisations(context.db)) {
		if (isDemonstration) continue;
		const open = (await listProposals(context.db, id)).filter((proposal) => proposal.answer === null);
		if (open.length === 0) continue;
		const world = await readPlanWorld(context.db, id);
		for (const proposal of open) {
			try {
				letters += await remindOne(context, id, proposal, world);
			} catch (error) {
				context.log.error('a proposal could not be reminded of', error, { proposal: proposal.id });
			}
		}
	}
	return { kind: 'reminded', letters };
}

async function remindOne(
	context: Context,
	organisationId: string,
	proposal: Proposal,
	world: Awaited<ReturnType<typeof readPlanWorld>>
): Promise<number> {
	const standing = proposalStanding(proposal, context.now());
	const receiver = receiverToday(proposal.receiver, world.organisation, world.closedUnits);
	return context.db.transaction().execute(async (db) => {
		const inside = { ...context, db };
		// Recorded under its receiver: whoever has the letter already gets no other.
		const first = await queueProposalLetter(inside, organisationId, proposal, receiver);
		if (first > 0 || !standing.isOverdue) return first;
		// Each wait is counted by itself: a reply begins a new one.
		const round = `${proposal.messages.length}-${standing.reminders}`;
		if (standing.waitsFor === 'receiver') {
			const wait = { receiver, round, waitingDays: standing.waitingDays };
			return queueProposalReminder(inside, organisationId, proposal, wait);
		}
		const question = proposal.messages.at(-1);
		const isQueued =
			proposal.senderEmail !== '' &&
			(await queueProposalAnswer(inside, organisationId, proposal, {
				mark: `question-reminder-${round}`,
				kind: 'question-reminder',
				who: question?.person ?? '',
				text: question?.content ?? '',
				reader: { name: proposal.senderName, email: proposal.senderEmail }
			}));
		return isQueued ? 1 : 0;
	});
}
