// Counts for the drafts of the law's documents: how many people, rounds and roles there are, and never who.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

export type OrganisationCounts = {
	readonly leaders: number;
	readonly rounds: number;
	/** Null where there was no round that was answered here. */
	readonly threshold: number | null;
	readonly minimumInvited: number | null;
	readonly keysInFile: number;
	readonly keysSplit: number;
};

export async function readOrganisationCounts(db: Kysely<Tables>, organisationId: string): Promise<OrganisationCounts> {
	const { rows } = await sql<{
		leaders: number;
		rounds: number;
		threshold: number | null;
		invited: number | null;
		file: number;
		split: number;
	}>`
		select
			(select count(*)::integer from leaders where organisation_id = ${organisationId}::uuid and left_at is null) as leaders,
			count(*)::integer as rounds, min(threshold) as threshold, min(minimum_invited) as invited,
			(count(*) filter (where key_custody = 'file'))::integer as file,
			(count(*) filter (where key_custody = 'split'))::integer as split
		from rounds where organisation_id = ${organisationId}::uuid and source = 'ballots'`.execute(db);
	const [row] = rows;
	if (row === undefined) throw new Error('the database gave no answer');
	return {
		leaders: row.leaders,
		rounds: row.rounds,
		threshold: row.threshold,
		minimumInvited: row.invited,
		keysInFile: row.file,
		keysSplit: row.split
	};
}

/** How many addresses bear each role; those whose role rests are left out. */
export async function countRoles(
	db: Kysely<Tables>,
	organisationId: string
): Promise<readonly { readonly role: string; readonly people: number }[]> {
	return db
		.selectFrom('memberships')
		.select(['role', sql<number>`count(*)::integer`.as('people')])
		.where('organisation_id', '=', organisationId)
		.where('suspended_at', 'is', null)
		.groupBy('role')
		.orderBy('role')
		.execute();
}

export async function listSecondFactorRoles(db: Kysely<Tables>, organisationId: string): Promise<readonly string[]> {
	const rows = await db
		.selectFrom('second_factor_rules')
		.select('role')
		.where('organisation_id', '=', organisationId)
		.orderBy('role')
		.execute();
	return rows.map(({ role }) => role);
}
