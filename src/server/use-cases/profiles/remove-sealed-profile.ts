// Removes a sealed profile for whoever can show the token it was written with.
import { createHash } from 'node:crypto';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { deleteSealedProfile, findSealedProfile, holdSealedProfiles } from '#server/database/sealed-profiles.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { bytesOfLength, findSealedProfilePlace } from './sealed-profile-place.ts';

export type RemoveSealedProfileOutcome =
	| { readonly kind: 'removed' }
	| { readonly kind: 'unknown' }
	| { readonly kind: 'not-yours' }
	| { readonly kind: 'not-readable' }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function removeSealedProfile(
	context: Pick<Context, 'db'>,
	actor: Actor,
	input: { readonly roundId: string; readonly profileId: string; readonly writer: string }
): Promise<RemoveSealedProfileOutcome> {
	if (!isAllowed('remove-sealed-profile', actor)) return forbidden;
	const writer = bytesOfLength(input.writer, 32);
	if (writer === null) return { kind: 'not-readable' };
	const place = await findSealedProfilePlace(context, input);
	if (place.kind !== 'place') return place;
	const writerHash = createHash('sha256').update(writer).digest();
	return context.db.transaction().execute(async (db): Promise<RemoveSealedProfileOutcome> => {
		await holdSealedProfiles(db, place.organisationId);
		const found = await findSealedProfile(db, place);
		if (found === null) return { kind: 'unknown' };
		if (!writerHash.equals(found.writerHash)) return { kind: 'not-yours' };
		await deleteSealedProfile(db, place);
		return { kind: 'removed' };
	});
}
