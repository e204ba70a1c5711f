// A cause that lies above the group goes to whoever has the mandate: somebody in the line above, or a role where nobody is.
import type { LineMember } from '#domain/plan/line-of-management.ts';
import { receiverToday, type Proposal, type ProposalReceiver } from '#domain/plan/proposal.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { addPlanEvent } from '#server/database/plan-events.ts';
import { holdPlan } from '#server/database/plans.ts';
import { insertProposal } from '#server/database/proposals.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readLetterWorld, readersOfProposal } from './plan-readers.ts';
import { prepareProposal } from './prepare-proposal.ts';
import { queueProposalLetter } from './proposal-letters.ts';

export type ProposalProblem =
	'title-missing' | 'title-too-long' | 'reason-missing' | 'reason-too-long' | 'receiver-unknown';

export type SendProposalOutcome =
	| {
			readonly kind: 'sent';
			readonly proposalId: string;
			/** Who got a letter. `programme-lead`: nobody who could answer can be written to. */
			readonly told: 'receiver' | 'programme-lead' | 'nobody';
	  }
	| { readonly kind: 'faulty'; readonly problems: readonly ProposalProblem[] }
	| { readonly kind: 'unknown-plan' }
	| Forbidden;

export async function sendProposal(
	context: Context,
	actor: Actor,
	input: {
		readonly planId: string;
		readonly title: string;
		readonly reason: string;
		/** A leader's id, 'programme-lead' or 'committee'. */
		readonly receiver: string;
	}
): Promise<SendProposalOutcome> {
	if (!isAllowed('send-proposal', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.planId)) return { kind: 'unknown-plan' };
	const prepared = await prepareProposal(context, actor, { planId: input.planId });
	if (prepared.kind !== 'choices') return prepared;
	const title = input.title.trim();
	const reason = input.reason.trim();
	const receiver = chosenReceiver(input.receiver, prepared);
	const problems: ProposalProblem[] = [
		...(title === '' ? (['title-missing'] as const) : []),
		...(title.length > 200 ? (['title-too-long'] as const) : []),
		...(reason === '' ? (['reason-missing'] as const) : []),
		...(reason.length > 2000 ? (['reason-too-long'] as const) : []),
		...(receiver === null ? (['receiver-unknown'] as const) : [])
	];
	if (receiver === null || problems.length > 0) return { kind: 'faulty', problems };
	const { organisationId } = actor;
	const proposal: Proposal = {
		id: context.randomId(),
		planId: input.planId,
		title,
		reason,
		sentAt: context.now(),
		senderName: actor.kind === 'person' ? actor.name : '',
		senderEmail: actor.kind === 'person' ? actor.email : '',
		receiver,
		messages: [],
		answer: null
	};
	const world = await readLetterWorld(context.db, organisationId);
	const answering = receiverToday(receiver, world.organisation, world.closedUnits);
	await context.db.transaction().execute(async (db) => {
		await holdPlan(db, { organisationId, planId: input.planId });
		await insertProposal(db, organisationId, proposal);
		await addPlanEvent(
			db,
			{ organisationId, planId: input.planId },
			{
				happenedAt: context.now(),
				person: proposal.senderName,
				kind: 'proposed',
				details: { subject: title, reason: receiver.name }
			}
		);
		await queueProposalLetter({ ...context, db }, world, proposal, answering);
	});
	const { isHeard, readers } = readersOfProposal(world, answering);
	const told = isHeard ? 'receiver' : readers.length > 0 ? 'programme-lead' : 'nobody';
	return { kind: 'sent', proposalId: proposal.id, told };
}

/** Null where it is nobody that a proposal can go to. */
export function chosenReceiver(
	chosen: string,
	{ receivers, hasCommittee }: { readonly receivers: readonly LineMember[]; readonly hasCommittee: boolean }
): ProposalReceiver | null {
	if (chosen === 'programme-lead' || (chosen === 'committee' && hasCommittee)) return { kind: chosen, name: '' };
	const member = receivers.find((one) => one.leaderId === chosen);
	return member === undefined
		? null
		: { kind: 'leader', leaderId: member.leaderId, unitId: member.unitId, name: member.name };
}
