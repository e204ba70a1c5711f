// The states of a round between planned and closed, and the public half of its key.
import type { Kysely } from 'kysely';
import type { KeyCustody } from '#server/database/rounds.ts';
import type { Tables } from '#server/database/tables.ts';

type Key = { readonly organisationId: string; readonly roundId: string };

/** `answersKey`: raw public key, 65 bytes. */
export async function markPreparing(
	db: Kysely<Tables>,
	key: Key,
	opening: { readonly at: Date; readonly custody: KeyCustody; readonly answersKey: Uint8Array }
): Promise<void> {
	await own(db, key)
		.set({
			preparing_at: opening.at,
			key_custody: opening.custody,
			answers_key: Buffer.from(opening.answersKey)
		})
		.execute();
}

/** Null before the opening, and for rounds whose answers were not sealed. */
export async function findAnswersKey(db: Kysely<Tables>, key: Key): Promise<Buffer | null> {
	const row = await db
		.selectFrom('rounds')
		.select('answers_key')
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.executeTakeFirst();
	return row?.answers_key ?? null;
}

/** Rounds whose opening has begun. */
export async function listPreparingRounds(db: Kysely<Tables>): Promise<Key[]> {
	const rows = await db
		.selectFrom('rounds')
		.select(['organisation_id', 'round_id'])
		.where('preparing_at', 'is not', null)
		.where('opened_at', 'is', null)
		.orderBy('preparing_at')
		.execute();
	return rows.map(keyOf);
}

/** Whether a round that is being opened lacks signing keys, or has everything and need only be opened. */
export async function hasOpeningToContinue(db: Kysely<Tables>): Promise<boolean> {
	const row = await db
		.selectFrom('rounds')
		.select('round_id')
		.where('preparing_at', 'is not', null)
		.where('opened_at', 'is', null)
		.where((where) =>
			where.or([
				where('key_custody', '=', 'file'),
				where.and([where('first_half_at', 'is not', null), where('second_half_at', 'is not', null)]),
				where.exists(
					where
						.selectFrom('reporting_groups')
						.select('reporting_groups.group_id')
						.whereRef('reporting_groups.organisation_id', '=', 'rounds.organisation_id')
						.whereRef('reporting_groups.round_id', '=', 'rounds.round_id')
						.where('reporting_groups.signing_key', 'is', null)
				)
			])
		)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/**
 * Rounds that stopped handing out ballots before `closingBefore`, whose box is still shut and can be opened from the file. One
 * that was found to hold too much that cannot be read waits for a person: reading it again would find the same.
 */
export async function listDueBoxes(db: Kysely<Tables>, closingBefore: Date): Promise<Key[]> {
	const rows = await db
		.selectFrom('rounds')
		.select(['organisation_id', 'round_id'])
		.where('closing_at', '<=', closingBefore)
		.where('closed_at', 'is', null)
		.where('unreadable', 'is', null)
		.where('key_custody', '=', 'file')
		.orderBy('closing_at')
		.execute();
	return rows.map(keyOf);
}

/** Rounds whose box is still shut and whose key should lie in a file of the server. */
export async function listRoundsWithKeyFile(
	db: Kysely<Tables>
): Promise<(Key & { readonly name: string; readonly keyMissingAt: Date | null })[]> {
	const rows = await db
		.selectFrom('rounds')
		.select(['organisation_id', 'round_id', 'name', 'key_missing_at'])
		.where('answers_key', 'is not', null)
		.where('key_custody', '=', 'file')
		.where('closed_at', 'is', null)
		.orderBy('round_id')
		.execute();
	return rows.map((row) => ({ ...keyOf(row), name: row.name, keyMissingAt: row.key_missing_at }));
}

/** Rounds that are closed or whose key is in other hands, newest first: their keys have no business to be in a file. */
export async function listRoundsOfClosedKeys(db: Kysely<Tables>, limit = 1000): Promise<string[]> {
	const rows = await db
		.selectFrom('rounds')
		.select('round_id')
		.where('answers_key', 'is not', null)
		.where((or) =>
			or.or([
				or('closed_at', 'is not', null),
				or.and([
					or('key_custody', '=', 'split'),
					or('first_half_at', 'is not', null),
					or('second_half_at', 'is not', null)
				])
			])
		)
		.orderBy('created_at', 'desc')
		.limit(limit)
		.execute();
	return rows.map((row) => row.round_id);
}

export async function markHalf(db: Kysely<Tables>, key: Key, half: 'first' | 'second', at: Date): Promise<void> {
	await own(db, key)
		.set(half === 'first' ? { first_half_at: at } : { second_half_at: at })
		.execute();
}

/** The box was tried and left shut: too much in it could not be read. */
export async function setUnreadable(db: Kysely<Tables>, key: Key, unreadable: number): Promise<void> {
	await own(db, key).set({ unreadable }).execute();
}

export async function setKeyMissing(db: Kysely<Tables>, key: Key, at: Date | null): Promise<void> {
	await own(db, key).set({ key_missing_at: at }).execute();
}

export async function markBoxOpened(
	db: Kysely<Tables>,
	key: Key,
	opened: { readonly at: Date; readonly unreadable: number }
): Promise<void> {
	await own(db, key).set({ closed_at: opened.at, unreadable: opened.unreadable, key_missing_at: null }).execute();
}

function own(db: Kysely<Tables>, key: Key) {
	return db.updateTable('rounds').where('organisation_id', '=', key.organisationId).where('round_id', '=', key.roundId);
}

function keyOf(row: { organisation_id: string; round_id: string }): Key {
	return { organisationId: row.organisation_id, roundId: row.round_id };
}
