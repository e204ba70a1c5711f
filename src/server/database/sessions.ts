// Sessions from outside: how strong they are, and ending those of a person who lost a role or left.
import type { Kysely } from 'kysely';
import { slices } from '#server/database/slices.ts';
import type { Tables } from '#server/database/tables.ts';

/** The session was begun with two factors. */
export async function markTwoFactors(db: Kysely<Tables>, token: string): Promise<void> {
	await db.updateTable('identity_sessions').set({ factors: 2 }).where('token', '=', token).execute();
}

/** Ends every session of these addresses, on every device. Returns how many that were. */
export async function endSessionsOf(db: Kysely<Tables>, emails: readonly string[]): Promise<number> {
	let ended = 0n;
	for (const part of slices(emails)) {
		const result = await db
			.deleteFrom('identity_sessions')
			.where('user_id', 'in', (users) =>
				users.selectFrom('identity_users').select('identity_users.id').where('identity_users.email', 'in', part)
			)
			.executeTakeFirst();
		ended += result.numDeletedRows;
	}
	return Number(ended);
}
