// An invitation's token is made from the round's secret, so that a reminder carries the same link; only its hash is stored.
// It can be typed from a letter: 16 characters of Crockford's base 32.
import { createHash, createHmac } from 'node:crypto';
import { normaliseCode } from '#domain/ballot/code.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 80 random-looking bits. `secret`: 32 bytes of this round. */
export function invitationToken(secret: Uint8Array, leaderId: string): string {
	const bytes = createHmac('sha256', secret).update(leaderId).digest();
	return [...bytes.subarray(0, 16)].map((byte) => alphabet.charAt(byte & 31)).join('');
}

/** As it was sent or typed; what is no token has the hash of none. */
export function hashToken(token: string): Uint8Array {
	return createHash('sha256')
		.update(normaliseCode(token) ?? '')
		.digest();
}
