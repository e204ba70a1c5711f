// Who an e-mail address belongs to: roles from the memberships, the role of manager from the roster of today.
import type { Kysely } from 'kysely';
import { roles, type Person, type Role } from '#server/actor.ts';
import type { Tables } from '#server/database/tables.ts';

/**
 * The person behind an address, or null where no membership and no current leader has it. Without an organisation it is the
 * oldest one that knows the address; the demonstration is found only when asked for by name.
 */
export async function findPerson(db: Kysely<Tables>, email: string, organisationId?: string): Promise<Person | null> {
	const address = normaliseAddress(email);
	const organisation = await findOrganisationOf(db, address, organisationId);
	if (organisation === null) return null;
	const memberships = await db
		.selectFrom('memberships')
		.select('role')
		.where('organisation_id', '=', organisation.organisation_id)
		.where('email', '=', address)
		.where('suspended_at', 'is', null)
		.execute();
	const leader = await db
		.selectFrom('leaders')
		.select(['leader_id', 'name'])
		.where('organisation_id', '=', organisation.organisation_id)
		.where('email', '=', address)
		.where('left_at', 'is', null)
		.executeTakeFirst();
	const granted = new Set(memberships.map((membership) => membership.role));
	if (leader !== undefined && (await leadsLeaders(db, organisation.organisation_id, leader.leader_id)))
		granted.add('manager');
	return {
		kind: 'person',
		organisationId: organisation.organisation_id,
		email: address,
		name: leader?.name ?? (await findAccountName(db, address)) ?? address,
		roles: roles.filter((role: Role) => granted.has(role)),
		leaderId: leader?.leader_id ?? null,
		isDemonstration: organisation.is_demonstration
	};
}

/** Addresses are compared and stored in this form. */
export function normaliseAddress(email: string): string {
	return email.trim().toLowerCase();
}

async function findOrganisationOf(db: Kysely<Tables>, address: string, organisationId: string | undefined) {
	const known = db
		.selectFrom('organisations')
		.select(['organisations.organisation_id', 'organisations.is_demonstration'])
		.where((where) =>
			where.or([
				where.exists(
					where
						.selectFrom('memberships')
						.select('memberships.role')
						.whereRef('memberships.organisation_id', '=', 'organisations.organisation_id')
						.where('memberships.email', '=', address)
						.where('memberships.suspended_at', 'is', null)
				),
				where.exists(
					where
						.selectFrom('leaders')
						.select('leaders.leader_id')
						.whereRef('leaders.organisation_id', '=', 'organisations.organisation_id')
						.where('leaders.email', '=', address)
						.where('leaders.left_at', 'is', null)
				)
			])
		)
		.orderBy('organisations.created_at')
		.orderBy('organisations.organisation_id');
	const chosen =
		organisationId === undefined
			? known.where('organisations.is_demonstration', '=', false)
			: known.where('organisations.organisation_id', '=', organisationId);
	return (await chosen.executeTakeFirst()) ?? null;
}

async function leadsLeaders(db: Kysely<Tables>, organisationId: string, leaderId: string): Promise<boolean> {
	const led = await db
		.selectFrom('leaders')
		.select('leader_id')
		.where('organisation_id', '=', organisationId)
		.where('manager_id', '=', leaderId)
		.where('left_at', 'is', null)
		.limit(1)
		.executeTakeFirst();
	return led !== undefined;
}

async function findAccountName(db: Kysely<Tables>, address: string): Promise<string | null> {
	const account = await db.selectFrom('identity_users').select('name').where('email', '=', address).executeTakeFirst();
	return account?.name || null;
}
