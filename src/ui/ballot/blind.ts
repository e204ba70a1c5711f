// A ballot that is signed unseen (RFC 9474, RSABSSA-SHA384-PSS-Randomized): blinded here, signed by the server for an
// invitation, made valid here. What is sent later is another number than the one that was signed.
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { deriveBytes, joinBytes, type Bytes } from './bytes.ts';

const suite = RSABSSA.SHA384.PSS.Randomized();

/** What makes a ballot, 32 random bytes each: `secret` never leaves the devices of the leader. */
export type BallotSeed = { readonly secret: Bytes; readonly prefix: Bytes };

/** `blinded` is what the server signs; `inverse` takes the blinding off again, and whoever has it can join the two. */
export type Blinding = { readonly blinded: Bytes; readonly inverse: Bytes };

export function newBallotSeed(): BallotSeed {
	return { secret: crypto.getRandomValues(new Uint8Array(32)), prefix: crypto.getRandomValues(new Uint8Array(32)) };
}

/** The prepared message of RFC 9474, section 4.1, 64 bytes: the random prefix, kept, and a ballot from the secret. */
export async function preparedBallot(seed: BallotSeed): Promise<Bytes> {
	return joinBytes(seed.prefix, await deriveBytes(seed.secret, 'ledertrivsel-ballot', { length: 32 }));
}

/** Another result each time: keep it, since the server signs one blinded value for an invitation. */
export async function blindBallot(groupKey: CryptoKey, seed: BallotSeed): Promise<Blinding> {
	const { blindedMsg, inv } = await suite.blind(groupKey, await preparedBallot(seed));
	return { blinded: exact(blindedMsg), inverse: exact(inv) };
}

/** The ballot's signature; null where what the server gave is none under the group's key. */
export async function finaliseBallot(
	groupKey: CryptoKey,
	seed: BallotSeed,
	signed: { readonly signature: Bytes; readonly inverse: Bytes }
): Promise<Bytes | null> {
	try {
		return exact(await suite.finalize(groupKey, await preparedBallot(seed), signed.signature, signed.inverse));
	} catch {
		return null;
	}
}

/** The public key of a reporting group, or null where it is no RSA key of at least 2048 bits with the exponent 65537. */
export async function importGroupKey(spki: Bytes): Promise<CryptoKey | null> {
	try {
		const key = await crypto.subtle.importKey('spki', spki, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
		const { modulusLength, publicExponent } = key.algorithm as RsaHashedKeyAlgorithm;
		const exponent = publicExponent.reduce((value, byte) => value * 256 + byte, 0);
		return modulusLength >= 2048 && exponent === 65_537 ? key : null;
	} catch {
		return null;
	}
}

function exact(bytes: Uint8Array): Bytes {
	return Uint8Array.from(bytes);
}
