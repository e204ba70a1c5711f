// Proposals upward as one person may see them: what was asked, who is to answer today, how long it has waited.
import { lineOfManagement, type LineMember } from '#domain/plan/line-of-management.ts';
import { placesToday } from '#domain/plan/place-of-plan.ts';
import { runningFor } from '#domain/plan/same-aim.ts';
import {
	proposalStanding,
	receiverToday,
	type Proposal,
	type ProposalStanding,
	type ReceiverToday
} from '#domain/plan/proposal.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listProposals } from '#server/database/proposals.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, hasRole, isAllowed, type Forbidden } from '../permissions.ts';
import { readLetterWorld, readersOfProposal } from './plan-readers.ts';
import { readPlans, type ReadPlan } from './read-plans.ts';

export type ReadProposal = {
	readonly proposal: Proposal;
	readonly standing: ProposalStanding;
	/** Who is to answer today. */
	readonly receiver: ReceiverToday;
	/** False where nobody who could answer has an address: the programme lead has been told. */
	readonly isHeard: boolean;
	readonly plan: { readonly id: string; readonly title: string; readonly groupName: string };
	/** True where this person may open the plan. */
	readonly isPlanReadable: boolean;
	readonly mayAnswer: boolean;
	/** While a question waits: the sender, and whoever answers for the plan today. */
	readonly mayReply: boolean;
	/** A programme lead may send it on while it waits. */
	readonly mayForward: boolean;
	readonly isSender: boolean;
	/**
	 * For whoever may answer: the plans that run for the same group and factor, which a yes can join. Those that the reader may
	 * open, and the one that the proposal comes from.
	 */
	readonly sameAim: readonly SameAimPlan[];
};

export type SameAimPlan = {
	readonly id: string;
	readonly title: string;
	/** Null where nobody answers for it. */
	readonly ownerName: string | null;
};

export type ReadProposalsOutcome =
	{ readonly kind: 'proposals'; readonly proposals: readonly ReadProposal[] } | Forbidden;

/**
 * Longest wait first, then the answered ones, newest first. Programme leads and committees see all; others those that they
 * sent, that they are to answer, and those of plans that they read.
 */
export async function readProposals(
	context: Context,
	actor: Actor,
	input: { readonly proposalId?: string; readonly planId?: string } = {}
): Promise<ReadProposalsOutcome> {
	if (!isAllowed('read-proposals', actor) || actor.kind === 'visitor') return forbidden;
	if ([input.proposalId, input.planId].some((id) => id !== undefined && !isUuid(id)))
		return { kind: 'proposals', proposals: [] };
	const { organisationId } = actor;
	const stored = await listProposals(context.db, organisationId, input);
	if (stored.length === 0) return { kind: 'proposals', proposals: [] };
	const world = await readLetterWorld(context.db, organisationId);
	const all = await readPlans(context, { kind: 'system', organisationId });
	const own = await readPlans(context, actor);
	if (all.kind === 'forbidden' || own.kind === 'forbidden') return forbidden;
	const plans = new Map(all.plans.map((one) => [one.plan.id, one]));
	const readable = new Set(own.plans.map((one) => one.plan.id));
	const answeredFor = new Set(own.plans.filter(({ isOwn }) => isOwn).map((one) => one.plan.id));
	const proposals = stored.flatMap((proposal): ReadProposal[] => {
		const plan = plans.get(proposal.planId);
		if (plan === undefined) return [];
		const receiver = receiverToday(proposal.receiver, world.organisation, world.closedUnits);
		const standing = proposalStanding(proposal, context.now());
		const isSender = actor.kind === 'person' && actor.email === proposal.senderEmail;
		const isReceiver = isReceiverOf(actor, receiver);
		const isPlanReadable = readable.has(plan.plan.id);
		const mayAnswer = proposal.answer === null && isReceiver;
		const isKnown = ({ plan: { id } }: ReadPlan) => readable.has(id) || id === plan.plan.id;
		if (!isSender && !isReceiver && !isPlanReadable) return [];
		return [
			{
				proposal,
				standing,
				receiver,
				isHeard: (actor.kind === 'person' && actor.isDemonstration) || readersOfProposal(world, receiver).isHeard,
				plan: { id: plan.plan.id, title: plan.plan.title, groupName: plan.groupName },
				isPlanReadable,
				mayAnswer,
				mayReply: standing.waitsFor === 'sender' && (isSender || answeredFor.has(plan.plan.id)),
				mayForward: proposal.answer === null && actor.kind === 'person' && hasRole(actor, 'programme-lead'),
				isSender,
				sameAim: mayAnswer ? runningFor(plan, all.plans).filter(isKnown).map(nameOf) : []
			}
		];
	});
	return { kind: 'proposals', proposals: proposals.toSorted(waitingFirst) };
}

/** Whoever the proposal is for; a programme lead where nobody is left to answer. */
export function isReceiverOf(actor: Actor, receiver: ReceiverToday): boolean {
	if (actor.kind === 'system') return true;
	if (actor.kind === 'visitor') return false;
	switch (receiver.kind) {
		case 'leader':
			return actor.leaderId === receiver.leaderId;
		case 'committee':
			return hasRole(actor, 'committee');
		case 'programme-lead':
		case 'nobody':
			return hasRole(actor, 'programme-lead');
	}
}

/** Those above the managers of a plan's groups, nearest first: who a proposal can go to. */
export function receiversFor(
	plan: Pick<ReadPlan, 'places'>,
	organisation: Parameters<typeof lineOfManagement>[1]
): LineMember[] {
	return lineOfManagement(placesToday(plan.places), organisation).filter((member) => member.distance > 0);
}

function nameOf({ plan }: ReadPlan): SameAimPlan {
	return { id: plan.id, title: plan.title, ownerName: plan.owner?.name ?? null };
}

function waitingFirst(a: ReadProposal, b: ReadProposal): number {
	const rank = (one: ReadProposal) => (one.standing.waitingSince === null ? 1 : 0);
	const time = (one: ReadProposal) =>
		one.standing.waitingSince?.getTime() ?? -(one.proposal.answer?.answeredAt.getTime() ?? 0);
	return rank(a) - rank(b) || time(a) - time(b);
}
