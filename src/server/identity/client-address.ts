// Where a request comes from, for the limits on signing in alone. Behind proxies the machine sees the nearest of them; who came to
// the outermost stands in a header that anybody can write, so only as many of its entries are believed as proxies are trusted.
import { isIP } from 'node:net';

export type RequestPlace = {
	/** The other end of the connection; undefined where it has closed already. */
	readonly remoteAddress: string | undefined;
	/** The header `x-forwarded-for`: each proxy adds at its end from where the request came to it. */
	readonly forwardedFor: string | undefined;
	/** As the request names it, with what stands behind the `?`. */
	readonly path: string;
};

/**
 * `trustedProxies`: how many proxies stand in front, 0 or more. The address is the one that the outermost of them saw. Where the header
 * is shorter than that, or holds no address there, it is the other end of the connection; so it is everywhere but where somebody
 * signs in: whoever answers or keeps a profile is not told apart from others.
 */
export function clientAddress(place: RequestPlace, trustedProxies: number): string {
	const connection = place.remoteAddress ?? '';
	if (trustedProxies === 0 || !isSigningIn(place.path)) return connection;
	const entries = (place.forwardedFor ?? '').split(',');
	return addressIn(entries.at(-trustedProxies) ?? '') ?? connection;
}

function isSigningIn(path: string): boolean {
	return /^\/(sign-in|set-up)(?![\w-])/.test(path);
}

/** Some proxies write the port, too: `192.0.2.7:51000`, `[2001:db8::7]:51000`. */
function addressIn(entry: string): string | null {
	const written = entry.trim();
	const bare = /^\[(.+)\](?::\d+)?$/.exec(written)?.[1] ?? /^([\d.]+):\d+$/.exec(written)?.[1] ?? written;
	return isIP(bare) === 0 ? null : bare.toLowerCase();
}
