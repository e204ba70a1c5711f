// Whether a ballot was signed with the key of a reporting group: RSASSA-PSS with SHA-384, as RFC 9474 finishes a signature.
import { RSABSSA } from '@cloudflare/blindrsa-ts';

const suite = RSABSSA.SHA384.PSS.Randomized();

/** 32 random bytes of the preparation and 32 of the ballot. */
export const preparedBallotBytes = 64;

export type BallotVerifier = {
	/** `publicKey`: SubjectPublicKeyInfo as in the manifest; `ballot`: the prepared message. */
	readonly verify: (
		publicKey: string,
		signed: { readonly ballot: Uint8Array; readonly signature: Uint8Array }
	) => Promise<boolean>;
};

/** Remembers the last keys it imported; a region has some hundred groups. */
export function createBallotVerifier(mostKeys = 2000): BallotVerifier {
	const keys = new Map<string, Promise<CryptoKey>>();
	const keyOf = (publicKey: string): Promise<CryptoKey> => {
		const known = keys.get(publicKey);
		if (known !== undefined) return known;
		const imported = crypto.subtle.importKey(
			'spki',
			Buffer.from(publicKey, 'base64url'),
			{ name: 'RSA-PSS', hash: 'SHA-384' },
			true,
			['verify']
		);
		const oldest = keys.keys().next().value;
		if (keys.size >= mostKeys && oldest !== undefined) keys.delete(oldest);
		keys.set(publicKey, imported);
		return imported;
	};
	return {
		verify: async (publicKey, { ballot, signature }) => {
			if (ballot.length !== preparedBallotBytes) return false;
			return suite.verify(await keyOf(publicKey), Uint8Array.from(signature), Uint8Array.from(ballot));
		}
	};
}
