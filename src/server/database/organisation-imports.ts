// Files that change an organisation: they wait between preview and save, and are its history afterwards.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

export type OrganisationImport = {
	readonly id: string;
	readonly fileName: string;
	readonly mode: 'complete' | 'additions';
	readonly uploadedAt: Date;
	readonly uploadedBy: string;
	/** What was parsed, as JSON. */
	readonly content: unknown;
	readonly appliedAt: Date | null;
	readonly changes: unknown;
};

export async function insertImport(
	db: Kysely<Tables>,
	organisationId: string,
	item: OrganisationImport
): Promise<void> {
	await db
		.insertInto('organisation_imports')
		.values({
			organisation_id: organisationId,
			import_id: item.id,
			file_name: item.fileName,
			mode: item.mode,
			uploaded_at: item.uploadedAt,
			uploaded_by: item.uploadedBy,
			content: JSON.stringify(item.content),
			applied_at: item.appliedAt,
			changes: item.changes === null ? null : JSON.stringify(item.changes)
		})
		.execute();
}

/** Held until the transaction ends, so that one preview is saved once. */
export async function holdImport(
	db: Kysely<Tables>,
	organisationId: string,
	importId: string
): Promise<OrganisationImport | null> {
	const row = await db
		.selectFrom('organisation_imports')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.where('import_id', '=', importId)
		.forUpdate()
		.executeTakeFirst();
	if (row === undefined) return null;
	return {
		id: row.import_id,
		fileName: row.file_name,
		mode: row.mode === 'complete' ? 'complete' : 'additions',
		uploadedAt: row.uploaded_at,
		uploadedBy: row.uploaded_by,
		content: row.content,
		appliedAt: row.applied_at,
		changes: row.changes
	};
}

/** From then on the row is the history of the organisation: what changed, before and after; the file's rows are dropped. */
export async function markImportApplied(
	db: Kysely<Tables>,
	organisationId: string,
	applied: { readonly importId: string; readonly at: Date; readonly changes: unknown }
): Promise<void> {
	await db
		.updateTable('organisation_imports')
		.set({ applied_at: applied.at, changes: JSON.stringify(applied.changes), content: JSON.stringify(null) })
		.where('organisation_id', '=', organisationId)
		.where('import_id', '=', applied.importId)
		.execute();
}

/** Applied imports, newest first. */
export async function listImports(
	db: Kysely<Tables>,
	organisationId: string
): Promise<Omit<OrganisationImport, 'content'>[]> {
	const rows = await db
		.selectFrom('organisation_imports')
		.select(['import_id', 'file_name', 'mode', 'uploaded_at', 'uploaded_by', 'applied_at', 'changes'])
		.where('organisation_id', '=', organisationId)
		.where('applied_at', 'is not', null)
		.orderBy('applied_at', 'desc')
		.execute();
	return rows.map((row) => ({
		id: row.import_id,
		fileName: row.file_name,
		mode: row.mode === 'complete' ? 'complete' : 'additions',
		uploadedAt: row.uploaded_at,
		uploadedBy: row.uploaded_by,
		appliedAt: row.applied_at,
		changes: row.changes
	}));
}
