// Who reads a letter about a plan today: the person it is about, as long as that person is here; else whoever has the task now; else
// the programme leads. One answer for all letters about plans, steps and proposals.
import { placesToday } from '#domain/plan/place-of-plan.ts';
import type { Plan, PlanStep } from '#domain/plan/plan.ts';
import type { Proposal, ReceiverToday } from '#domain/plan/proposal.ts';
import type { Person, Role } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listMemberships, type Membership } from '#server/database/memberships.ts';
import { forgottenName } from '#server/database/retention.ts';
import { addressesAtRest, isGone, readerOfStep, type ReaderWorld } from './check-in-reader.ts';
import { mayReadPlan, planToday, readPlanWorld, type PlanWorld } from './plan-world.ts';

export type LetterReader = {
	/** Empty for a role: then the texts say how it is addressed. */
	readonly name: string;
	readonly email: string;
	readonly leaderId: string | null;
	/** `self`: the person the letter is about; the others stand in, or are written to as a role. */
	readonly as: 'self' | 'owner' | 'manager' | 'committee' | 'programme-lead';
	/** Whom somebody stands in for; null where nobody was named, or the name is forgotten. */
	readonly insteadOf: string | null;
};

export type LetterWorld = PlanWorld &
	ReaderWorld & { readonly organisationId: string; readonly memberships: readonly Membership[] };

export async function readLetterWorld(db: Context['db'], organisationId: string): Promise<LetterWorld> {
	const world = await readPlanWorld(db, organisationId);
	const memberships = await listMemberships(db, organisationId);
	return { ...world, organisationId, memberships, atRest: addressesAtRest(memberships) };
}

/** Whoever does the step, else whoever owns the plan, else the programme leads. */
export function readersOfStep(world: LetterWorld, plan: Plan, step: PlanStep): readonly LetterReader[] {
	const asked = readerOfStep(plan, step, world);
	if (asked !== null && asked.email !== null) {
		const { name, leaderId, email, insteadOf } = asked;
		return [{ name, leaderId, email, as: insteadOf === null ? 'self' : 'owner', insteadOf: known(insteadOf) }];
	}
	const owner = ownerOf(world, plan);
	return owner === null ? roleReaders(world, 'programme-lead', step.owner) : [{ ...owner, as: 'self' }];
}

/** Whoever sent a proposal and can still reply; else who owns its plan or leads its group; else the programme leads. */
export function readersForSender(
	world: LetterWorld,
	plan: Plan,
	{ senderEmail, senderName }: Pick<Proposal, 'senderEmail' | 'senderName'>
): readonly LetterReader[] {
	const insteadOf = known(senderName);
	const { leaders } = world.organisation;
	const leads = (id: string | null) => leaders.some(({ managerId }) => managerId !== null && managerId === id);
	const sender = leaders.find(({ email }) => email !== null && email === senderEmail);
	const hasRole = world.memberships.some(
		({ email, role, suspendedAt }) =>
			suspendedAt === null && email === senderEmail && (role === 'programme-lead' || role === 'manager')
	);
	if (senderEmail !== '' && (hasRole || leads(sender?.id ?? null)))
		return [{ name: senderName, email: senderEmail, leaderId: sender?.id ?? null, as: 'self', insteadOf: null }];
	const owner = ownerOf(world, plan);
	// Who answers for the plan replies from the roster: somebody outside it can open nothing.
	if (owner !== null && leads(owner.leaderId)) return [{ ...owner, as: 'owner', insteadOf }];
	const today = planToday(plan, plan.places, world);
	for (const { managerId } of placesToday(today.places)) {
		const manager = leaders.find(({ id }) => id === managerId);
		if (manager === undefined || manager.email === null) continue;
		return [{ name: manager.name, email: manager.email, leaderId: manager.id, as: 'manager', insteadOf }];
	}
	return roleReaders(world, 'programme-lead', senderName);
}

/**
 * Everybody who can answer a proposal today and has an address. `isHeard` is false where nobody has one: then the programme leads
 * read that, so that no proposal lies where nobody hears of it.
 */
export function readersOfProposal(
	world: LetterWorld,
	receiver: ReceiverToday
): { readonly isHeard: boolean; readonly readers: readonly LetterReader[] } {
	switch (receiver.kind) {
		case 'leader': {
			const { email, name, leaderId } = receiver;
			if (email === null) return { isHeard: false, readers: roleReaders(world, 'programme-lead', name) };
			return { isHeard: true, readers: [{ name, email, leaderId, as: 'self', insteadOf: null }] };
		}
		case 'committee': {
			const readers = roleReaders(world, 'committee', null);
			if (readers.length > 0) return { isHeard: true, readers };
			return { isHeard: false, readers: roleReaders(world, 'programme-lead', null) };
		}
		case 'programme-lead':
		case 'nobody': {
			const readers = roleReaders(world, 'programme-lead', null);
			return { isHeard: readers.length > 0, readers };
		}
	}
}

/** Whether a link to the plan leads somewhere for this reader. */
export function canOpenPlan(world: LetterWorld, plan: Plan, reader: LetterReader): boolean {
	const { organisation, memberships, organisationId } = world;
	const roles: Role[] = memberships
		.filter(({ email, suspendedAt }) => email === reader.email && suspendedAt === null)
		.map(({ role }) => role);
	// Somebody may have been named by address only.
	const leaderId = reader.leaderId ?? organisation.leaders.find(({ email }) => email === reader.email)?.id ?? null;
	if (leaderId !== null && organisation.leaders.some(({ managerId }) => managerId === leaderId)) roles.push('manager');
	const person: Person = {
		...{ kind: 'person', organisationId, email: reader.email, name: reader.name, leaderId },
		...{ roles, isDemonstration: false }
	};
	return mayReadPlan(person, plan, planToday(plan, plan.places, world), world);
}

/** The plan's owner with the address of today; null where nobody was named, has left, or can be written to. */
function ownerOf(world: LetterWorld, { owner }: Plan): Omit<LetterReader, 'as'> | null {
	if (owner === null) return null;
	const leader = world.organisation.leaders.find(({ id }) => id === owner.leaderId);
	if (owner.leaderId !== null && leader === undefined) return null;
	const { name, email } = leader ?? owner;
	if (email === null || isGone(email, world)) return null;
	return { name, email, leaderId: owner.leaderId, insteadOf: null };
}

function roleReaders(
	{ memberships }: LetterWorld,
	role: 'programme-lead' | 'committee',
	insteadOf: string | null
): readonly LetterReader[] {
	return memberships
		.filter((one) => one.role === role && one.suspendedAt === null)
		.map(({ email }) => ({ name: '', email, leaderId: null, as: role, insteadOf: known(insteadOf) }));
}

function known(name: string | null): string | null {
	return name === null || name === '' || name === forgottenName ? null : name;
}
