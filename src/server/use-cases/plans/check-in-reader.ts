// Who is asked how a step goes: the owner, or whoever answers for the plan where that person has left. Asked again when a link
// is opened: it works for the person whom the step is about today.
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Plan, PlanStep } from '#domain/plan/plan.ts';
import type { Context } from '#server/context.ts';
import { listMemberships, type Membership } from '#server/database/memberships.ts';
import { readOrganisation } from '#server/database/organisations.ts';

export type CheckInReader = {
	readonly name: string;
	/** Null for somebody outside the roster. */
	readonly leaderId: string | null;
	readonly email: string | null;
	/** The owner who has left. */
	readonly insteadOf: string | null;
};

export type ReaderWorld = {
	readonly organisation: Organisation;
	/** Addresses whose every role was let rest: of those outside the roster, whoever has left. */
	readonly atRest: ReadonlySet<string>;
};

export async function readReaderWorld(db: Context['db'], organisationId: string): Promise<ReaderWorld> {
	const organisation = await readOrganisation(db, organisationId);
	return { organisation, atRest: addressesAtRest(await listMemberships(db, organisationId)) };
}

export function addressesAtRest(memberships: readonly Membership[]): ReadonlySet<string> {
	const ofAddress = Map.groupBy(memberships, ({ email }) => email);
	const atRest = [...ofAddress].filter(([, own]) => own.every(({ suspendedAt }) => suspendedAt !== null));
	return new Set(atRest.map(([email]) => email));
}

/** The step's owner of today; the plan's owner where that person has left; null where nobody can be asked. */
export function readerOfStep(plan: Plan, step: PlanStep, world: ReaderWorld): CheckInReader | null {
	const { leaders } = world.organisation;
	const leaderOf = (id: string | null, insteadOf: string | null): CheckInReader | null => {
		const leader = leaders.find((one) => one.id === id);
		return leader === undefined ? null : { name: leader.name, leaderId: leader.id, email: leader.email, insteadOf };
	};
	if (step.ownerLeaderId === null && !isGone(step.ownerEmail, world))
		return { name: step.owner, leaderId: null, email: step.ownerEmail, insteadOf: null };
	const own = leaderOf(step.ownerLeaderId, null);
	if (own !== null || plan.owner === null) return own;
	const { leaderId, name, email } = plan.owner;
	if (leaderId !== null) return leaderOf(leaderId, step.owner);
	return isGone(email, world) ? null : { name, leaderId, email, insteadOf: step.owner };
}

/** Of somebody outside the roster nobody knows, unless all of their roles were let rest. */
export function isGone(email: string | null, { organisation, atRest }: ReaderWorld): boolean {
	if (email === null || !atRest.has(email)) return false;
	return !organisation.leaders.some((leader) => leader.email === email);
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
