// The leader's key: made in the browser, kept there, and never sent anywhere. A browser keeps one: whoever shares a computer
// is asked whose it is, and opens the own profile with the own words.
import { readBase64url, writeBase64url } from '#domain/ballot/base64url.ts';
import type { WrappedKey } from './passkey.ts';

/** 128 bits: what twelve recovery words hold. */
export const leaderKeyBytes = 16;

export type HeldKey =
	| { readonly kind: 'plain'; readonly key: Uint8Array<ArrayBuffer> }
	/** Only the passkey opens it. */
	| { readonly kind: 'wrapped'; readonly wrapped: WrappedKey };

export type KeptKey = {
	readonly held: HeldKey;
	/** Whose profiles were stored or opened with it here (`ownerOf`), so that the page need not ask the server. */
	readonly saved: readonly string[];
};

export type LeaderKeyStore = {
	/** Null where there is none, or none that can be read. */
	readonly read: () => KeptKey | null;
	/** False where the browser refuses. */
	readonly write: (kept: KeptKey) => boolean;
	readonly forget: () => void;
};

const place = 'ledertrivsel:leader-key';

export function newLeaderKey(): Uint8Array<ArrayBuffer> {
	return crypto.getRandomValues(new Uint8Array(leaderKeyBytes));
}

export function leaderKeyStore(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): LeaderKeyStore {
	return {
		read: () => {
			try {
				return parseKept(storage.getItem(place));
			} catch {
				return null;
			}
		},
		write: ({ held, saved }) => {
			const own = held.kind === 'plain' ? { key: writeBase64url(held.key) } : { wrapped: held.wrapped };
			try {
				storage.setItem(place, JSON.stringify({ ...own, saved }));
				return true;
			} catch {
				return false;
			}
		},
		forget: () => {
			try {
				storage.removeItem(place);
			} catch {
				// A browser that keeps nothing has nothing to forget.
			}
		}
	};
}

/** True where this browser can make and use a key: it cannot on a page that came over plain http. */
export function canUseKeys(): boolean {
	return typeof crypto !== 'undefined' && 'subtle' in crypto && typeof CompressionStream !== 'undefined';
}

function parseKept(text: string | null): KeptKey | null {
	if (text === null) return null;
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	if (typeof value !== 'object' || value === null) return null;
	const { key, wrapped, saved } = value as Record<string, unknown>;
	const held = typeof key === 'string' ? plainKey(key) : wrappedKey(wrapped);
	if (held === null) return null;
	return { held, saved: Array.isArray(saved) ? saved.filter((owner) => typeof owner === 'string') : [] };
}

function plainKey(text: string): HeldKey | null {
	const key = readBase64url(text);
	return key?.length === leaderKeyBytes ? { kind: 'plain', key } : null;
}

function wrappedKey(value: unknown): HeldKey | null {
	if (typeof value !== 'object' || value === null) return null;
	const { credential, salt, nonce, sealed } = value as Record<string, unknown>;
	if (typeof credential !== 'string' || typeof salt !== 'string') return null;
	if (typeof nonce !== 'string' || typeof sealed !== 'string') return null;
	return { kind: 'wrapped', wrapped: { credential, salt, nonce, sealed } };
}
