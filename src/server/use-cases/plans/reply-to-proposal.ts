// The sender of a proposal answers the question that was asked about it; then it waits for the receiver again.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { proposalStanding } from '#domain/plan/proposal.ts';
import { addProposalMessage, holdProposal } from '#server/database/proposals.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readLetterWorld } from './plan-readers.ts';
import { queueReplyToReceiver } from './proposal-letters.ts';
import { readProposals } from './read-proposals.ts';

export type ReplyToProposalOutcome =
	| { readonly kind: 'replied' }
	/** Nobody is waiting for a reply. */
	| { readonly kind: 'nothing-asked' }
	| { readonly kind: 'faulty'; readonly problem: 'text-missing' | 'text-too-long' }
	| { readonly kind: 'unknown-proposal' }
	| Forbidden;

export async function replyToProposal(
	context: Context,
	actor: Actor,
	input: { readonly proposalId: string; readonly text: string }
): Promise<ReplyToProposalOutcome> {
	if (!isAllowed('reply-to-proposal', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.proposalId)) return { kind: 'unknown-proposal' };
	const visible = await readProposals(context, actor, { proposalId: input.proposalId });
	if (visible.kind === 'forbidden') return forbidden;
	const [shown] = visible.proposals;
	if (shown === undefined) return { kind: 'unknown-proposal' };
	if (shown.standing.waitsFor !== 'sender') return { kind: 'nothing-asked' };
	if (!shown.mayReply) return forbidden;
	const content = input.text.trim();
	if (content === '') return { kind: 'faulty', problem: 'text-missing' };
	if (content.length > 2000) return { kind: 'faulty', problem: 'text-too-long' };
	const key = { organisationId: actor.organisationId, proposalId: input.proposalId };
	const person = actor.kind === 'person' ? actor.name : '';
	return context.db.transaction().execute(async (db): Promise<ReplyToProposalOutcome> => {
		const proposal = await holdProposal(db, key);
		if (proposal === null) return { kind: 'unknown-proposal' };
		if (proposalStanding(proposal, context.now()).waitsFor !== 'sender') return { kind: 'nothing-asked' };
		const message = { kind: 'reply', writtenAt: context.now(), person, content } as const;
		const position = await addProposalMessage(db, key, message);
		const inside = { ...context, db };
		const world = await readLetterWorld(db, key.organisationId);
		const about = { proposal, receiver: shown.receiver };
		await queueReplyToReceiver(inside, world, about, { mark: `reply-${position}`, who: person, text: content });
		return { kind: 'replied' };
	});
}
