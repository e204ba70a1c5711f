// The key that a page works with: the one kept in the browser, once it is unlocked, or one whose words were entered.
import { writeBase64url } from '#domain/ballot/base64url.ts';
import type { LeaderKeyStore } from './key.ts';
import { unwrapWithPasskey, wrapWithPasskey, type WrapOutcome } from './passkey.ts';

type LeaderKey = Uint8Array<ArrayBuffer>;

export type Keyring = {
	/** What lies in the browser's storage. */
	readonly kept: () => 'nothing' | 'plain' | 'wrapped';
	/** True where this leader's profile of one round (`owner`: `ownerOf`) was stored or opened with the kept key. */
	readonly isSaved: (owner: string) => boolean;
	/** The key in hand, else the kept one; null without one, or where its passkey was not used. */
	readonly unlock: () => Promise<LeaderKey | null>;
	/** Takes a new key, or one from words, in hand; nothing is stored. */
	readonly take: (key: LeaderKey) => void;
	/** Puts a key away that is not the kept one. */
	readonly putBack: () => void;
	/** Keeps the key in hand and notes whose profile it saved. False where the browser refuses. */
	readonly remember: (owner: string) => boolean;
	/** Forgets that it was saved; the key stays. */
	readonly noteRemoved: (owner: string) => void;
	/** Locks the kept key with a passkey. `name`: how the device calls it. */
	readonly lock: (name: string) => Promise<WrapOutcome>;
	readonly forget: () => void;
};

/**
 * A sign for one leader's profile of one round in this browser: a hash of the place of its draft, from which the personal part
 * of the link cannot be read.
 */
export async function ownerOf(draftPlace: string): Promise<string> {
	const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(draftPlace));
	return writeBase64url(new Uint8Array(hash)).slice(0, 16);
}

export function createKeyring(
	store: LeaderKeyStore,
	passkey = { wrap: wrapWithPasskey, unwrap: unwrapWithPasskey }
): Keyring {
	let inHand: { readonly key: LeaderKey; readonly isKept: boolean } | null = null;
	const unlock = async () => {
		if (inHand !== null) return inHand.key;
		const held = store.read()?.held;
		if (held === undefined) return null;
		const key = held.kind === 'plain' ? held.key : await passkey.unwrap(held.wrapped);
		if (key !== null) inHand = { key, isKept: true };
		return key;
	};
	return {
		kept: () => store.read()?.held.kind ?? 'nothing',
		isSaved: (owner) => store.read()?.saved.includes(owner) ?? false,
		unlock,
		take: (key) => {
			inHand = { key, isKept: false };
		},
		putBack: () => {
			if (inHand?.isKept === false) inHand = null;
		},
		remember: (owner) => {
			if (inHand === null) return false;
			const kept = store.read();
			const isSame = kept !== null && (inHand.isKept || isEqual(kept.held, inHand.key));
			const written = isSame
				? store.write({ ...kept, saved: [...new Set([...kept.saved, owner])] })
				: store.write({ held: { kind: 'plain', key: inHand.key }, saved: [owner] });
			if (written) inHand = { key: inHand.key, isKept: true };
			return written;
		},
		noteRemoved: (owner) => {
			const kept = store.read();
			if (kept !== null) store.write({ ...kept, saved: kept.saved.filter((other) => other !== owner) });
		},
		lock: async (name) => {
			const kept = store.read();
			if (kept?.held.kind !== 'plain') return { kind: 'refused' };
			const outcome = await passkey.wrap(kept.held.key, name);
			if (outcome.kind !== 'wrapped') return outcome;
			const isWritten = store.write({ ...kept, held: { kind: 'wrapped', wrapped: outcome.wrapped } });
			return isWritten ? outcome : { kind: 'refused' };
		},
		forget: () => {
			inHand = null;
			store.forget();
		}
	};
}

function isEqual(held: { readonly kind: string; readonly key?: LeaderKey }, key: LeaderKey): boolean {
	return held.key?.every((byte, place) => byte === key[place]) ?? false;
}
