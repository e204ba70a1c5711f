// The signing keys of a round's reporting groups: made while it opens, gone when it is closed.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

type Key = { readonly organisationId: string; readonly roundId: string };

export type KeyProgress = { readonly made: number; readonly total: number };

export async function countSigningKeys(db: Kysely<Tables>, key: Key): Promise<KeyProgress> {
	return db
		.selectFrom('reporting_groups')
		.select([sql<number>`count(signing_key)::integer`.as('made'), sql<number>`count(*)::integer`.as('total')])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.executeTakeFirstOrThrow();
}

/** Groups that still lack a key, at most `limit` of them, in the order of their ids. */
export async function listGroupsWithoutKey(db: Kysely<Tables>, key: Key, limit: number): Promise<string[]> {
	const rows = await db
		.selectFrom('reporting_groups')
		.select('group_id')
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.where('signing_key', 'is', null)
		.orderBy('group_id')
		.limit(limit)
		.execute();
	return rows.map((row) => row.group_id);
}

/** Written once: where another process was first, its key stays. */
export async function setSigningKey(
	db: Kysely<Tables>,
	key: Key,
	group: { readonly id: string; readonly privateKey: Uint8Array; readonly publicKey: Uint8Array }
): Promise<void> {
	await db
		.updateTable('reporting_groups')
		.set({ signing_key: Buffer.from(group.privateKey), public_key: Buffer.from(group.publicKey) })
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.where('group_id', '=', group.id)
		.where('signing_key', 'is', null)
		.execute();
}

/** By group id; SubjectPublicKeyInfo. */
export async function readPublicKeys(db: Kysely<Tables>, key: Key): Promise<ReadonlyMap<string, Uint8Array>> {
	const rows = await db
		.selectFrom('reporting_groups')
		.select(['group_id', 'public_key'])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.execute();
	return new Map(rows.flatMap((row) => (row.public_key === null ? [] : [[row.group_id, row.public_key] as const])));
}

/** PKCS #8; null before the opening and after the close. */
export async function findSigningKey(db: Kysely<Tables>, key: Key, groupId: string): Promise<Uint8Array | null> {
	const row = await db
		.selectFrom('reporting_groups')
		.select('signing_key')
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.where('group_id', '=', groupId)
		.executeTakeFirst();
	return row?.signing_key ?? null;
}

export async function destroySigningKeys(db: Kysely<Tables>, key: Key): Promise<void> {
	await db
		.updateTable('reporting_groups')
		.set({ signing_key: null })
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.execute();
}
