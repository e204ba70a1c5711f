// Seals a short text with a key that is not in the database: whoever holds a copy of the database alone cannot read it.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** `purpose` says what is sealed and for whom; only the same opens it. */
export function sealText(secret: string, purpose: string, text: string): string {
	return sealWith(randomBytes(nonceBytes), secret, purpose, text);
}

/** The same text becomes the same sealed one: for a link that must be the same in every letter and is kept nowhere. */
export function sealTextAlike(secret: string, purpose: string, text: string): string {
	const key = Buffer.from(hkdfSync('sha256', secret, '', 'ledertrivsel nonce of a sealed text', 32));
	const nonce = createHmac('sha256', key)
		.update(JSON.stringify([purpose, text]))
		.digest()
		.subarray(0, nonceBytes);
	return sealWith(nonce, secret, purpose, text);
}
/** Null where it was sealed with another secret, for something else, or was changed. */
export function openText(secret: string, purpose: string, sealed: string): string | null {
	const bytes = Buffer.from(sealed, 'base64url');
	if (bytes.length < nonceBytes + tagBytes) return null;
	try {
		const decipher = createDecipheriv(algorithm, keyOf(secret), bytes.subarray(0, nonceBytes), {
			authTagLength: tagBytes
		});
		decipher.setAAD(Buffer.from(purpose));
		decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
		return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
	} catch {
		return null;
	}
}

function sealWith(nonce: Buffer, secret: string, purpose: string, text: string): string {
	const cipher = createCipheriv(algorithm, keyOf(secret), nonce);
	cipher.setAAD(Buffer.from(purpose));
	const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

function keyOf(secret: string): Buffer {
	return Buffer.from(hkdfSync('sha256', secret, '', 'ledertrivsel sealed text', 32));
}
