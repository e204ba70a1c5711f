// What became of each sign-in link, by the hash of its token.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

export type SignInLink = {
	readonly tokenHash: Buffer;
	readonly email: string;
	readonly issuedAt: Date;
	readonly expiresAt: Date;
};

export async function insertSignInLink(db: Kysely<Tables>, link: SignInLink): Promise<void> {
	await db
		.insertInto('sign_in_links')
		.values({
			token_hash: link.tokenHash,
			email: link.email,
			issued_at: link.issuedAt,
			expires_at: link.expiresAt,
			used_at: null
		})
		.execute();
}

/** How many links of this address can still be used. */
export async function countOpenLinks(db: Kysely<Tables>, email: string, at: Date): Promise<number> {
	const row = await db
		.selectFrom('sign_in_links')
		.select((select) => select.fn.countAll<string | number>().as('count'))
		.where('email', '=', email)
		.where('expires_at', '>', at)
		.where('used_at', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

/** Takes the link in one statement, so that of two at once only one gets it. Null where it could not be taken. */
export async function takeSignInLink(
	db: Kysely<Tables>,
	tokenHash: Buffer,
	at: Date
): Promise<{ readonly email: string } | null> {
	const row = await db
		.updateTable('sign_in_links')
		.set({ used_at: at })
		.where('token_hash', '=', tokenHash)
		.where('used_at', 'is', null)
		.where('expires_at', '>', at)
		.returning('email')
		.executeTakeFirst();
	return row ?? null;
}

export async function findSignInLink(
	db: Kysely<Tables>,
	tokenHash: Buffer
): Promise<{ readonly isUsed: boolean } | null> {
	const row = await db
		.selectFrom('sign_in_links')
		.select('used_at')
		.where('token_hash', '=', tokenHash)
		.executeTakeFirst();
	return row === undefined ? null : { isUsed: row.used_at !== null };
}

/** Old links, and what else of identity has run out. */
export async function forgetOldLinks(db: Kysely<Tables>, before: Date): Promise<void> {
	await db.deleteFrom('sign_in_links').where('expires_at', '<', before).execute();
	await db.deleteFrom('identity_verifications').where('expires_at', '<', before).execute();
	await db.deleteFrom('identity_sessions').where('expires_at', '<', before).execute();
}
