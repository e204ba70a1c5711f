import assert from 'node:assert/strict';
import { createECDH } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { keyPairOf, publicPointOf } from './p256-public-key.ts';

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const hex = (value: bigint) => value.toString(16).padStart(64, '0');

test('the public point is the platform’s, for any secret number and for the edges', () => {
	const matches = (secret: bigint) => {
		const { x, y } = publicPointOf(secret);
		const ecdh = createECDH('prime256v1');
		ecdh.setPrivateKey(hex(secret), 'hex');
		assert.equal(`04${hex(x)}${hex(y)}`, ecdh.getPublicKey('hex'), hex(secret));
	};
	for (const secret of [1n, 2n, 3n, 4n, 5n, 1n << 255n, order / 2n, order / 2n + 1n, order - 2n, order - 1n])
		matches(secret);
	fc.assert(fc.property(fc.bigInt({ min: 1n, max: order - 1n }), matches), { numRuns: 60 });
});

test('the same bytes give the same key pair, other bytes another one, and the pair belongs together', async () => {
	const one = await keyPairOf(new Uint8Array(48).fill(255));
	const raw = async (key: CryptoKey) => Buffer.from(await crypto.subtle.exportKey('raw', key)).toString('hex');
	assert.equal(await raw((await keyPairOf(new Uint8Array(48).fill(255))).publicKey), await raw(one.publicKey));
	const other = await keyPairOf(new Uint8Array(48));
	assert.notEqual(await raw(other.publicKey), await raw(one.publicKey));
	const shared = async (mine: CryptoKeyPair, theirs: CryptoKeyPair) =>
		Buffer.from(
			await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs.publicKey }, mine.privateKey, 256)
		).toString('hex');
	assert.equal(await shared(one, other), await shared(other, one));
});
