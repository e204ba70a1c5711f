// The keys that sign ballots without seeing them (RFC 9474): one pair a round and reporting group. Signing is RSA without
// padding on a blinded value, done by the platform's own library, and checked before it is handed out.
import {
	constants,
	createPrivateKey,
	createPublicKey,
	generateKeyPair,
	privateDecrypt,
	publicEncrypt,
	timingSafeEqual
} from 'node:crypto';
import { promisify } from 'node:util';

/** DER: PKCS #8 and SubjectPublicKeyInfo. */
export type SigningKeyPair = { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array };

export const signingKeyBits = 2048;

const generate = promisify(generateKeyPair);

/** Off the main thread; about 20 ms a pair with two cores. */
export async function makeSigningKeyPair(): Promise<SigningKeyPair> {
	const { privateKey, publicKey } = await generate('rsa', { modulusLength: signingKeyBits, publicExponent: 65537 });
	return {
		privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
		publicKey: publicKey.export({ format: 'der', type: 'spki' })
	};
}

/**
 * BlindSign of RFC 9474, section 4.3: the blinded value to the power of the private exponent. The same value gives the
 * same signature. Null where it is not as long as the modulus or not a number below it.
 */
export function signBlinded(privateKey: Uint8Array, blinded: Uint8Array): Uint8Array | null {
	const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
	const modulus = Buffer.from(key.export({ format: 'jwk' }).n ?? '', 'base64url');
	if (blinded.length !== modulus.length || Buffer.compare(blinded, modulus) >= 0) return null;
	const signature = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blinded);
	const again = publicEncrypt({ key: createPublicKey(key), padding: constants.RSA_NO_PADDING }, signature);
	if (!timingSafeEqual(again, blinded)) throw new Error('a ballot was signed wrongly; nothing was handed out');
	return signature;
}
