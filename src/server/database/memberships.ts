// Who has been given which role in an organisation, and which of them rest.
import type { Kysely } from 'kysely';
import { roles, type Role } from '#server/actor.ts';
import { slices } from '#server/database/slices.ts';
import type { Tables } from '#server/database/tables.ts';

export type Membership = {
	readonly email: string;
	readonly role: Role;
	readonly grantedAt: Date;
	/** Null where the role can be used. */
	readonly suspendedAt: Date | null;
};

/** By address and role. */
export async function listMemberships(db: Kysely<Tables>, organisationId: string): Promise<readonly Membership[]> {
	const rows = await db
		.selectFrom('memberships')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.orderBy('email')
		.orderBy('role')
		.execute();
	return rows.flatMap((row) => {
		const role = roles.find((known) => known === row.role);
		if (role === undefined) return [];
		return [{ email: row.email, role, grantedAt: row.granted_at, suspendedAt: row.suspended_at }];
	});
}

/** Returns false where nobody with this address has the role. */
export async function removeMembership(
	db: Kysely<Tables>,
	organisationId: string,
	membership: { readonly email: string; readonly role: Role }
): Promise<boolean> {
	const result = await db
		.deleteFrom('memberships')
		.where('organisation_id', '=', organisationId)
		.where('email', '=', membership.email)
		.where('role', '=', membership.role)
		.executeTakeFirst();
	return result.numDeletedRows > 0n;
}

/** Lets every role of these addresses rest, and returns which that were. */
export async function suspendMemberships(
	db: Kysely<Tables>,
	organisationId: string,
	emails: readonly string[],
	at: Date
): Promise<readonly { readonly email: string; readonly role: string }[]> {
	const suspended: { readonly email: string; readonly role: string }[] = [];
	for (const part of slices(emails)) {
		suspended.push(
			...(await db
				.updateTable('memberships')
				.set({ suspended_at: at })
				.where('organisation_id', '=', organisationId)
				.where('email', 'in', part)
				.where('suspended_at', 'is', null)
				.returning(['email', 'role'])
				.execute())
		);
	}
	return suspended.sort((a, b) => `${a.email} ${a.role}`.localeCompare(`${b.email} ${b.role}`, 'en'));
}
