// Who can be given a printed code: everybody who is asked, with the unit; nothing of who has collected is read.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

type Key = { readonly organisationId: string; readonly roundId: string };

export type LeaderInUnit = {
	readonly leaderId: string;
	readonly name: string;
	readonly hasEmail: boolean;
	readonly unitId: string;
	readonly unitName: string;
};

/** By unit, then by name. */
export async function listInvitedByUnit(db: Kysely<Tables>, key: Key): Promise<LeaderInUnit[]> {
	const rows = await db
		.selectFrom('invitations')
		.innerJoin('leaders', (join) =>
			join
				.onRef('leaders.organisation_id', '=', 'invitations.organisation_id')
				.onRef('leaders.leader_id', '=', 'invitations.leader_id')
		)
		.innerJoin('units', (join) =>
			join.onRef('units.organisation_id', '=', 'leaders.organisation_id').onRef('units.unit_id', '=', 'leaders.unit_id')
		)
		.select(['leaders.leader_id', 'leaders.name', 'leaders.email', 'units.unit_id', 'units.name as unit_name'])
		.where('invitations.organisation_id', '=', key.organisationId)
		.where('invitations.round_id', '=', key.roundId)
		.orderBy('units.name')
		.orderBy('units.unit_id')
		.orderBy('leaders.name')
		.orderBy('leaders.leader_id')
		.execute();
	return rows.map((row) => ({
		leaderId: row.leader_id,
		name: row.name,
		hasEmail: row.email !== null,
		unitId: row.unit_id,
		unitName: row.unit_name
	}));
}
