// Bytes as they travel and stand in manifests: base64url without padding (RFC 4648, section 5).

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const valueOf = new Map([...alphabet].map((character, index) => [character, index]));

/** Bytes as base64url without padding: 4 characters for 3 bytes, rounded up. Throws nothing. Source: RFC 4648, section 5. */
export function writeBase64url(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += 3) {
		const [a, b, c] = [bytes[at] ?? 0, bytes[at + 1], bytes[at + 2]];
		text += digit(a >> 2) + digit(((a & 3) << 4) | ((b ?? 0) >> 4));
		if (b !== undefined) text += digit(((b & 15) << 2) | ((c ?? 0) >> 6));
		if (c !== undefined) text += digit(c & 63);
	}
	return text;
}

/**
 * Bytes of a base64url text, or null where it is none: another character, padding, or unused bits that are not zero (the
 * same bytes would otherwise have several texts). Throws nothing. Source: RFC 4648, sections 3.5 and 5.
 */
export function readBase64url(text: string): Uint8Array<ArrayBuffer> | null {
	if (text.length % 4 === 1) return null;
	const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
	let bits = 0;
	let bitCount = 0;
	let at = 0;
	for (const character of text) {
		const value = valueOf.get(character);
		if (value === undefined) return null;
		bits = ((bits << 6) | value) & 0xffff;
		bitCount += 6;
		if (bitCount < 8) continue;
		bitCount -= 8;
		bytes[at++] = (bits >> bitCount) & 255;
	}
	return (bits & ((1 << bitCount) - 1)) === 0 ? bytes : null;
}

function digit(value: number): string {
	return alphabet[value] ?? '';
}
