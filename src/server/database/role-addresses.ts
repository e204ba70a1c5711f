// Where somebody with a role can be written to.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

export async function listAddressesOfRole(
	db: Kysely<Tables>,
	organisationId: string,
	role: 'programme-lead' | 'committee' | 'facilitator' | 'operator'
): Promise<string[]> {
	const rows = await db
		.selectFrom('memberships')
		.select('email')
		.where('organisation_id', '=', organisationId)
		.where('role', '=', role)
		.where('suspended_at', 'is', null)
		.orderBy('email')
		.execute();
	return rows.map((row) => row.email);
}
