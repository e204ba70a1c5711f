// An invitation's code: 16 characters of Crockford's base 32 (80 bits), which can be read aloud and typed from a letter.
import { readBase64url } from './base64url.ts';

export const codeLength = 16;

/** What stands behind # in an invitation's link. `manifestHash` is null where a code was typed. */
export type Invitation = { readonly token: string; readonly manifestHash: string | null };

/**
 * The code as it is stored, from what somebody typed: dashes and spaces do not count, nor does the case, and O, I and L
 * are the digits that they look like. Null where it is no code of 16 characters. Throws nothing.
 * Source: Douglas Crockford, "Base 32", crockford.com/base32.html.
 */
export function normaliseCode(typed: string): string | null {
	const code = typed
		.normalize('NFKC')
		.toUpperCase()
		.replaceAll(/[\s\p{Pd}]/gu, '')
		.replaceAll('O', '0')
		.replaceAll(/[IL]/g, '1');
	return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? code : null;
}

/** Groups of four with dashes, as it stands in a letter. Throws nothing. */
export function formatCode(code: string): string {
	return inFours(code).join('-');
}

/** What stands behind # in the link of an invitation, without the #. Throws nothing. */
export function writeFragment(invitation: Invitation): string {
	return invitation.manifestHash === null ? invitation.token : `${invitation.token}.${invitation.manifestHash}`;
}

/** Reads what stands behind #, or null where it holds no code or something that is no hash. Throws nothing. */
export function readFragment(fragment: string): Invitation | null {
	const [typed = '', hash, ...more] = fragment.replace(/^#/, '').split('.');
	const token = normaliseCode(typed);
	if (token === null || more.length > 0) return null;
	if (hash === undefined) return { token, manifestHash: null };
	return readBase64url(hash)?.length === 32 ? { token, manifestHash: hash } : null;
}

/**
 * A manifest's hash (base64url) as a person compares it: 64 hexadecimal digits in groups of four with spaces. Throws
 * RangeError where it is no hash of 32 bytes.
 */
export function hashInFours(manifestHash: string): string {
	return digitsInFours(manifestHash, 32);
}

/** The first 32 digits of the same. */
export function fingerprintOf(manifestHash: string): string {
	return digitsInFours(manifestHash, 16);
}

function digitsInFours(manifestHash: string, byteCount: number): string {
	const bytes = readBase64url(manifestHash);
	if (bytes?.length !== 32) throw new RangeError(`${manifestHash} is no hash`);
	const digits = [...bytes.subarray(0, byteCount)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return inFours(digits).join(' ');
}

function inFours(text: string): readonly string[] {
	return text.match(/.{1,4}/gu) ?? [];
}
