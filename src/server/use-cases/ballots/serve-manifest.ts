// The text of a round's public list, byte for byte as it was hashed: for browsers that check it, and for witnesses.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findFrozenManifest } from './frozen-manifest.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ServeManifestOutcome =
	/** `hash`: SHA-256 of the text, base64url; `packed`: the text with gzip. */
	| { readonly kind: 'manifest'; readonly content: string; readonly packed: Uint8Array; readonly hash: string }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function serveManifest(
	context: Pick<Context, 'db'>,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<ServeManifestOutcome> {
	if (!isAllowed('serve-manifest', actor)) return forbidden;
	const frozen = isUuid(input.roundId) ? await findFrozenManifest(context.db, input.roundId) : null;
	if (frozen === null) return { kind: 'unknown-round' };
	return { kind: 'manifest', content: frozen.content, packed: frozen.packed, hash: frozen.hash };
}
