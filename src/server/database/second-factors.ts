// Authenticator apps by address, and the recovery codes that stand in for a lost one.
import type { Kysely } from 'kysely';
import { slices } from '#server/database/slices.ts';
import type { Tables } from '#server/database/tables.ts';

export type SecondFactor = {
	readonly sealedSecret: string;
	readonly isConfirmed: boolean;
	/** The last half minute whose code was used. */
	readonly lastStep: number;
	readonly lockedUntil: Date | null;
};

export async function findSecondFactor(db: Kysely<Tables>, email: string): Promise<SecondFactor | null> {
	const row = await db.selectFrom('identity_second_factors').selectAll().where('email', '=', email).executeTakeFirst();
	if (row === undefined) return null;
	return {
		sealedSecret: row.sealed_secret,
		isConfirmed: row.confirmed_at !== null,
		lastStep: row.last_step,
		lockedUntil: row.locked_until
	};
}

/** Begins an enrolment, or keeps the one that is under way. A confirmed one is never replaced. */
export async function beginSecondFactor(
	db: Kysely<Tables>,
	factor: { readonly email: string; readonly sealedSecret: string; readonly at: Date }
): Promise<void> {
	await db
		.insertInto('identity_second_factors')
		.values({
			email: factor.email,
			sealed_secret: factor.sealedSecret,
			created_at: factor.at,
			confirmed_at: null,
			locked_until: null
		})
		.onConflict((conflict) => conflict.column('email').doNothing())
		.execute();
}

/** Confirms an enrolment in one statement, so that of two at once one succeeds; the codes replace earlier ones. */
export async function confirmSecondFactor(
	db: Kysely<Tables>,
	confirmed: {
		readonly email: string;
		readonly step: number;
		readonly codeHashes: readonly Buffer[];
		readonly at: Date;
	}
): Promise<boolean> {
	return db.transaction().execute(async (transaction) => {
		const result = await transaction
			.updateTable('identity_second_factors')
			.set({ confirmed_at: confirmed.at, last_step: confirmed.step, wrong_codes: 0, locked_until: null })
			.where('email', '=', confirmed.email)
			.where('confirmed_at', 'is', null)
			.executeTakeFirst();
		if (result.numUpdatedRows === 0n) return false;
		await transaction.deleteFrom('identity_recovery_codes').where('email', '=', confirmed.email).execute();
		await transaction
			.insertInto('identity_recovery_codes')
			.values(confirmed.codeHashes.map((hash) => ({ email: confirmed.email, code_hash: hash, used_at: null })))
			.execute();
		return true;
	});
}

/** Takes the half minute of a right code; false where its code, or a later one, was used before. */
export async function takeStep(db: Kysely<Tables>, email: string, step: number): Promise<boolean> {
	const result = await db
		.updateTable('identity_second_factors')
		.set({ last_step: step, wrong_codes: 0, locked_until: null })
		.where('email', '=', email)
		.where('last_step', '<', step)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

/** Uses a recovery code up; false where there is none such, or it was used. */
export async function takeRecoveryCode(
	db: Kysely<Tables>,
	email: string,
	codeHash: Buffer,
	at: Date
): Promise<boolean> {
	const result = await db
		.updateTable('identity_recovery_codes')
		.set({ used_at: at })
		.where('email', '=', email)
		.where('code_hash', '=', codeHash)
		.where('used_at', 'is', null)
		.executeTakeFirst();
	if (result.numUpdatedRows === 0n) return false;
	await db
		.updateTable('identity_second_factors')
		.set({ wrong_codes: 0, locked_until: null })
		.where('email', '=', email)
		.execute();
	return true;
}

export async function countRecoveryCodes(db: Kysely<Tables>, email: string): Promise<number> {
	const row = await db
		.selectFrom('identity_recovery_codes')
		.select((select) => select.fn.countAll<string | number>().as('count'))
		.where('email', '=', email)
		.where('used_at', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

/**
 * Takes one of `most` attempts before the code is looked at, so that many at once are counted too; the last one locks until
 * the time given. False where it is locked. Kept in the database: several processes count together.
 */
export async function takeAttempt(
	db: Kysely<Tables>,
	email: string,
	limit: { readonly most: number; readonly at: Date; readonly lockedUntil: Date }
): Promise<boolean> {
	const result = await db
		.updateTable('identity_second_factors')
		.set((set) => ({
			wrong_codes: set
				.case()
				.when('wrong_codes', '>=', limit.most - 1)
				.then(0)
				.else(set('wrong_codes', '+', 1))
				.end(),
			locked_until: set
				.case()
				.when('wrong_codes', '>=', limit.most - 1)
				.then(set.cast<Date>(set.val(limit.lockedUntil), 'timestamptz'))
				.else(null)
				.end()
		}))
		.where('email', '=', email)
		.where((where) => where.or([where('locked_until', 'is', null), where('locked_until', '<=', limit.at)]))
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

/** Which of these addresses have shown more than a mailbox: an authenticator app or a passkey. */
export async function listStrongAccounts(db: Kysely<Tables>, emails: readonly string[]): Promise<ReadonlySet<string>> {
	const found = new Set<string>();
	for (const part of slices(emails)) {
		const apps = await db
			.selectFrom('identity_second_factors')
			.select('email')
			.where('email', 'in', part)
			.where('confirmed_at', 'is not', null)
			.execute();
		const owners = await db
			.selectFrom('identity_users')
			.innerJoin('identity_passkeys', 'identity_passkeys.user_id', 'identity_users.id')
			.select('identity_users.email')
			.where('identity_users.email', 'in', part)
			.execute();
		for (const { email } of [...apps, ...owners]) found.add(email);
	}
	return found;
}

/** The person begins anew: the app and all recovery codes are forgotten. */
export async function removeSecondFactor(db: Kysely<Tables>, email: string): Promise<boolean> {
	const result = await db.deleteFrom('identity_second_factors').where('email', '=', email).executeTakeFirst();
	return result.numDeletedRows > 0n;
}
