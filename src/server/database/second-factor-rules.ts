// For which roles an organisation asks for a second factor.
import type { Kysely } from 'kysely';
import { roles, type Role } from '#server/actor.ts';
import type { Tables } from '#server/database/tables.ts';

export async function readSecondFactorRules(db: Kysely<Tables>, organisationId: string): Promise<readonly Role[]> {
	const rows = await db
		.selectFrom('second_factor_rules')
		.select('role')
		.where('organisation_id', '=', organisationId)
		.execute();
	return roles.filter((role) => rows.some((row) => row.role === role));
}

/** From now on these roles need a second factor, and no others do. Runs inside the caller's transaction. */
export async function writeSecondFactorRules(
	db: Kysely<Tables>,
	organisationId: string,
	rules: { readonly roles: readonly Role[]; readonly at: Date; readonly by: string }
): Promise<void> {
	await db.deleteFrom('second_factor_rules').where('organisation_id', '=', organisationId).execute();
	if (rules.roles.length === 0) return;
	await db
		.insertInto('second_factor_rules')
		.values(
			rules.roles.map((role) => ({
				organisation_id: organisationId,
				role,
				required_at: rules.at,
				required_by: rules.by
			}))
		)
		.execute();
}
