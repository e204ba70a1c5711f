import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leaderKeyBytes, leaderKeyStore, newLeaderKey, type KeptKey } from './key.ts';
import { memoryStorage, refusingStorage } from './storage.testing.ts';

const wrapped = { credential: 'AA', salt: 'AQ', nonce: 'Ag', sealed: 'Aw' };

test('keys are sixteen bytes of chance', () => {
	const keys = Array.from({ length: 100 }, newLeaderKey);
	assert.ok(keys.every((key) => key.length === leaderKeyBytes));
	assert.equal(new Set(keys.map(String)).size, 100);
});

test('a key and the rounds it was used in come back from the browser, plain or behind a passkey', () => {
	const store = leaderKeyStore(memoryStorage());
	assert.equal(store.read(), null);
	const kept: readonly KeptKey[] = [
		{ held: { kind: 'plain', key: newLeaderKey() }, saved: ['a', 'b'] },
		{ held: { kind: 'wrapped', wrapped }, saved: [] }
	];
	for (const one of kept) {
		assert.ok(store.write(one));
		assert.deepEqual(store.read(), one);
	}
	store.forget();
	assert.equal(store.read(), null);
});

test('behind a passkey the key itself does not lie in the browser', () => {
	const storage = memoryStorage();
	leaderKeyStore(storage).write({ held: { kind: 'wrapped', wrapped }, saved: [] });
	assert.doesNotMatch(String(storage.getItem('ledertrivsel:leader-key')), /"key"/);
});

test('what is no key of ours, and a browser that keeps nothing, is no key', () => {
	for (const text of ['', '{', 'null', '[]', '{"key":"AA"}', '{"key":1}', '{"wrapped":{"credential":"AA"}}']) {
		const storage = memoryStorage();
		storage.setItem('ledertrivsel:leader-key', text);
		assert.equal(leaderKeyStore(storage).read(), null, text);
	}
	const store = leaderKeyStore(refusingStorage());
	assert.equal(store.read(), null);
	assert.equal(store.write({ held: { kind: 'plain', key: newLeaderKey() }, saved: [] }), false);
	store.forget();
});
