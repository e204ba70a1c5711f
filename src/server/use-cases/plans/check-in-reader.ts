// Who is asked how a step goes: the owner, or whoever answers for the plan where that person has left. Asked again when a link
// is opened: it works for the person whom the step is about today.
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Plan, PlanStep } from '#domain/plan/plan.ts';

export type CheckInReader = {
	readonly name: string;
	/** Null for somebody outside the roster. */
	readonly leaderId: string | null;
	readonly email: string | null;
	/** The owner who has left. */
	readonly insteadOf: string | null;
};

/** The step's owner of today; the plan's owner where that person has left; null where nobody can be asked. */
export function readerOfStep(plan: Plan, step: PlanStep, { leaders }: Organisation): CheckInReader | null {
	const leaderOf = (id: string | null, insteadOf: string | null): CheckInReader | null => {
		const leader = leaders.find((one) => one.id === id);
		return leader === undefined ? null : { name: leader.name, leaderId: leader.id, email: leader.email, insteadOf };
	};
	if (step.ownerLeaderId === null) return { name: step.owner, leaderId: null, email: step.ownerEmail, insteadOf: null };
	const own = leaderOf(step.ownerLeaderId, null);
	if (own !== null || plan.owner === null) return own;
	const { leaderId, name, email } = plan.owner;
	return leaderId === null ? { name, leaderId, email, insteadOf: step.owner } : leaderOf(leaderId, step.owner);
}

/** True where the person who got the link is still the one to ask. */
export function isReader(
	recipient: { readonly recipientLeaderId: string | null; readonly recipientEmail: string | null },
	reader: CheckInReader | null
): boolean {
	if (reader === null) return false;
	if (reader.leaderId !== null) return reader.leaderId === recipient.recipientLeaderId;
	return recipient.recipientLeaderId === null && reader.email !== null && reader.email === recipient.recipientEmail;
}
