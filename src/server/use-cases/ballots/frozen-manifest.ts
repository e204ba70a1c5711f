// The answer house knows keys from the manifest alone. It never changes once it is there, so it is read once a process.
import { gzipSync } from 'node:zlib';
import { parseManifest } from '#domain/ballot/manifest.ts';
import { findManifest } from '#server/database/manifests.ts';
import { findRoundAnywhere } from '#server/database/rounds.ts';
import type { Tables } from '#server/database/tables.ts';
import type { Kysely } from 'kysely';

export type FrozenManifest = {
	readonly organisationId: string;
	/** base64url. */
	readonly hash: string;
	/** The text that was hashed, and the same packed with gzip. */
	readonly content: string;
	readonly packed: Uint8Array;
	/** Public key by group id. */
	readonly keyOf: ReadonlyMap<string, string>;
};

const mostRemembered = 20;
const remembered = new WeakMap<object, Map<string, FrozenManifest>>();

/** Null where there is no such round or its manifest is not frozen yet. */
export async function findFrozenManifest(db: Kysely<Tables>, roundId: string): Promise<FrozenManifest | null> {
	const known = remembered.get(db) ?? new Map<string, FrozenManifest>();
	remembered.set(db, known);
	const found = known.get(roundId);
	if (found !== undefined) return found;
	const round = await findRoundAnywhere(db, roundId);
	if (round === null || round.openedAt === null) return null;
	const stored = await findManifest(db, { organisationId: round.organisationId, roundId });
	if (stored === null) return null;
	const parsed = parseManifest(stored.content);
	if (parsed.kind === 'faulty') throw new Error(`the manifest of round ${roundId} cannot be read: ${parsed.reason}`);
	const frozen: FrozenManifest = {
		organisationId: round.organisationId,
		hash: Buffer.from(stored.hash).toString('base64url'),
		content: stored.content,
		packed: gzipSync(stored.content),
		keyOf: new Map(parsed.manifest.groups.map((group) => [group.id, group.key]))
	};
	const oldest = known.keys().next().value;
	if (known.size >= mostRemembered && oldest !== undefined) known.delete(oldest);
	known.set(roundId, frozen);
	return frozen;
}
