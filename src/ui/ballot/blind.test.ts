// The blind signatures against the RFC's own figures, and against the platform's RSA, which signs on the server.
import assert from 'node:assert/strict';
import { constants, generateKeyPairSync, privateDecrypt, verify, type KeyObject } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { blindBallot, finaliseBallot, importGroupKey, newBallotSeed, preparedBallot } from './blind.ts';
import vectors from './rfc-9474.vectors.json' with { type: 'json' };

const suite = RSABSSA.SHA384.PSS.Randomized();
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (given: Uint8Array | undefined) => Buffer.from(given ?? []).toString('hex');
const base64url = (given: string) => Buffer.from(given, 'hex').toString('base64url');

/** What the server does. */
function signRaw(key: KeyObject, blinded: Uint8Array) {
	return Uint8Array.from(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blinded));
}

async function groupKeyOf(publicKey: KeyObject) {
	const key = await importGroupKey(Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' })));
	assert.ok(key);
	return key;
}

const pair = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 65_537 });

test('RFC 9474, appendix A.1: prepare, blind, finalise and verify give the RFC’s figures', async (context) => {
	const key = await importVectorKey();
	chanceGives(context, [bytes(vectors.prefix)]);
	const prepared = suite.prepare(bytes(vectors.message));
	assert.equal(hex(prepared), vectors.prepared);
	context.mock.restoreAll();

	// The salt first, then the blinding factor: the inverse of the RFC's `inv`.
	const factor = inverseMod(BigInt(`0x${vectors.inverse}`), BigInt(`0x${vectors.n}`));
	chanceGives(context, [bytes(vectors.salt), bytes(factor.toString(16).padStart(vectors.n.length, '0'))]);
	const { blindedMsg, inv } = await suite.blind(key, prepared);
	context.mock.restoreAll();
	assert.equal(hex(blindedMsg), vectors.blinded);
	assert.equal(hex(inv), vectors.inverse);

	const signature = await suite.finalize(key, prepared, bytes(vectors.blindSignature), inv);
	assert.equal(hex(signature), vectors.signature);
	assert.ok(await suite.verify(key, signature, prepared));
});

test('RFC 9474, appendix A.1: the platform’s RSA without padding gives the RFC’s blind signature', async () => {
	const { n, d, p, q } = vectors;
	const [dNumber, pNumber, qNumber] = [d, p, q].map((digits) => BigInt(`0x${digits}`)) as [bigint, bigint, bigint];
	const part = (value: bigint) => base64url(value.toString(16).padStart(512, '0'));
	const { createPrivateKey } = await import('node:crypto');
	const key = createPrivateKey({
		format: 'jwk',
		key: {
			kty: 'RSA',
			n: base64url(n),
			e: 'AQAB',
			d: base64url(d),
			p: base64url(p),
			q: base64url(q),
			dp: part(dNumber % (pNumber - 1n)),
			dq: part(dNumber % (qNumber - 1n)),
			qi: part(inverseMod(qNumber, pNumber))
		}
	});
	assert.equal(hex(signRaw(key, bytes(vectors.blinded))), vectors.blindSignature);
});

test('a ballot that was signed unseen is valid for the platform’s RSASSA-PSS', async () => {
	const key = await groupKeyOf(pair.publicKey);
	const seed = newBallotSeed();
	const { blinded, inverse } = await blindBallot(key, seed);
	const signature = await finaliseBallot(key, seed, { signature: signRaw(pair.privateKey, blinded), inverse });
	assert.ok(signature);
	const prepared = await preparedBallot(seed);
	assert.equal(prepared.length, 64);
	assert.deepEqual(prepared.subarray(0, 32), seed.prefix);
	const pss = { key: pair.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
	assert.ok(verify('sha384', prepared, pss, signature));
	assert.ok(!verify('sha384', await preparedBallot(newBallotSeed()), pss, signature));
	assert.notEqual(hex(signature), hex(blinded));
});

test('blinding again gives another value, and the same value gets the same signature', async () => {
	const key = await groupKeyOf(pair.publicKey);
	const seed = newBallotSeed();
	const first = await blindBallot(key, seed);
	assert.notEqual(hex((await blindBallot(key, seed)).blinded), hex(first.blinded));
	assert.equal(hex(signRaw(pair.privateKey, first.blinded)), hex(signRaw(pair.privateKey, first.blinded)));
});

test('a signature of another key, of another value or of another length is none', async () => {
	const key = await groupKeyOf(pair.publicKey);
	const seed = newBallotSeed();
	const { blinded, inverse } = await blindBallot(key, seed);
	const other = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 65_537 });
	const reduced = Uint8Array.from(blinded);
	reduced[0] = 0;
	const finalise = (signature: Uint8Array<ArrayBuffer>) => finaliseBallot(key, seed, { signature, inverse });
	assert.equal(await finalise(signRaw(other.privateKey, reduced)), null);
	assert.equal(await finalise(signRaw(pair.privateKey, reduced)), null);
	assert.equal(await finalise(blinded.slice(1)), null);
	assert.ok(await finalise(signRaw(pair.privateKey, blinded)));
});

test('a short key, another exponent and another kind of key are refused', async () => {
	const spki = (key: KeyObject) => Uint8Array.from(key.export({ format: 'der', type: 'spki' }));
	const rsa = (modulusLength: number, publicExponent: number) =>
		spki(generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey);
	assert.equal(await importGroupKey(rsa(1024, 65_537)), null);
	assert.equal(await importGroupKey(rsa(2048, 3)), null);
	assert.equal(await importGroupKey(spki(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)), null);
	assert.equal(await importGroupKey(new Uint8Array(294)), null);
	assert.ok(await importGroupKey(rsa(3072, 65_537)));
});

async function importVectorKey(): Promise<CryptoKey> {
	return crypto.subtle.importKey(
		'jwk',
		{ kty: 'RSA', n: base64url(vectors.n), e: 'AQAB', ext: true },
		{ name: 'RSA-PSS', hash: 'SHA-384' },
		true,
		['verify']
	);
}

/** What crypto.getRandomValues gives, call by call. */
function chanceGives(context: TestContext, values: readonly Uint8Array[]): void {
	const left = [...values];
	context.mock.method(crypto, 'getRandomValues', (into: Uint8Array) => {
		const value = left.shift();
		assert.equal(value?.length, into.length, 'chance is asked for as the test expects');
		into.set(value ?? []);
		return into;
	});
}

/** The extended Euclidean algorithm. */
function inverseMod(value: bigint, modulus: bigint): bigint {
	let [r0, r1, s0, s1] = [modulus, value % modulus, 0n, 1n];
	while (r1 !== 0n) {
		const quotient = r0 / r1;
		[r0, r1] = [r1, r0 - quotient * r1];
		[s0, s1] = [s1, s0 - quotient * s1];
	}
	return ((s0 % modulus) + modulus) % modulus;
}
