// A ballot is 32 random bytes that the browser made, written as 64 hexadecimal digits; the server keeps its SHA-256 only.
import { createHash } from 'node:crypto';

/** The ballot's hash (32 bytes), or null where the text is not a ballot. */
export function hashBallot(ballot: string): Uint8Array | null {
	return /^[0-9a-f]{64}$/.test(ballot) ? createHash('sha256').update(Buffer.from(ballot, 'hex')).digest() : null;
}
