// What every step with ballots does to bytes.

export type Bytes = Uint8Array<ArrayBuffer>;

export function joinBytes(...parts: readonly Uint8Array[]): Bytes {
	const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return joined;
}

export function utf8(text: string): Bytes {
	return new TextEncoder().encode(text);
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** HKDF with SHA-256 (RFC 5869). `secret`: uniform, 32 bytes or more; `purpose` keeps two uses of one secret apart. */
export async function deriveBytes(
	secret: Bytes,
	purpose: string,
	{ length, salt = new Uint8Array(0) }: { readonly length: number; readonly salt?: Bytes }
): Promise<Bytes> {
	const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
	const parameters = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(purpose) };
	return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, length * 8));
}
