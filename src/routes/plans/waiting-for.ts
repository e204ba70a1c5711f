// What waits for one reader among the plans and proposals that the reader sees, the most pressing first.
import type { ReadPlan } from '#server/use-cases/plans/read-plans.ts';
import type { ReadProposal } from '#server/use-cases/plans/read-proposals.ts';

export type Waiting =
	| { readonly kind: 'takeOver' | 'withoutOwner'; readonly href: string; readonly plan: string }
	| { readonly kind: 'late'; readonly href: string; readonly plan: string; readonly count: number }
	| { readonly kind: 'stuck'; readonly href: string; readonly plan: string; readonly step: string }
	| { readonly kind: 'answer' | 'overdue'; readonly href: string; readonly title: string; readonly days: number }
	| { readonly kind: 'reply' | 'nobody'; readonly href: string; readonly title: string };

/**
 * A manager: proposals to answer and questions to reply to, plans to take over, late and stuck steps of the own plans. A
 * programme lead also: what nobody answers, proposals that have waited too long, plans without an owner, steps that are stuck.
 */
export function waitingFor(seen: {
	readonly plans: readonly ReadPlan[];
	readonly proposals: readonly ReadProposal[];
	readonly isLead: boolean;
	/** YYYY-MM-DD. */
	readonly today: string;
}): Waiting[] {
	return [
		...seen.proposals.flatMap((one) => ofProposal(one, seen.isLead)),
		...seen.plans.flatMap((one) => ofPlan(one, seen))
	];
}

function ofProposal(one: ReadProposal, isLead: boolean): Waiting[] {
	if (one.proposal.answer !== null) return [];
	const { title } = one.proposal;
	const href = `/proposals/${one.proposal.id}`;
	const days = one.standing.waitingDays;
	if (one.mayReply) return [{ kind: 'reply', href, title }];
	if (one.mayAnswer && one.standing.waitsFor === 'receiver')
		return [one.receiver.kind === 'nobody' ? { kind: 'nobody', href, title } : { kind: 'answer', href, title, days }];
	return isLead && one.standing.isOverdue ? [{ kind: 'overdue', href, title, days }] : [];
}

function ofPlan(shown: ReadPlan, { isLead, today }: { readonly isLead: boolean; readonly today: string }): Waiting[] {
	const { plan, status } = shown;
	if (status === 'ended' || status === 'done') return [];
	const href = `/plans/${plan.id}`;
	const isMine = shown.isOwn;
	const late = plan.steps.filter(
		(step) => step.doneAt === null && step.dueOn < today && !shown.stuckSteps.includes(step.id)
	).length;
	const stuck = plan.steps.filter((step) => shown.stuckSteps.includes(step.id));
	return [
		...(shown.isWithoutOwner && (shown.mayTakeOver || isLead)
			? [{ kind: shown.mayTakeOver ? 'takeOver' : 'withoutOwner', href, plan: plan.title } as const]
			: []),
		...(isMine || isLead
			? stuck.map(
					(step) => ({ kind: 'stuck', href, plan: plan.title, step: step.description.replace(/\.$/, '') }) as const
				)
			: []),
		...(isMine && late > 0 ? [{ kind: 'late', href, plan: plan.title, count: late } as const] : [])
	];
}
