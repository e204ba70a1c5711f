// Which revisions of the evidence base readers see from when on. Rows are only ever added.
import type { Kysely } from 'kysely';
import { kindOf, type RecordKey } from '#server/database/evidence-revisions.ts';
import type { Tables } from '#server/database/tables.ts';

export type Publication = {
	readonly publication: number;
	readonly note: string;
	readonly publisherName: string;
	readonly publishedAt: Date;
	readonly records: readonly (RecordKey & { readonly revision: number })[];
};

/** The number and moment of the last publication, or null before the first. */
export async function findLastPublication(
	db: Kysely<Tables>,
	organisationId: string
): Promise<{ readonly publication: number; readonly publishedAt: Date } | null> {
	const row = await db
		.selectFrom('evidence_publications')
		.select(['publication', 'published_at'])
		.where('organisation_id', '=', organisationId)
		.orderBy('publication', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row === undefined ? null : { publication: row.publication, publishedAt: row.published_at };
}

export async function insertPublication(
	db: Kysely<Tables>,
	organisationId: string,
	publication: Publication
): Promise<void> {
	await db
		.insertInto('evidence_publications')
		.values({
			organisation_id: organisationId,
			publication: publication.publication,
			note: publication.note,
			publisher_name: publication.publisherName,
			published_at: publication.publishedAt
		})
		.execute();
	await db
		.insertInto('evidence_publication_records')
		.values(
			publication.records.map(({ kind, id, revision }) => ({
				organisation_id: organisationId,
				publication: publication.publication,
				kind,
				record_id: id,
				revision
			}))
		)
		.execute();
}

/** Newest first. */
export async function listPublications(db: Kysely<Tables>, organisationId: string): Promise<readonly Publication[]> {
	const publications = await db
		.selectFrom('evidence_publications')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.orderBy('publication', 'desc')
		.execute();
	const records = await db
		.selectFrom('evidence_publication_records')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.orderBy('kind')
		.orderBy('record_id')
		.execute();
	return publications.map((row) => ({
		publication: row.publication,
		note: row.note,
		publisherName: row.publisher_name,
		publishedAt: row.published_at,
		records: records
			.filter((record) => record.publication === row.publication)
			.map((record) => ({ kind: kindOf(record.kind), id: record.record_id, revision: record.revision }))
	}));
}
