import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, generateKeyPair, randomBytes, type KeyObject } from 'node:crypto';
import { test } from 'node:test';
import { promisify } from 'node:util';
import './quick-signing-keys.ts';

test('pairs of primes that were found before are whole RSA pairs of 2048 bits, and no two are alike', async () => {
	const { makeSigningKeyPair, signBlinded } = await import('#server/ballots/signing-keys.ts');
	const pairs = await Promise.all(Array.from({ length: 40 }, makeSigningKeyPair));
	const told = new Set<string>();
	for (const { privateKey, publicKey } of pairs) {
		const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
		assert.deepEqual(key.asymmetricKeyDetails, { modulusLength: 2048, publicExponent: 65_537n });
		told.add(String(key.export({ format: 'jwk' }).n));
		const own = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
		assert.deepEqual(createPublicKey(own).export({ format: 'jwk' }), key.export({ format: 'jwk' }));
		const blinded = Buffer.concat([Buffer.alloc(1), randomBytes(255)]);
		// Checked with the public key before it is handed out.
		assert.equal(signBlinded(privateKey, blinded)?.length, 256);
	}
	assert.equal(told.size, pairs.length);
});

test('what else is asked for is made by the platform, also with a callback', async () => {
	const make = promisify(generateKeyPair);
	const curve = await make('ec', { namedCurve: 'P-256' });
	assert.equal(curve.privateKey.asymmetricKeyType, 'ec');
	const long = await make('rsa', { modulusLength: 3072, publicExponent: 65_537 });
	assert.equal(long.publicKey.asymmetricKeyDetails?.modulusLength, 3072);
	const pair = await new Promise<KeyObject>((resolve, reject) =>
		generateKeyPair('rsa', { modulusLength: 2048, publicExponent: 65_537 }, (error, publicKey) =>
			error === null ? resolve(publicKey) : reject(error)
		)
	);
	assert.equal(pair.asymmetricKeyDetails?.modulusLength, 2048);
});
