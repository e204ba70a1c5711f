// What was published. Written once; a group's row holds its cells, so that a page reads few rows.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

type Key = { readonly organisationId: string; readonly roundId: string };

export type StoredRelease = {
	readonly releasedAt: Date;
	readonly engine: string;
	readonly threshold: number;
	/** Everything of the release but its groups, as JSON. */
	readonly summary: unknown;
};

export type StoredReleaseGroup = {
	readonly id: string;
	readonly parentId: string | null;
	/** The released group, as JSON. */
	readonly released: unknown;
};

/** Runs inside the caller's transaction. A round is released once: a second release breaks on its key. */
export async function insertRelease(
	db: Kysely<Tables>,
	key: Key,
	release: StoredRelease & { readonly groups: readonly StoredReleaseGroup[] }
): Promise<void> {
	await db
		.insertInto('releases')
		.values({
			organisation_id: key.organisationId,
			round_id: key.roundId,
			released_at: release.releasedAt,
			engine: release.engine,
			threshold: release.threshold,
			summary: JSON.stringify(release.summary)
		})
		.execute();
	const size = 1000;
	for (let start = 0; start < release.groups.length; start += size) {
		const rows = release.groups.slice(start, start + size).map((group, index) => ({
			id: group.id,
			position: start + index,
			parent: group.parentId,
			released: group.released
		}));
		await sql`
			insert into release_groups (organisation_id, round_id, group_id, position, parent_group_id, released)
			select ${key.organisationId}::uuid, ${key.roundId}::uuid, given.id, given.position, given.parent, given.released
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id text, position integer, parent text, released jsonb)`.execute(
			db
		);
	}
}

export async function findRelease(db: Kysely<Tables>, key: Key): Promise<StoredRelease | null> {
	const row = await db
		.selectFrom('releases')
		.selectAll()
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.executeTakeFirst();
	return row === undefined
		? null
		: { releasedAt: row.released_at, engine: row.engine, threshold: row.threshold, summary: row.summary };
}

/** All released groups in their order, or only those with the ids given. */
export async function listReleaseGroups(
	db: Kysely<Tables>,
	key: Key,
	ids?: readonly string[]
): Promise<StoredReleaseGroup[]> {
	let query = db
		.selectFrom('release_groups')
		.select(['group_id', 'parent_group_id', 'released'])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId);
	if (ids !== undefined) query = query.where('group_id', 'in', [...ids]);
	const rows = await query.orderBy('position').execute();
	return rows.map((row) => ({ id: row.group_id, parentId: row.parent_group_id, released: row.released }));
}
