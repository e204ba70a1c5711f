// A key pair on P-256 from a secret number, for browsers that cannot derive the public half: Safari refuses a private key
// that comes without it, and Firefox does not give it out (WebKit bug 302707, Mozilla bug 2000795). So it is computed here.
import { writeBase64url } from '#domain/ballot/base64url.ts';
import type { Bytes } from './bytes.ts';

// SEC 2, version 2, section 2.4.2 (secp256r1).
const p = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const base: Point = {
	x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
	y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
	z: 1n
};

/** Jacobian coordinates: (x / z², y / z³). `z` is 0 for the point at infinity. */
type Point = { readonly x: bigint; readonly y: bigint; readonly z: bigint };

/**
 * A key pair for ECDH from 48 uniform bytes: the private number is their value modulo the order less one, plus one
 * (FIPS 186-5, A.2.1: the 128 spare bits make the bias negligible). The same bytes give the same pair in every browser.
 * The time taken depends on the number; it is computed once, on the leader's own device.
 */
export async function keyPairOf(uniform: Bytes): Promise<CryptoKeyPair> {
	const secret = (numberOf(uniform) % (order - 1n)) + 1n;
	const { x, y } = publicPointOf(secret);
	const publicJwk = { kty: 'EC', crv: 'P-256', x: coordinate(x), y: coordinate(y), ext: true };
	const algorithm = { name: 'ECDH', namedCurve: 'P-256' };
	const importing = (jwk: JsonWebKey, usages: KeyUsage[]) =>
		crypto.subtle.importKey('jwk', jwk, algorithm, true, usages);
	return {
		publicKey: await importing(publicJwk, []),
		privateKey: await importing({ ...publicJwk, d: coordinate(secret) }, ['deriveBits'])
	};
}

/** `secret` times the base point. `secret`: from 1 to the order less one. */
export function publicPointOf(secret: bigint): { readonly x: bigint; readonly y: bigint } {
	let sum: Point = { x: 1n, y: 1n, z: 0n };
	for (let bit = 255n; bit >= 0n; bit--) {
		sum = double(sum);
		if ((secret >> bit) & 1n) sum = add(sum, base);
	}
	const inverse = inverseOf(sum.z);
	return { x: mod(sum.x * inverse ** 2n), y: mod(sum.y * mod(inverse ** 3n)) };
}

/** Formulas "dbl-2001-b" of the Explicit-Formulas Database, for curves with a = −3. */
function double({ x, y, z }: Point): Point {
	const delta = mod(z * z);
	const gamma = mod(y * y);
	const beta = mod(x * gamma);
	const alpha = mod(3n * (x - delta) * (x + delta));
	const x3 = mod(alpha * alpha - 8n * beta);
	return {
		x: x3,
		y: mod(alpha * (4n * beta - x3) - 8n * gamma * gamma),
		z: mod((y + z) ** 2n - gamma - delta)
	};
}

/** Two different points, none the negative of the other, of which the second has z = 1 (the first may be at infinity). */
function add(one: Point, other: Point): Point {
	if (one.z === 0n) return other;
	const zz = mod(one.z * one.z);
	const h = mod(other.x * zz - one.x);
	const r = mod(other.y * one.z * zz - one.y);
	const hh = mod(h * h);
	const v = mod(one.x * hh);
	const x = mod(r * r - h * hh - 2n * v);
	return { x, y: mod(r * (v - x) - one.y * h * hh), z: mod(one.z * h) };
}

/** Fermat: a to the power p − 2. */
function inverseOf(value: bigint): bigint {
	let result = 1n;
	let square = mod(value);
	for (let exponent = p - 2n; exponent > 0n; exponent >>= 1n) {
		if (exponent & 1n) result = mod(result * square);
		square = mod(square * square);
	}
	return result;
}

function mod(value: bigint): bigint {
	const rest = value % p;
	return rest < 0n ? rest + p : rest;
}

function numberOf(bytes: Bytes): bigint {
	return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/** 32 bytes as base64url, as JSON Web Keys have them. */
function coordinate(value: bigint): string {
	const digits = value.toString(16).padStart(64, '0');
	return writeBase64url(Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
}
