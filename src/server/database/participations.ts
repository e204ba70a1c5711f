// How the work environment organisation took part: entries that are only ever added.
import type { Kysely } from 'kysely';
import type { Participation } from '#domain/work-environment/participation-log.ts';
import type { Tables } from '#server/database/tables.ts';

export async function insertParticipation(
	db: Kysely<Tables>,
	organisationId: string,
	entry: Participation
): Promise<void> {
	await db
		.insertInto('participations')
		.values({
			organisation_id: organisationId,
			entry_id: entry.id,
			held_on: entry.heldOn,
			what: entry.what,
			who: entry.who,
			written_at: entry.writtenAt,
			written_by: entry.writtenBy,
			corrects: entry.corrects
		})
		.execute();
}

export async function listParticipations(db: Kysely<Tables>, organisationId: string): Promise<Participation[]> {
	const rows = await db
		.selectFrom('participations')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.orderBy('held_on')
		.orderBy('written_at')
		.orderBy('entry_id')
		.execute();
	return rows.map((row) => ({
		id: row.entry_id,
		heldOn: row.held_on,
		what: row.what,
		who: row.who,
		writtenAt: row.written_at,
		writtenBy: row.written_by,
		corrects: row.corrects
	}));
}
