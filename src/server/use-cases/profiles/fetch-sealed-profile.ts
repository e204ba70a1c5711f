// Hands a sealed profile to whoever knows its identifier; only the key that made the identifier opens it.
import { writeBase64url } from '#domain/ballot/base64url.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findSealedProfile } from '#server/database/sealed-profiles.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { findSealedProfilePlace } from './sealed-profile-place.ts';

export type FetchSealedProfileOutcome =
	/** base64url. */
	| { readonly kind: 'sealed'; readonly sealed: string }
	| { readonly kind: 'unknown' }
	| { readonly kind: 'not-readable' }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function fetchSealedProfile(
	context: Pick<Context, 'db'>,
	actor: Actor,
	input: { readonly roundId: string; readonly profileId: string }
): Promise<FetchSealedProfileOutcome> {
	if (!isAllowed('fetch-sealed-profile', actor)) return forbidden;
	const place = await findSealedProfilePlace(context, input);
	if (place.kind !== 'place') return place;
	const found = await findSealedProfile(context.db, place);
	return found === null ? { kind: 'unknown' } : { kind: 'sealed', sealed: writeBase64url(found.sealed) };
}
