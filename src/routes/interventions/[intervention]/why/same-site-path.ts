/**
 * Where a reader came from, as a path of this site, or null for anything that could lead elsewhere.
 *
 * `address`: as it stood in the query; null where none did. What stands after `#` is dropped: it is no server's business.
 */
export function sameSitePath(address: string | null): string | null {
	// Browsers read a backslash as a slash and leave out tabs and line breaks, so that "/\t/other.example" is another site.
	if (address === null || address.length > 500 || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(address)) return null;
	const own = 'http://this-site.invalid';
	if (!URL.canParse(address, own)) return null;
	const { origin, pathname, search } = new URL(address, own);
	// "/x/..//other.example" becomes "//other.example" when it is resolved.
	return origin === own && !pathname.startsWith('//') ? `${pathname}${search}` : null;
}

export type WayBack = 'result' | 'plan' | 'other';

/** What kind of page a path of this site is, to name the link by. */
export function kindOfWayBack(path: string): WayBack {
	if (path.startsWith('/results')) return 'result';
	return path.startsWith('/plans') ? 'plan' : 'other';
}

/** The group whose result a path of this site shows, or null where it shows none. */
export function groupOfWayBack(path: string): { readonly roundId: string; readonly groupId: string } | null {
	const [, roundId, group] = /^\/results\/([^/?]+)\/([^/?]+)(?:\?|$)/.exec(path) ?? [];
	if (roundId === undefined || group === undefined) return null;
	try {
		return { roundId, groupId: decodeURIComponent(group) };
	} catch {
		return null; // Not an address that we made.
	}
}
