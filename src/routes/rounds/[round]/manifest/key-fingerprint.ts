// What tells two keys apart at a glance: the same kind of number as a manifest has.
import { createHash } from 'node:crypto';
import { fingerprintOf } from '#domain/ballot/code.ts';

/** `key`: base64url. Returns the first 32 hexadecimal digits of its SHA-256 in groups of four. */
export function keyFingerprint(key: string): string {
	return fingerprintOf(createHash('sha256').update(key, 'base64url').digest('base64url'));
}
