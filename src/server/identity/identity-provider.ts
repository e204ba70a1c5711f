// What an identity provider says about itself, read from its own address and kept for a while.
import * as v from 'valibot';

export type Provider = {
	readonly issuer: string;
	readonly authorizationEndpoint: string;
	readonly tokenEndpoint: string;
	readonly userInfoAddress: string | null;
	readonly keysAddress: string;
	/** How its tokens may be signed: only with keys that it alone has. */
	readonly algorithms: readonly string[];
	readonly authentication: 'basic' | 'post';
};

const Discovered = v.object({
	issuer: v.string(),
	authorization_endpoint: v.string(),
	token_endpoint: v.string(),
	userinfo_endpoint: v.optional(v.string()),
	jwks_uri: v.string(),
	id_token_signing_alg_values_supported: v.optional(v.array(v.string()), ['RS256']),
	token_endpoint_auth_methods_supported: v.optional(v.array(v.string()), ['client_secret_basic'])
});

const keptMilliseconds = 10 * 60_000;
const patienceMilliseconds = 8000;
const signedByTheProvider = /^(RS|PS|ES)(256|384|512)$|^EdDSA$|^Ed25519$/;
const kept = new Map<string, { readonly provider: Provider; readonly until: number }>();

/** Throws where the provider cannot be reached or speaks of another issuer. What failed is tried again at the next call. */
export async function readProvider(issuer: string): Promise<Provider> {
	const known = kept.get(issuer);
	if (known !== undefined && known.until > Date.now()) return known.provider;
	const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
		headers: { accept: 'application/json' },
		redirect: 'error',
		signal: AbortSignal.timeout(patienceMilliseconds)
	});
	if (!response.ok) throw new Error(`the identity provider answers with ${response.status}`);
	const provider = toProvider(v.parse(Discovered, await response.json()), issuer);
	kept.set(issuer, { provider, until: Date.now() + keptMilliseconds });
	return provider;
}

/** True for https, and for http on the machine itself. */
export function isSafeAddress(address: string): boolean {
	if (!URL.canParse(address)) return false;
	const { protocol, hostname } = new URL(address);
	return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

function toProvider(found: v.InferOutput<typeof Discovered>, issuer: string): Provider {
	if (found.issuer !== issuer) throw new Error(`the identity provider calls itself ${found.issuer}, not ${issuer}`);
	const addresses = [found.authorization_endpoint, found.token_endpoint, found.userinfo_endpoint, found.jwks_uri];
	if (addresses.some((address) => address !== undefined && !isSafeAddress(address)))
		throw new Error('the identity provider names an address without https');
	const algorithms = found.id_token_signing_alg_values_supported.filter((name) => signedByTheProvider.test(name));
	if (algorithms.length === 0) throw new Error('the identity provider signs in no way that can be verified');
	return {
		issuer,
		authorizationEndpoint: found.authorization_endpoint,
		tokenEndpoint: found.token_endpoint,
		userInfoAddress: found.userinfo_endpoint ?? null,
		keysAddress: found.jwks_uri,
		algorithms,
		authentication: found.token_endpoint_auth_methods_supported.includes('client_secret_basic') ? 'basic' : 'post'
	};
}
