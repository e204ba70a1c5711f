// Where a sealed profile lies: found by the round's public number and an identifier that only its leader can make.
import { readBase64url } from '#domain/ballot/base64url.ts';
import type { Context } from '#server/context.ts';
import { findRoundAnywhere } from '#server/database/rounds.ts';
import { isUuid } from '../is-uuid.ts';

export type SealedProfilePlace =
	| { readonly kind: 'place'; readonly organisationId: string; readonly profileId: Uint8Array }
	| { readonly kind: 'unknown-round' }
	| { readonly kind: 'not-readable' };

/** Rounds that were opened, still open or not; an imported one has no leaders who answered here. */
export async function findSealedProfilePlace(
	context: Pick<Context, 'db'>,
	input: { readonly roundId: string; readonly profileId: string }
): Promise<SealedProfilePlace> {
	const profileId = bytesOfLength(input.profileId, 32);
	if (profileId === null) return { kind: 'not-readable' };
	const round = isUuid(input.roundId) ? await findRoundAnywhere(context.db, input.roundId) : null;
	if (round === null || round.openedAt === null || round.source === 'imported') return { kind: 'unknown-round' };
	return { kind: 'place', organisationId: round.organisationId, profileId };
}

/** Bytes of a base64url text of exactly that many bytes, else null. */
export function bytesOfLength(text: string, bytes: number): Uint8Array | null {
	const read = readBase64url(text);
	return read?.length === bytes ? read : null;
}
