// The one-time links that let the first administrator in. A link carries the identifier its organisation will get.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

/** From now on this link is the only unused one. */
export async function replaceSetupLinks(
	db: Kysely<Tables>,
	link: { readonly organisationId: string; readonly tokenHash: Buffer; readonly createdAt: Date }
): Promise<void> {
	await db.transaction().execute(async (transaction) => {
		await transaction.deleteFrom('setup_links').where('used_at', 'is', null).execute();
		await transaction
			.insertInto('setup_links')
			.values({
				organisation_id: link.organisationId,
				token_hash: link.tokenHash,
				created_at: link.createdAt,
				used_at: null
			})
			.execute();
	});
}

export async function findSetupLink(
	db: Kysely<Tables>,
	tokenHash: Buffer
): Promise<{ readonly isUsed: boolean } | null> {
	const row = await db
		.selectFrom('setup_links')
		.select('used_at')
		.where('token_hash', '=', tokenHash)
		.executeTakeFirst();
	return row === undefined ? null : { isUsed: row.used_at !== null };
}

/** Takes the link in one statement, so that of two at once only one gets it. */
export async function takeSetupLink(
	db: Kysely<Tables>,
	tokenHash: Buffer,
	at: Date
): Promise<{ readonly organisationId: string } | null> {
	const row = await db
		.updateTable('setup_links')
		.set({ used_at: at })
		.where('token_hash', '=', tokenHash)
		.where('used_at', 'is', null)
		.returning('organisation_id')
		.executeTakeFirst();
	return row === undefined ? null : { organisationId: row.organisation_id };
}
