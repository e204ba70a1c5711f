// What editors changed of the evidence base. Rows are only ever added. What of it was published: evidence-publications.ts.
import { sql, type Kysely } from 'kysely';
import type { EvidenceRecord, RecordEdit, RecordKind } from '#domain/evidence/apply-revisions.ts';
import type { Finding, Intervention, Study } from '#domain/evidence/evidence.ts';
import type { Tables } from '#server/database/tables.ts';

export type RecordKey = { readonly kind: RecordKind; readonly id: string };

export type SavedRevision = RecordKey & {
	readonly revision: number;
	readonly content: EvidenceRecord | null;
	readonly shippedBefore: EvidenceRecord | null;
	readonly reason: string;
	readonly editorName: string;
	readonly savedAt: Date;
};

/** The last revision of a record that an edit is made of, with what is published of it. */
export type StoredEdit = PublishedEdit & { readonly publishedRevision: number | null };
export type PublishedEdit = RecordEdit & { readonly revision: number };

/** Editors of one organisation take turns until the transaction ends. */
export async function holdEvidence(db: Kysely<Tables>, organisationId: string): Promise<void> {
	await db
		.selectFrom('organisations')
		.select('organisation_id')
		.where('organisation_id', '=', organisationId)
		.forNoKeyUpdate()
		.execute();
}

export async function insertRevision(
	db: Kysely<Tables>,
	organisationId: string,
	revision: SavedRevision
): Promise<void> {
	await db
		.insertInto('evidence_revisions')
		.values({
			organisation_id: organisationId,
			kind: revision.kind,
			record_id: revision.id,
			revision: revision.revision,
			content: revision.content === null ? null : JSON.stringify(revision.content),
			shipped_before: revision.shippedBefore === null ? null : JSON.stringify(revision.shippedBefore),
			reason: revision.reason,
			editor_name: revision.editorName,
			saved_at: revision.savedAt
		})
		.execute();
}

/** Newest first. `key`: those of one record only. */
export async function listRevisions(
	db: Kysely<Tables>,
	organisationId: string,
	key?: RecordKey
): Promise<readonly SavedRevision[]> {
	let query = db.selectFrom('evidence_revisions').selectAll().where('organisation_id', '=', organisationId);
	if (key !== undefined) query = query.where('kind', '=', key.kind).where('record_id', '=', key.id);
	const rows = await query
		.orderBy('saved_at', 'desc')
		.orderBy('kind')
		.orderBy('record_id')
		.orderBy('revision', 'desc')
		.execute();
	return rows.map((row) => {
		const { kind, id, content, shippedBefore } = editOf(row, noCircumstances);
		return {
			kind,
			id,
			content,
			shippedBefore,
			revision: row.revision,
			reason: row.reason,
			editorName: row.editor_name,
			savedAt: row.saved_at
		};
	});
}

/** The last revision of every record that was ever edited. */
export async function listLatestEdits(db: Kysely<Tables>, organisationId: string): Promise<readonly StoredEdit[]> {
	const rows = await db
		.selectFrom('evidence_revisions')
		.distinctOn(['kind', 'record_id'])
		.select(['kind', 'record_id', 'revision', 'content', 'shipped_before'])
		.where('organisation_id', '=', organisationId)
		.orderBy('kind')
		.orderBy('record_id')
		.orderBy('revision', 'desc')
		.execute();
	const published = await publishedOf(db, organisationId);
	const circumstancesOf = await readCircumstances(db, organisationId, published);
	return rows.map((row) => ({
		...editOf(row, circumstancesOf(row)),
		revision: row.revision,
		publishedRevision: published.get(nameOf(row))?.revision ?? null
	}));
}

/** The revision that readers see, of every record of which one was published. */
export async function listPublishedEdits(
	db: Kysely<Tables>,
	organisationId: string
): Promise<readonly PublishedEdit[]> {
	const rows = await db
		.selectFrom('evidence_publication_records as published')
		.innerJoin('evidence_revisions as saved', (join) =>
			join
				.onRef('saved.organisation_id', '=', 'published.organisation_id')
				.onRef('saved.kind', '=', 'published.kind')
				.onRef('saved.record_id', '=', 'published.record_id')
				.onRef('saved.revision', '=', 'published.revision')
		)
		.distinctOn(['published.kind', 'published.record_id'])
		.select(['saved.kind', 'saved.record_id', 'saved.revision', 'saved.content', 'saved.shipped_before'])
		.where('published.organisation_id', '=', organisationId)
		.orderBy('published.kind')
		.orderBy('published.record_id')
		.orderBy('published.publication', 'desc')
		.execute();
	const published = await publishedOf(db, organisationId);
	const circumstancesOf = await readCircumstances(db, organisationId, published);
	return rows.map((row) => ({ ...editOf(row, circumstancesOf(row)), revision: row.revision }));
}

/** What is shipped now of records that were edited here. What is known already stays as it is. */
export async function rememberShipped(
	db: Kysely<Tables>,
	organisationId: string,
	shipped: readonly (RecordKey & { readonly revision: number; readonly record: EvidenceRecord })[]
): Promise<void> {
	if (shipped.length === 0) return;
	await db
		.insertInto('evidence_upgrades')
		.values(
			shipped.map(({ kind, id, revision, record }) => ({
				organisation_id: organisationId,
				kind,
				record_id: id,
				revision,
				version: record.version,
				shipped: JSON.stringify(record)
			}))
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

type PublishedOf = ReadonlyMap<string, { readonly revision: number; readonly times: number }>;

async function publishedOf(db: Kysely<Tables>, organisationId: string): Promise<PublishedOf> {
	const rows = await db
		.selectFrom('evidence_publication_records')
		.select(['kind', 'record_id', 'revision'])
		.where('organisation_id', '=', organisationId)
		.orderBy('publication')
		.execute();
	const published = new Map<string, { readonly revision: number; readonly times: number }>();
	for (const row of rows) {
		const name = nameOf(row);
		published.set(name, { revision: row.revision, times: (published.get(name)?.times ?? 0) + 1 });
	}
	return published;
}

/** What has happened around an edit: it does not stand in the revision itself. */
type Circumstances = {
	readonly publishedTimes: number;
	readonly shippedVersion: number;
	readonly shippedSince: readonly unknown[];
};
const noCircumstances: Circumstances = { publishedTimes: 0, shippedVersion: 0, shippedSince: [] };
type RevisionName = { readonly kind: string; readonly record_id: string; readonly revision: number };

async function readCircumstances(
	db: Kysely<Tables>,
	organisationId: string,
	published: PublishedOf
): Promise<(row: RevisionName) => Circumstances> {
	const editedFrom = await db
		.selectFrom('evidence_revisions')
		.select(['kind', 'record_id', sql<number | null>`max((shipped_before ->> 'version')::integer)`.as('version')])
		.where('organisation_id', '=', organisationId)
		.groupBy(['kind', 'record_id'])
		.execute();
	const upgrades = await db
		.selectFrom('evidence_upgrades')
		.select(['kind', 'record_id', 'revision', 'version', 'shipped'])
		.where('organisation_id', '=', organisationId)
		.orderBy('version')
		.execute();
	const highest = new Map(editedFrom.map((row) => [nameOf(row), row.version ?? 0]));
	for (const row of upgrades) highest.set(nameOf(row), Math.max(highest.get(nameOf(row)) ?? 0, row.version));
	const sinceOf = Map.groupBy(upgrades, (row) => `${nameOf(row)} ${row.revision}`);
	return (row) => ({
		publishedTimes: published.get(nameOf(row))?.times ?? 0,
		shippedVersion: highest.get(nameOf(row)) ?? 0,
		shippedSince: (sinceOf.get(`${nameOf(row)} ${row.revision}`) ?? []).map(({ shipped }) => shipped)
	});
}

function nameOf(row: { readonly kind: string; readonly record_id: string }): string {
	return `${row.kind} ${row.record_id}`;
}

type StoredRow = {
	readonly kind: string;
	readonly record_id: string;
	readonly content: unknown;
	readonly shipped_before: unknown;
};

/** A revision as an edit around which nothing has happened. */
export function recordEditOf({ kind, id, content, shippedBefore }: SavedRevision): RecordEdit {
	return editOf({ kind, record_id: id, content, shipped_before: shippedBefore }, noCircumstances);
}

/** Records were checked when they were saved; those of an older shape are held back when they are applied. */
function editOf(row: StoredRow, { shippedSince, ...circumstances }: Circumstances): RecordEdit {
	const common = { id: row.record_id, ...circumstances };
	const kind = kindOf(row.kind);
	switch (kind) {
		case 'study': {
			const [content, shippedBefore] = [row.content as Study | null, row.shipped_before as Study | null];
			return { kind, ...common, content, shippedBefore, shippedSince: shippedSince as readonly Study[] };
		}
		case 'finding': {
			const [content, shippedBefore] = [row.content as Finding | null, row.shipped_before as Finding | null];
			return { kind, ...common, content, shippedBefore, shippedSince: shippedSince as readonly Finding[] };
		}
		case 'intervention': {
			const [content, shippedBefore] = [row.content as Intervention | null, row.shipped_before as Intervention | null];
			return { kind, ...common, content, shippedBefore, shippedSince: shippedSince as readonly Intervention[] };
		}
	}
}

/** Throws where a row names a kind that nobody knows. */
export function kindOf(text: string): RecordKind {
	if (text === 'study' || text === 'finding' || text === 'intervention') return text;
	throw new Error(`unknown kind of an evidence record: ${text}`);
}
