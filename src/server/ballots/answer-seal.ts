// Sealed answers (HPKE, RFC 9180): anybody can seal to a round's public key, and only the round's secret opens. What is
// sealed is bound to its round, group, manifest and ballot, so that it opens nowhere else.
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { envelopeBytes } from '#domain/ballot/answer-envelope.ts';

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const encapsulatedBytes = 65;
const tagBytes = 16;

/** Everything sealed is of this size. */
export const sealedBytes = encapsulatedBytes + envelopeBytes + tagBytes;

/** What a sealed answer is bound to. `manifestHash`: base64url. */
export type SealPlace = { readonly roundId: string; readonly groupId: string; readonly manifestHash: string };

export type AnswerOpener = {
	/** `ballotHash`: SHA-256 of the prepared ballot, 32 bytes. Null where it cannot be opened. */
	readonly open: (sealed: Uint8Array, place: SealPlace, ballotHash: Uint8Array) => Promise<Uint8Array | null>;
};

/** The round's public key, raw P-256 point (65 bytes). `secret`: 32 bytes. */
export async function publicKeyOf(secret: Uint8Array): Promise<Uint8Array> {
	const { publicKey } = await suite.kem.deriveKeyPair(exact(secret));
	return new Uint8Array(await suite.kem.serializePublicKey(publicKey));
}

export async function createAnswerOpener(secret: Uint8Array): Promise<AnswerOpener> {
	const recipientKey = await suite.kem.deriveKeyPair(exact(secret));
	return {
		open: async (sealed, place, ballotHash) => {
			if (sealed.length !== sealedBytes) return null;
			try {
				const context = await suite.createRecipientContext({
					recipientKey,
					enc: exact(sealed.subarray(0, encapsulatedBytes)),
					info: infoOf(place)
				});
				return new Uint8Array(await context.open(exact(sealed.subarray(encapsulatedBytes)), exact(ballotHash)));
			} catch {
				return null;
			}
		}
	};
}

/** For the demonstration and for tests; browsers seal for themselves. `envelope`: padded. */
export async function sealEnvelope(
	answersKey: Uint8Array,
	envelope: Uint8Array,
	place: SealPlace,
	ballotHash: Uint8Array
): Promise<Uint8Array> {
	const context = await suite.createSenderContext({
		recipientPublicKey: await suite.kem.deserializePublicKey(exact(answersKey)),
		info: infoOf(place)
	});
	const sealed = new Uint8Array(await context.seal(exact(envelope), exact(ballotHash)));
	return Buffer.concat([new Uint8Array(context.enc), sealed]);
}

function infoOf({ roundId, groupId, manifestHash }: SealPlace): ArrayBuffer {
	return exact(new TextEncoder().encode(`ledertrivsel-answers-1|${roundId}|${groupId}|${manifestHash}`));
}

function exact(bytes: Uint8Array): ArrayBuffer {
	return Uint8Array.from(bytes).buffer;
}
