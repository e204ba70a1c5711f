// A cause that lies above the group, put to whoever has the mandate. Nothing is left without an answer unnoticed.
import type { Organisation } from '#domain/organisation/organisation.ts';
import { followPlaces } from './place-of-plan.ts';

export type ProposalReceiver =
	| { readonly kind: 'leader'; readonly leaderId: string; readonly unitId: string; readonly name: string }
	| { readonly kind: 'programme-lead' | 'committee'; readonly name: string };

export type ProposalMessage = {
	readonly kind: 'question' | 'reply' | 'forwarded';
	readonly writtenAt: Date;
	readonly person: string;
	readonly content: string;
};

export type Proposal = {
	readonly id: string;
	readonly planId: string;
	readonly title: string;
	/** Why it lies above the group, and what is asked for. */
	readonly reason: string;
	readonly sentAt: Date;
	readonly senderName: string;
	/** Lower case. */
	readonly senderEmail: string;
	readonly receiver: ProposalReceiver;
	readonly messages: readonly ProposalMessage[];
	readonly answer: ProposalAnswer | null;
};

export type ProposalAnswer = {
	readonly kind: 'accepted' | 'declined';
	readonly answeredAt: Date;
	readonly answeredBy: string;
	/** Empty where an acceptance says nothing more. */
	readonly reason: string;
	/** The plan it became, or a step of. */
	readonly planId: string | null;
};

/** Days after which a proposal that waits is marked, and whoever it waits for is reminded. */
export const PROPOSAL_OVERDUE_DAYS = 14;
const reminderEveryDays = 7;

export type ProposalState = 'waiting' | 'asked' | 'accepted' | 'declined';

export type ProposalStanding = {
	readonly state: ProposalState;
	/** Whom it waits for; null where it is answered. */
	readonly waitsFor: 'receiver' | 'sender' | null;
	/** Since when nothing has been said; null where it is answered. */
	readonly waitingSince: Date | null;
	readonly waitingDays: number;
	/** True from the fourteenth day. */
	readonly isOverdue: boolean;
	/** How many reminders are due by now for this wait: one on the fourteenth day, then one a week. */
	readonly reminders: number;
};

/**
 * Where a proposal stands, from its times alone: answered, asked (the sender owes a reply) or waiting (for the receiver).
 * The wait begins anew with each message. A clock that goes back counts as no day.
 */
export function proposalStanding(
	proposal: Pick<Proposal, 'sentAt' | 'messages' | 'answer'>,
	now: Date
): ProposalStanding {
	if (proposal.answer !== null) {
		const answered = { waitsFor: null, waitingSince: null, waitingDays: 0, isOverdue: false, reminders: 0 };
		return { state: proposal.answer.kind, ...answered };
	}
	const last = proposal.messages.at(-1);
	const isAsked = last?.kind === 'question';
	const waitingSince = last?.writtenAt ?? proposal.sentAt;
	const waitingDays = Math.max(0, Math.floor((now.getTime() - waitingSince.getTime()) / 86_400_000));
	const isOverdue = waitingDays >= PROPOSAL_OVERDUE_DAYS;
	return {
		state: isAsked ? 'asked' : 'waiting',
		waitsFor: isAsked ? 'sender' : 'receiver',
		waitingSince,
		waitingDays,
		isOverdue,
		reminders: isOverdue ? 1 + Math.floor((waitingDays - PROPOSAL_OVERDUE_DAYS) / reminderEveryDays) : 0
	};
}

export type ReceiverToday =
	| { readonly kind: 'programme-lead' | 'committee' }
	/** `succeeded`: the person it was sent to has left or leads nobody any more; this is who leads there now. */
	| {
			readonly kind: 'leader';
			readonly leaderId: string;
			readonly name: string;
			readonly email: string | null;
			readonly hasSucceeded: boolean;
	  }
	/** The person has left, and nobody leads there: the programme lead sees to it. */
	| { readonly kind: 'nobody' };

/**
 * Who is to answer today: the receiver, as long as that person leads somebody; else whoever leads the unit now (nearest
 * above where it is closed); else nobody, which is the programme lead's matter.
 */
export function receiverToday(
	receiver: ProposalReceiver,
	organisation: Organisation,
	closedUnits: readonly { readonly id: string; readonly parentId: string | null }[] = []
): ReceiverToday {
	if (receiver.kind !== 'leader') return { kind: receiver.kind };
	const leads = (id: string) => organisation.leaders.some((leader) => leader.managerId === id);
	const find = (id: string | null) => organisation.leaders.find((leader) => leader.id === id);
	const own = find(receiver.leaderId);
	if (own !== undefined && leads(own.id)) return { ...personOf(own), hasSucceeded: false };
	const place = {
		unitId: receiver.unitId,
		unitName: '',
		parentUnitId: null,
		managerId: receiver.leaderId,
		leaderIds: []
	};
	const [followed] = followPlaces([place], organisation, closedUnits);
	const successor = find(followed?.today?.managerId ?? null);
	return successor === undefined ? { kind: 'nobody' } : { ...personOf(successor), hasSucceeded: true };
}

function personOf(leader: { readonly id: string; readonly name: string; readonly email: string | null }) {
	return { kind: 'leader', leaderId: leader.id, name: leader.name, email: leader.email } as const;
}
