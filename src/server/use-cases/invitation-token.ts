// An invitation's token is made from the round's secret, so that a reminder carries the same link; only its hash is stored.
import { createHash, createHmac } from 'node:crypto';

/** 24 random-looking bytes as text for an address. `secret`: 32 bytes of this round. */
export function invitationToken(secret: Uint8Array, leaderId: string): string {
	return createHmac('sha256', secret).update(leaderId).digest().subarray(0, 24).toString('base64url');
}

export function hashToken(token: string): Uint8Array {
	return createHash('sha256').update(token).digest();
}
