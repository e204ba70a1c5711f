import assert from 'node:assert/strict';
import { createDecipheriv, hkdfSync } from 'node:crypto';
import { test } from 'node:test';
import { deriveRoundKeys } from './derive.ts';
import { newLeaderKey } from './key.ts';

const rounds = ['2f0c6d0e-9a59-4b1e-8f6a-0d5d3f3c1a11', '2f0c6d0e-9a59-4b1e-8f6a-0d5d3f3c1a12'] as const;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('what is derived is HKDF-SHA256 of the key, as another program computes it', async () => {
	const key = newLeaderKey();
	const derived = await deriveRoundKeys(key, rounds[0]);
	const expected = (purpose: string) =>
		Buffer.from(hkdfSync('sha256', key, 'ledertrivsel leader key 1', `${purpose}\n${rounds[0]}`, 32));
	assert.equal(hex(derived.profileId), expected('profile id').toString('hex'));
	assert.equal(hex(derived.writer), expected('profile writer').toString('hex'));
	const iv = new Uint8Array(12);
	const sealed = Buffer.from(
		await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, derived.sealingKey, new TextEncoder().encode('text'))
	);
	const opened = createDecipheriv('aes-256-gcm', expected('profile key'), iv);
	opened.setAuthTag(sealed.subarray(-16));
	assert.equal(Buffer.concat([opened.update(sealed.subarray(0, -16)), opened.final()]).toString(), 'text');
});

test('the same key and round give the same, another round or key something else in every place', async () => {
	const key = newLeaderKey();
	const one = await deriveRoundKeys(key, rounds[0]);
	assert.deepEqual((await deriveRoundKeys(key, rounds[0])).profileId, one.profileId);
	const others = [await deriveRoundKeys(key, rounds[1]), await deriveRoundKeys(newLeaderKey(), rounds[0])];
	for (const other of others) {
		const all = [one.profileId, one.writer, other.profileId, other.writer].map(hex);
		assert.equal(new Set(all.flatMap((text) => text.match(/.{8}/g) ?? [])).size, 32, 'no four bytes are shared');
	}
});

test('the sealing key cannot be read out', async () => {
	const { sealingKey } = await deriveRoundKeys(newLeaderKey(), rounds[0]);
	assert.equal(sealingKey.extractable, false);
	await assert.rejects(crypto.subtle.exportKey('raw', sealingKey));
});
