// Passkeys of an address. better-auth adds and uses them; here they are listed, named and removed.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

export type StoredPasskey = {
	readonly id: string;
	/** Null where its owner gave none. */
	readonly name: string | null;
	readonly addedAt: Date | null;
	/** True where the device hands it on to the owner's other devices. */
	readonly isSynchronised: boolean;
};

/** Oldest first. */
export async function listPasskeys(db: Kysely<Tables>, email: string): Promise<readonly StoredPasskey[]> {
	const rows = await db
		.selectFrom('identity_passkeys')
		.innerJoin('identity_users', 'identity_users.id', 'identity_passkeys.user_id')
		.select([
			'identity_passkeys.id',
			'identity_passkeys.name',
			'identity_passkeys.created_at',
			'identity_passkeys.backed_up'
		])
		.where('identity_users.email', '=', email)
		.orderBy('identity_passkeys.created_at')
		.orderBy('identity_passkeys.id')
		.execute();
	return rows.map((row) => ({ id: row.id, name: row.name, addedAt: row.created_at, isSynchronised: row.backed_up }));
}

/** Returns false where the address has no such passkey. */
export async function renamePasskey(
	db: Kysely<Tables>,
	email: string,
	passkey: { readonly id: string; readonly name: string }
): Promise<boolean> {
	const result = await db
		.updateTable('identity_passkeys')
		.set({ name: passkey.name })
		.where('id', '=', passkey.id)
		.where('user_id', 'in', (users) =>
			users.selectFrom('identity_users').select('identity_users.id').where('identity_users.email', '=', email)
		)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

/** Removes one, or all of them. Returns how many. */
export async function removePasskeys(db: Kysely<Tables>, email: string, id: string | 'all'): Promise<number> {
	const own = db
		.deleteFrom('identity_passkeys')
		.where('user_id', 'in', (users) =>
			users.selectFrom('identity_users').select('identity_users.id').where('identity_users.email', '=', email)
		);
	const result = await (id === 'all' ? own : own.where('id', '=', id)).executeTakeFirst();
	return Number(result.numDeletedRows);
}
