// Authenticator apps by address, and the recovery codes that stand in for a lost one.
import type { Kysely } from 'kysely';
import { slices } from '#server/database/slices.ts';
import type { Tables } from '#server/database/tables.ts';

export type SecondFactor = {
	readonly sealedSecret: string;
	/** The last half minute whose code was used. */
	readonly lastStep: number;
	readonly lockedUntil: Date | null;
};

export async function findSecondFactor(db: Kysely<Tables>, email: string): Promise<SecondFactor | null> {
	const row = await db.selectFrom('identity_second_factors').selectAll().where('email', '=', email).executeTakeFirst();
	if (row === undefined) return null;
	return {
		sealedSecret: row.sealed_secret,
		lastStep: row.last_step,
		lockedUntil: row.locked_until
	};
}

/** Adds an app whose first code was right, with its recovery codes; of two at once one succeeds. One that is there stays. */
export async function addSecondFactor(
	db: Kysely<Tables>,
	factor: {
		readonly email: string;
		readonly sealedSecret: string;
		readonly step: number;
		readonly codeHashes: readonly Buffer[];
		readonly at: Date;
	}
): Promise<boolean> {
	return db.transaction().execute(async (transaction) => {
		const added = await transaction
			.insertInto('identity_second_factors')
			.values({
				email: factor.email,
				sealed_secret: factor.sealedSecret,
				confirmed_at: factor.at,
				last_step: factor.step,
				locked_until: null
			})
			.onConflict((conflict) => conflict.column('email').doNothing())
			.returning('email')
			.execute();
		if (added.length === 0) return false;
		await transaction
			.insertInto('identity_recovery_codes')
			.values(factor.codeHashes.map((hash) => ({ email: factor.email, code_hash: hash, used_at: null })))
			.execute();
		return true;
	});
}

/** Takes the half minute of a right code; false where its code, or a later one, was used before. */
export async function takeStep(db: Kysely<Tables>, email: string, step: number): Promise<boolean> {
	const result = await db
		.updateTable('identity_second_factors')
		.set({ last_step: step, wrong_codes: 0, locks: 0, locked_until: null })
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
		.set({ wrong_codes: 0, locks: 0, locked_until: null })
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

/** `isFirstLock`: it is the last attempt before the first lock since a right code. */
export type TakenAttempt =
	{ readonly kind: 'taken'; readonly isFirstLock: boolean } | { readonly kind: 'locked'; readonly until: Date };

/**
 * Takes one of `most` attempts before the code is looked at, so that many at once are counted too; the last one locks, each
 * time for twice as long. Kept in the database: several processes count together. Null where there is no app.
 */
export async function takeAttempt(
	db: Kysely<Tables>,
	email: string,
	limit: {
		readonly most: number;
		readonly at: Date;
		/** `locks`: how often it was locked since the last right code. */
		readonly lockedUntil: (locks: number) => Date;
	}
): Promise<TakenAttempt | null> {
	return db.transaction().execute(async (transaction) => {
		const row = await transaction
			.selectFrom('identity_second_factors')
			.select(['wrong_codes', 'locks', 'locked_until'])
			.where('email', '=', email)
			.forUpdate()
			.executeTakeFirst();
		if (row === undefined) return null;
		if (row.locked_until !== null && row.locked_until > limit.at) return { kind: 'locked', until: row.locked_until };
		const isLast = row.wrong_codes >= limit.most - 1;
		await transaction
			.updateTable('identity_second_factors')
			.set(
				isLast
					? { wrong_codes: 0, locks: row.locks + 1, locked_until: limit.lockedUntil(row.locks) }
					: { wrong_codes: row.wrong_codes + 1, locked_until: null }
			)
			.where('email', '=', email)
			.execute();
		return { kind: 'taken', isFirstLock: isLast && row.locks === 0 };
	});
}

/** Which of these addresses have shown more than a mailbox: an authenticator app or a passkey. */
export async function listStrongAccounts(db: Kysely<Tables>, emails: readonly string[]): Promise<ReadonlySet<string>> {
	const found = new Set<string>();
	for (const part of slices(emails)) {
		const apps = await db.selectFrom('identity_second_factors').select('email').where('email', 'in', part).execute();
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
