// A programme lead sends a waiting proposal on: the person has left, or somebody else has the mandate after all.
import { receiverToday } from '#domain/plan/proposal.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { addProposalMessage, holdProposal, setProposalReceiver } from '#server/database/proposals.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readLetterWorld } from './plan-readers.ts';
import { isCommitteeThere } from './prepare-proposal.ts';
import { queueProposalLetter } from './proposal-letters.ts';
import { readPlans } from './read-plans.ts';
import { receiversFor } from './read-proposals.ts';
import { chosenReceiver } from './send-proposal.ts';

export type ForwardProposalOutcome =
	| { readonly kind: 'forwarded' }
	| { readonly kind: 'already-answered' }
	| { readonly kind: 'unknown-receiver' }
	| { readonly kind: 'unknown-proposal' }
	| Forbidden;

export async function forwardProposal(
	context: Context,
	actor: Actor,
	input: { readonly proposalId: string; readonly receiver: string }
): Promise<ForwardProposalOutcome> {
	if (!isAllowed('forward-proposal', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.proposalId)) return { kind: 'unknown-proposal' };
	const { organisationId } = actor;
	const key = { organisationId, proposalId: input.proposalId };
	return context.db.transaction().execute(async (db): Promise<ForwardProposalOutcome> => {
		const proposal = await holdProposal(db, key);
		if (proposal === null) return { kind: 'unknown-proposal' };
		if (proposal.answer !== null) return { kind: 'already-answered' };
		const read = await readPlans({ ...context, db }, actor, { planId: proposal.planId });
		const plan = read.kind === 'plans' ? read.plans[0] : undefined;
		const world = await readLetterWorld(db, organisationId);
		const hasCommittee = await isCommitteeThere({ db }, organisationId);
		const receiver =
			plan === undefined
				? null
				: chosenReceiver(input.receiver, { receivers: receiversFor(plan, world.organisation), hasCommittee });
		if (receiver === null) return { kind: 'unknown-receiver' };
		await setProposalReceiver(db, key, receiver);
		await addProposalMessage(db, key, {
			kind: 'forwarded',
			writtenAt: context.now(),
			person: actor.kind === 'person' ? actor.name : '',
			content: receiver.kind === 'leader' ? receiver.name : receiver.kind
		});
		const answering = receiverToday(receiver, world.organisation, world.closedUnits);
		await queueProposalLetter({ ...context, db }, world, proposal, answering);
		return { kind: 'forwarded' };
	});
}
