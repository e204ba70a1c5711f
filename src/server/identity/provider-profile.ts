// What an identity provider says of a person, in its token and where it is asked, and how much of it is believed.
import * as v from 'valibot';
import type { IdentityProvider } from '#server/settings.ts';

/** Some providers say null where they know nothing. */
const profileClaims = {
	sub: v.string(),
	email: v.nullish(v.string()),
	email_verified: v.nullish(v.union([v.boolean(), v.string()])),
	name: v.nullish(v.string())
};
export const UserInfo = v.object(profileClaims);
export const Claims = v.object({
	...profileClaims,
	nonce: v.optional(v.string()),
	azp: v.optional(v.string()),
	aud: v.union([v.string(), v.array(v.string())]),
	/** A list by the standard; some providers write one word, or several in one text. What is neither proves nothing. */
	amr: v.fallback(v.union([v.array(v.string()), v.string()]), [])
});
export type Claims = v.InferOutput<typeof Claims>;
export type Profile = v.InferOutput<typeof UserInfo>;

/** Whether the token says all that is asked for. */
export function isEnough({ email, email_verified }: Profile, { trustsAddresses }: IdentityProvider): boolean {
	return typeof email === 'string' && (trustsAddresses || (email_verified ?? null) !== null);
}

/** What the provider says when asked goes first. That an address is verified holds for the address beside it only. */
export function joined(token: Profile, asked: Profile): Profile {
	const isOne = (asked.email ?? token.email) === token.email;
	return {
		sub: token.sub,
		email: asked.email ?? token.email,
		email_verified: asked.email_verified ?? (isOne ? token.email_verified : null),
		name: asked.name ?? token.name
	};
}

/** A no stays a no; silence counts only where the operator vouches for the provider's addresses. */
export function isVerified({ email_verified }: Profile, { trustsAddresses }: IdentityProvider): boolean {
	const said = email_verified ?? null;
	return said === null ? trustsAddresses : String(said) === 'true';
}

/** Two where the provider says that it asked for more than one. */
export function factorsOf({ amr }: Claims): 1 | 2 {
	const methods = typeof amr === 'string' ? amr.split(/[\s,]+/) : amr;
	return methods.includes('mfa') ? 2 : 1;
}
