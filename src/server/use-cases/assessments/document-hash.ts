// Whether a finalised document is still what it was.
import { createHash } from 'node:crypto';

/** SHA-256 as 64 hexadecimal digits. */
export function documentHash(document: string): string {
	return createHash('sha256').update(document, 'utf8').digest('hex');
}

export function isIntact({ document, hash }: { readonly document: string; readonly hash: string }): boolean {
	return documentHash(document) === hash;
}
