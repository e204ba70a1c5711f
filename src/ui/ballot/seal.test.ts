import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { newBallotSeed, preparedBallot, type BallotSeed } from './blind.ts';
import { sealEnvelope, type SealPlace } from './seal.ts';

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const round = await suite.kem.generateKeyPair();
const answersKey = new Uint8Array(await suite.kem.serializePublicKey(round.publicKey));
const place: SealPlace = { roundId: 'r', groupId: 'g', manifestHash: 'h' };
const envelope = new Uint8Array(4096).fill(7);
const seed = newBallotSeed();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

async function open(sealed: Uint8Array, at: SealPlace, ballot: BallotSeed): Promise<Uint8Array> {
	const context = await suite.createRecipientContext({
		recipientKey: round,
		enc: Uint8Array.from(sealed.subarray(0, 65)).buffer,
		info: new TextEncoder().encode(`ledertrivsel-answers-1|${at.roundId}|${at.groupId}|${at.manifestHash}`).buffer
	});
	const ballotHash = createHash('sha256')
		.update(await preparedBallot(ballot))
		.digest();
	return new Uint8Array(
		await context.open(Uint8Array.from(sealed.subarray(65)).buffer, Uint8Array.from(ballotHash).buffer)
	);
}

test('the round’s key opens what was sealed, and all that is sealed is of one size', async () => {
	const sealed = await sealEnvelope({ answersKey, place, seed, envelope });
	assert.equal(sealed.length, 65 + 4096 + 16);
	assert.deepEqual(await open(sealed, place, seed), envelope);
});

test('sealed answers open at no other round, group, manifest or ballot, nor with a byte changed', async () => {
	const sealed = await sealEnvelope({ answersKey, place, seed, envelope });
	await assert.rejects(open(sealed, { ...place, roundId: 'r2' }, seed));
	await assert.rejects(open(sealed, { ...place, groupId: 'g2' }, seed));
	await assert.rejects(open(sealed, { ...place, manifestHash: 'h2' }, seed));
	await assert.rejects(open(sealed, place, newBallotSeed()));
	await assert.rejects(
		open(
			Uint8Array.from(sealed, (byte, at) => (at === 100 ? byte ^ 1 : byte)),
			place,
			seed
		)
	);
});

test('sealing the same again gives the same bytes', async () => {
	const again = { answersKey, place: { ...place }, seed: { ...seed }, envelope: Uint8Array.from(envelope) };
	assert.equal(hex(await sealEnvelope(again)), hex(await sealEnvelope({ answersKey, place, seed, envelope })));
});

test('whatever differs, the ephemeral key differs, so that no key seals two messages', async () => {
	const other = new Uint8Array(await suite.kem.serializePublicKey((await suite.kem.generateKeyPair()).publicKey));
	const base = { answersKey, place, seed, envelope };
	const variants = [
		base,
		{ ...base, envelope: Uint8Array.from(envelope, (byte, at) => (at === 0 ? byte ^ 1 : byte)) },
		{ ...base, seed: newBallotSeed() },
		{ ...base, seed: { ...seed, prefix: new Uint8Array(32) } },
		{ ...base, place: { ...place, groupId: 'g2' } },
		{ ...base, place: { ...place, manifestHash: 'h2' } },
		{ ...base, answersKey: other }
	];
	const keys = await Promise.all(variants.map(async (variant) => hex((await sealEnvelope(variant)).subarray(0, 65))));
	assert.equal(new Set(keys).size, variants.length);
});
