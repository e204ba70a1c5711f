// Whether a later round asked the people of an earlier one's groups again, in whatever groups it put them.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

/**
 * True where the later round asked about one of the units in which the groups' leaders were led. Where none of these units is there
 * today, it also counts that it asked one of their leaders, wherever that was.
 */
export async function isAskedThere(
	db: Kysely<Tables>,
	asked: {
		readonly organisationId: string;
		readonly roundId: string;
		/** Reporting groups of `roundId`. */
		readonly groupIds: readonly string[];
		readonly laterRoundId: string;
	}
): Promise<boolean> {
	const { organisationId, roundId, groupIds, laterRoundId } = asked;
	const { rows } = await sql<{ isAsked: boolean }>`
		with wanted as (select jsonb_array_elements_text(${JSON.stringify(groupIds)}::jsonb) as group_id),
		places as (
			select distinct unit_id from leadership_groups
			where organisation_id = ${organisationId} and round_id = ${roundId} and group_id in (select group_id from wanted)
		)
		select exists (
			select from places join round_units later using (unit_id)
			where later.organisation_id = ${organisationId} and later.round_id = ${laterRoundId}
		) or (
			not exists (
				select from places join units today using (unit_id)
				where today.organisation_id = ${organisationId} and today.closed_at is null
			)
			and exists (
				select from invitations earlier
				join invitations later on later.organisation_id = earlier.organisation_id and later.leader_id = earlier.leader_id
				where earlier.organisation_id = ${organisationId} and earlier.round_id = ${roundId}
				and earlier.group_id in (select group_id from wanted) and later.round_id = ${laterRoundId}
			)
		) as "isAsked"`.execute(db);
	return rows[0]?.isAsked ?? false;
}
