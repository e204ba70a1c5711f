// Answers are sealed to the round's key before they leave the device (HPKE, RFC 9180); they are opened at the close.
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { deriveBytes, joinBytes, sha256, utf8, type Bytes } from './bytes.ts';
import { preparedBallot, type BallotSeed } from './blind.ts';
import { keyPairOf } from './p256-public-key.ts';

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/** What a sealed answer is bound to; it opens nowhere else. `manifestHash`: base64url. */
export type SealPlace = { readonly roundId: string; readonly groupId: string; readonly manifestHash: string };

/**
 * The sealed envelope: 65 bytes of encapsulated key, then the ciphertext with its tag. The same ballot and envelope at the
 * same place give the same bytes on every device, so that sending again is recognised as the same response.
 *
 * HPKE takes a new ephemeral key for every message, and its security rests on no key being used for two. Here the key is
 * drawn from the ballot's secret (32 random bytes that never leave the leader's devices) and a hash of *everything* that
 * goes into the sealing: the envelope, the ballot and the place, which holds the manifest's hash and so the recipient's
 * key. To an outsider, who lacks the secret, HKDF's output cannot be told from chance, so each sealing looks like one
 * with a fresh key; and if anything is changed, the key is another one, so that no nonce ever meets two messages (the
 * idea of synthetic nonces, as in RFC 8452 or RFC 6979). All that is given away is that equal bytes are equal, which is
 * what they are for. The price: whoever gets hold of the secret *and* of the sealed bytes can try out answers. Whoever
 * has the secret has the answers, too: they lie in the same draft.
 */
export async function sealEnvelope(input: {
	/** Raw point on P-256, 65 bytes. */
	readonly answersKey: Bytes;
	readonly place: SealPlace;
	readonly seed: BallotSeed;
	readonly envelope: Bytes;
}): Promise<Bytes> {
	const { roundId, groupId, manifestHash } = input.place;
	const info = `ledertrivsel-answers-1|${roundId}|${groupId}|${manifestHash}`;
	const ballotHash = await sha256(await preparedBallot(input.seed));
	const uniform = await deriveBytes(input.seed.secret, `ledertrivsel-seal|${info}`, {
		length: 48,
		salt: await sha256(joinBytes(ballotHash, input.answersKey, input.envelope))
	});
	const sender = await suite.createSenderContext({
		recipientPublicKey: await suite.kem.deserializePublicKey(input.answersKey.buffer),
		info: utf8(info).buffer,
		ekm: await keyPairOf(uniform)
	});
	const ciphertext = await sender.seal(input.envelope.buffer, ballotHash.buffer);
	return joinBytes(new Uint8Array(sender.enc), new Uint8Array(ciphertext));
}

/** Whether the bytes are a point on P-256. */
export async function isAnswersKey(raw: Bytes): Promise<boolean> {
	try {
		await suite.kem.deserializePublicKey(raw.buffer);
		return true;
	} catch {
		return false;
	}
}
