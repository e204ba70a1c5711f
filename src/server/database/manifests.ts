// The public manifests of rounds: frozen at the opening, each chained to the organisation's one before.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

type Key = { readonly organisationId: string; readonly roundId: string };

/** `hash` and `previousHash`: SHA-256, 32 bytes. `content`: the text that was hashed. */
export type StoredManifest = {
	readonly hash: Uint8Array;
	readonly previousHash: Uint8Array | null;
	readonly content: string;
};

export async function insertManifest(db: Kysely<Tables>, key: Key, manifest: StoredManifest): Promise<void> {
	await db
		.insertInto('manifests')
		.values({
			organisation_id: key.organisationId,
			round_id: key.roundId,
			manifest_hash: Buffer.from(manifest.hash),
			previous_hash: manifest.previousHash === null ? null : Buffer.from(manifest.previousHash),
			content: manifest.content
		})
		.execute();
}

export async function findManifest(db: Kysely<Tables>, key: Key): Promise<StoredManifest | null> {
	const row = await db
		.selectFrom('manifests')
		.select(['manifest_hash', 'previous_hash', 'content'])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.executeTakeFirst();
	if (row === undefined) return null;
	return { hash: row.manifest_hash, previousHash: row.previous_hash, content: row.content };
}

/** The hash that the next manifest of the organisation is chained to: of the round opened last. Null: the first. */
export async function findLastManifestHash(db: Kysely<Tables>, organisationId: string): Promise<Uint8Array | null> {
	const row = await db
		.selectFrom('manifests')
		.innerJoin('rounds', (join) =>
			join
				.onRef('rounds.organisation_id', '=', 'manifests.organisation_id')
				.onRef('rounds.round_id', '=', 'manifests.round_id')
		)
		.select('manifests.manifest_hash')
		.where('manifests.organisation_id', '=', organisationId)
		.orderBy('rounds.opened_at', 'desc')
		.orderBy('manifests.round_id')
		.limit(1)
		.executeTakeFirst();
	return row?.manifest_hash ?? null;
}
