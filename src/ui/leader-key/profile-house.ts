// The browser's way to the place where sealed profiles lie: no cookie, no referrer, and nothing in an address but the round.
import { readBase64url, writeBase64url } from '#domain/ballot/base64url.ts';
import type { RoundKeys } from './derive.ts';

export type Fetched =
	| { readonly kind: 'sealed'; readonly sealed: Uint8Array<ArrayBuffer> }
	| { readonly kind: 'unknown' }
	/** No connection, or an answer that is none of ours. */
	| { readonly kind: 'unreachable' };

export type Stored = 'stored' | 'not-yours' | 'full' | 'unreachable';
export type Removed = 'removed' | 'not-yours' | 'unreachable';

export type ProfileHouse = {
	readonly fetch: (roundId: string, keys: RoundKeys) => Promise<Fetched>;
	readonly store: (roundId: string, keys: RoundKeys, sealed: Uint8Array) => Promise<Stored>;
	/** Removing what is not there is removing. */
	readonly remove: (roundId: string, keys: RoundKeys) => Promise<Removed>;
};

export function profileHouse(send: typeof fetch = (input, init) => fetch(input, init)): ProfileHouse {
	const ask = async (method: 'POST' | 'PUT' | 'DELETE', roundId: string, body: Readonly<Record<string, string>>) => {
		try {
			const response = await send(`/profile/${roundId}/sealed`, {
				method,
				credentials: 'omit',
				referrerPolicy: 'no-referrer',
				cache: 'no-store',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body)
			});
			const reply: unknown = await response.json();
			return typeof reply === 'object' && reply !== null ? (reply as Readonly<Record<string, unknown>>) : null;
		} catch {
			return null;
		}
	};
	return {
		fetch: async (roundId, keys) => {
			const reply = await ask('POST', roundId, { profileId: writeBase64url(keys.profileId) });
			if (reply?.kind === 'unknown' || reply?.kind === 'unknown-round') return { kind: 'unknown' };
			const sealed = typeof reply?.sealed === 'string' ? readBase64url(reply.sealed) : null;
			return sealed === null ? { kind: 'unreachable' } : { kind: 'sealed', sealed };
		},
		store: async (roundId, keys, sealed) => {
			const reply = await ask('PUT', roundId, { ...ownerOf(keys), sealed: writeBase64url(sealed) });
			const kind = reply?.kind;
			return kind === 'stored' || kind === 'not-yours' || kind === 'full' ? kind : 'unreachable';
		},
		remove: async (roundId, keys) => {
			const kind = (await ask('DELETE', roundId, ownerOf(keys)))?.kind;
			if (kind === 'unknown') return 'removed';
			return kind === 'removed' || kind === 'not-yours' ? kind : 'unreachable';
		}
	};
}

function ownerOf(keys: RoundKeys): { readonly profileId: string; readonly writer: string } {
	return { profileId: writeBase64url(keys.profileId), writer: writeBase64url(keys.writer) };
}
