// Keeps a profile that only its leader can open. Nobody is asked who they are: the identifier is known to its maker alone.
import { createHash } from 'node:crypto';
import { sealedProfileBytes } from '#domain/ballot/sealed-profile-size.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import {
	countSealedProfiles,
	findSealedProfile,
	holdSealedProfiles,
	writeSealedProfile
} from '#server/database/sealed-profiles.ts';
import { createAttemptLimit } from '#server/identity/attempt-limit.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { bytesOfLength, findSealedProfilePlace } from './sealed-profile-place.ts';

export type StoreSealedProfileOutcome =
	| { readonly kind: 'stored' }
	/** There is one under this identifier, and it was written with another writer's token. */
	| { readonly kind: 'not-yours' }
	/** Not base64url, or not of the one size. */
	| { readonly kind: 'not-readable' }
	/** Too many at once, or too often from one place. */
	| { readonly kind: 'busy' }
	/** Far more profiles than leaders: somebody is filling the database up. */
	| { readonly kind: 'full' }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

/** Many leaders stand behind one address of a hospital. */
const limit = createAttemptLimit({ limit: 600, windowMilliseconds: 10 * 60_000 });

/** Profiles for each invitation ever sent, and a few for small organisations: many times what leaders can need. */
const mostPerInvitation = 10;
const mostAnyway = 100;

export async function storeSealedProfile(
	context: Pick<Context, 'db' | 'randomBytes' | 'now'>,
	actor: Actor,
	/** All base64url; `writer` is 32 bytes. */
	input: {
		readonly roundId: string;
		readonly profileId: string;
		readonly writer: string;
		readonly sealed: string;
		/** Where it comes from; counted in memory for a while and kept nowhere. */
		readonly client?: string;
	}
): Promise<StoreSealedProfileOutcome> {
	if (!isAllowed('store-sealed-profile', actor)) return forbidden;
	const writer = bytesOfLength(input.writer, 32);
	const sealed = bytesOfLength(input.sealed, sealedProfileBytes);
	if (writer === null || sealed === null) return { kind: 'not-readable' };
	if (input.client !== undefined && !limit.count(input.client, context.now())) return { kind: 'busy' };
	const place = await findSealedProfilePlace(context, input);
	if (place.kind !== 'place') return place;
	const { organisationId, profileId } = place;
	const writerHash = createHash('sha256').update(writer).digest();
	return context.db.transaction().execute(async (db): Promise<StoreSealedProfileOutcome> => {
		await holdSealedProfiles(db, organisationId);
		const found = await findSealedProfile(db, place);
		if (found !== null && !writerHash.equals(found.writerHash)) return { kind: 'not-yours' };
		// The same again, because the answer was lost on the way: nothing is rewritten.
		if (found !== null && sealed.every((byte, at) => byte === found.sealed[at])) return { kind: 'stored' };
		if (found === null) {
			const { profiles, invited } = await countSealedProfiles(db, organisationId);
			if (profiles >= invited * mostPerInvitation + mostAnyway) return { kind: 'full' };
		}
		await writeSealedProfile(db, { organisationId, profileId, writerHash, sealed }, context.randomBytes);
		return { kind: 'stored' };
	});
}
