// Whom a programme lead has made an evidence editor.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

export type EvidenceEditor = { readonly email: string; readonly grantedAt: Date };

/** By address. */
export async function listEditors(db: Kysely<Tables>, organisationId: string): Promise<readonly EvidenceEditor[]> {
	const rows = await db
		.selectFrom('memberships')
		.select(['email', 'granted_at'])
		.where('organisation_id', '=', organisationId)
		.where('role', '=', 'evidence-editor')
		.where('suspended_at', 'is', null)
		.orderBy('email')
		.execute();
	return rows.map((row) => ({ email: row.email, grantedAt: row.granted_at }));
}

/** Returns false where nobody with this address is an editor. */
export async function removeEditor(db: Kysely<Tables>, organisationId: string, email: string): Promise<boolean> {
	const result = await db
		.deleteFrom('memberships')
		.where('organisation_id', '=', organisationId)
		.where('role', '=', 'evidence-editor')
		.where('email', '=', email)
		.executeTakeFirst();
	return result.numDeletedRows > 0n;
}
