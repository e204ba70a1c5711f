// Sealed profiles: rows of one size that nobody but their leader can open, and whose order says nothing of who came when.
// PostgreSQL stamps each row with the transaction that wrote it and keeps long values in pieces with running numbers, so
// rows are deleted and written anew rather than updated, several together and in random order.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

/** `profileId`: 32 bytes. `writerHash`: SHA-256 of what allows to replace it. */
export type SealedProfile = {
	readonly organisationId: string;
	readonly profileId: Uint8Array;
	readonly writerHash: Uint8Array;
	readonly sealed: Uint8Array;
};

type Place = Pick<SealedProfile, 'organisationId' | 'profileId'>;

/** Rows written together with a new one, so that a transaction's mark points to eight. A power of two less one. */
const companions = 7;

export async function findSealedProfile(
	db: Kysely<Tables>,
	place: Place
): Promise<Pick<SealedProfile, 'writerHash' | 'sealed'> | null> {
	const row = await db
		.selectFrom('sealed_profiles')
		.select(['writer_hash', 'sealed'])
		.where('organisation_id', '=', place.organisationId)
		.where('profile_id', '=', Buffer.from(place.profileId))
		.executeTakeFirst();
	return row === undefined ? null : { writerHash: row.writer_hash, sealed: row.sealed };
}

/** Writers of one organisation take turns until the transaction ends. Inside the caller's transaction. */
export async function holdSealedProfiles(db: Kysely<Tables>, organisationId: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`sealed profiles ${organisationId}`}, 0))`.execute(db);
}

/**
 * Writes a profile, new or instead of the one under its id, and with it its neighbours by id: seven of them, from a random
 * side, going round at the ends, so that each of the eight is as likely the new one. Inside a transaction that holds the
 * organisation's profiles.
 */
export async function writeSealedProfile(
	db: Kysely<Tables>,
	profile: SealedProfile,
	randomBytes: (count: number) => Uint8Array
): Promise<void> {
	const together = await neighboursOf(db, profile, (randomBytes(1)[0] ?? 0) % (companions + 1));
	const ids = [profile.profileId, ...together].map((id) => sql`${Buffer.from(id)}::bytea`);
	await sql`
		with gone as (
			delete from sealed_profiles
			where organisation_id = ${profile.organisationId}::uuid and profile_id in (${sql.join(ids)})
			returning profile_id, writer_hash, sealed
		), fresh as (
			select profile_id, writer_hash, sealed from gone where profile_id <> ${Buffer.from(profile.profileId)}::bytea
			union all
			select ${Buffer.from(profile.profileId)}::bytea, ${Buffer.from(profile.writerHash)}::bytea,
				${Buffer.from(profile.sealed)}::bytea
		)
		insert into sealed_profiles (organisation_id, profile_id, writer_hash, sealed)
		select ${profile.organisationId}::uuid, profile_id, writer_hash, sealed from fresh order by gen_random_uuid()`.execute(
		db
	);
}

export async function deleteSealedProfile(db: Kysely<Tables>, place: Place): Promise<void> {
	await db
		.deleteFrom('sealed_profiles')
		.where('organisation_id', '=', place.organisationId)
		.where('profile_id', '=', Buffer.from(place.profileId))
		.execute();
}

/**
 * The close of a round: all profiles of the organisation, of this round and of earlier ones, are written anew in random
 * order, so that neither their place nor a hidden mark tells who came when. Inside the caller's transaction; old versions
 * lie in the files until they are cleaned (`forgetOldVersions`).
 */
export async function shuffleSealedProfiles(db: Kysely<Tables>, organisationId: string): Promise<void> {
	await holdSealedProfiles(db, organisationId);
	await sql`
		with gone as (
			delete from sealed_profiles where organisation_id = ${organisationId}::uuid
			returning profile_id, writer_hash, sealed
		)
		insert into sealed_profiles (organisation_id, profile_id, writer_hash, sealed)
		select ${organisationId}::uuid, profile_id, writer_hash, sealed from gone order by gen_random_uuid()`.execute(db);
}

/** How many profiles there are, and how many leaders were ever invited: a bound against being filled up. */
export async function countSealedProfiles(
	db: Kysely<Tables>,
	organisationId: string
): Promise<{ readonly profiles: number; readonly invited: number }> {
	const { rows } = await sql<{ profiles: number; invited: number }>`
		select
			(select count(*)::integer from sealed_profiles where organisation_id = ${organisationId}::uuid) as profiles,
			(select coalesce(sum(invited), 0)::integer from reporting_groups where organisation_id = ${organisationId}::uuid)
				as invited`.execute(db);
	return rows[0] ?? { profiles: 0, invited: 0 };
}

/** `before` neighbours with lower ids and the rest of seven with higher ones; fewer where there are fewer. */
async function neighboursOf(db: Kysely<Tables>, place: Place, before: number): Promise<Uint8Array[]> {
	const own = Buffer.from(place.profileId);
	const ids = async (side: '<' | '>', order: 'asc' | 'desc', limit: number): Promise<Buffer[]> => {
		if (limit === 0) return [];
		const rows = await db
			.selectFrom('sealed_profiles')
			.select('profile_id')
			.where('organisation_id', '=', place.organisationId)
			.where('profile_id', side, own)
			.orderBy('profile_id', order)
			.limit(limit)
			.execute();
		return rows.map((row) => row.profile_id);
	};
	const lower = await ids('<', 'desc', before);
	const higher = await ids('>', 'asc', companions - before);
	const found = [
		...lower,
		...higher,
		...(await ids('>', 'desc', before - lower.length)),
		...(await ids('<', 'asc', companions - before - higher.length))
	];
	return [...new Map(found.map((id) => [id.toString('hex'), id])).values()];
}
