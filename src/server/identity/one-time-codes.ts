// Codes of an authenticator app (RFC 6238), and recovery codes for the day it is lost.
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const periodSeconds = 30;
const recoveryCodes = 10;
/** No letters or digits that are mistaken for one another. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * 160 bits in base 32, as apps take it, made from the site's secret: the same for one address, session and period, so that it
 * need not be kept before it is confirmed, and another for any other.
 */
export function appSecretFor(
	secret: string,
	own: { readonly email: string; readonly sessionId: string; readonly period: number }
): string {
	const purpose = JSON.stringify(['authenticator app', own.email, own.sessionId, own.period]);
	return new Secret({ buffer: hkdfSync('sha256', secret, '', purpose, 20) }).base32;
}

/** What a QR code for the app holds. */
export function appAddress(secret: string, email: string): string {
	return appOf(secret, email).toString();
}

/**
 * The half minute that a code belongs to, counted from 1970, or null where it is wrong. One before and one after are
 * accepted: clocks differ.
 */
export function stepOfCode(secret: string, code: string, at: Date): number | null {
	const digits = code.replaceAll(/\s/g, '');
	if (!/^\d{6}$/.test(digits)) return null;
	const delta = appOf(secret, '').validate({ token: digits, timestamp: at.getTime(), window: 1 });
	return delta === null ? null : Math.floor(at.getTime() / 1000 / periodSeconds) + delta;
}

/** Ten codes of 50 bits such as `abcde-fghjk`, to be shown once. */
export function makeRecoveryCodes(): readonly string[] {
	return Array.from({ length: recoveryCodes }, () => {
		const letters = Array.from({ length: 10 }, () => randomLetter()).join('');
		return `${letters.slice(0, 5)}-${letters.slice(5)}`;
	});
}

/**
 * What is kept of a recovery code; null for what cannot be one. With the site's secret in it, a copy of the database alone does
 * not allow guessing.
 */
export function recoveryCodeHash(secret: string, email: string, code: string): Buffer | null {
	const letters = code.toLowerCase().replaceAll(/[\s-]/g, '');
	if (letters.length !== 10 || [...letters].some((letter) => !alphabet.includes(letter))) return null;
	return createHmac('sha256', secret).update(`recovery code of ${email}: ${letters}`).digest();
}

function appOf(secret: string, email: string): TOTP {
	return new TOTP({
		issuer: 'Ledertrivsel',
		label: email === '' ? 'Ledertrivsel' : email,
		secret: Secret.fromBase32(secret),
		algorithm: 'SHA1',
		digits: 6,
		period: periodSeconds
	});
}

/** Each letter as likely as any other: bytes that would favour some are drawn again. */
function randomLetter(): string {
	for (;;) {
		const byte = randomBytes(1)[0] ?? 255;
		const fair = 256 - (256 % alphabet.length);
		if (byte < fair) return alphabet[byte % alphabet.length] ?? '';
	}
}
